package jp.kyosei.backend.discussion;

import java.time.Instant;

/**
 * Something that was done to a note.
 *
 * @param before the text, state, visibility or desk as it was
 * @param remark how the author agreed, or why; may be empty
 */
public record NoteChange(What what, String before, String after, String remark, String personName, Instant at) {
    /** What was done. */
    public enum What {
        EDITED("本文を直した"),
        VISIBILITY("見える人を変えた"),
        WITHDRAWN("取り下げた"),
        STATE("状態を変えた"),
        ASSIGNED("回答の担当を決めた");

        private final String label;

        What(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
