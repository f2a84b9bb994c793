package jp.kyosei.backend.meeting.paper;

import java.util.List;
import jp.kyosei.backend.meeting.Meeting;
import org.jspecify.annotations.Nullable;

/**
 * A meeting with its papers as they were issued last.
 *
 * @param papers by number, only what is issued and for this reader; what has changed since is not in them
 */
public record MeetingPack(Meeting meeting, String ownerName, List<Given> papers) {
    public MeetingPack {
        papers = List.copyOf(papers);
    }

    /**
     * A paper of the pack.
     *
     * @param replaced the issue that it took the place of; none if it is the first
     * @param changes from that issue to this
     */
    public record Given(IssuedPaper paper, @Nullable IssuedPaper replaced, List<Difference> changes) {
        public Given {
            changes = List.copyOf(changes);
        }

        /** Without what it took the place of. */
        public Given alone() {
            return new Given(paper, null, List.of());
        }
    }
}
