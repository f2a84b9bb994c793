package jp.kyosei.backend.meeting.minutes;

import java.time.Instant;
import java.util.UUID;

/**
 * What a member proposes to be said otherwise in the minutes.
 *
 * @param passage a line of the minutes as it stood then
 * @param proposed what is to stand in its place; empty if nothing is
 * @param reason why; may be empty
 * @param by the name of who proposed it
 * @param answer the secretariat's word; given where it is declined, may be empty where it is taken
 */
public record Correction(
        UUID id,
        String passage,
        String proposed,
        String reason,
        String by,
        Instant at,
        State state,
        String answer,
        String answeredBy) {
    /** What has become of it. */
    public enum State {
        OPEN("申し出中"),
        TAKEN("採用"),
        DECLINED("見送り");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
