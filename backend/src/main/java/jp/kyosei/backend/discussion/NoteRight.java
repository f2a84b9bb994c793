package jp.kyosei.backend.discussion;

/** Something that a reader may do with a note as it stands now. */
public enum NoteRight {
    /** Join the talk. */
    REPLY,
    /** Reply for secretariat or department, so that the note counts as answered. */
    ANSWER,
    /** Change the text. */
    EDIT,
    /** Take it back. */
    WITHDRAW,
    /** Say that nothing more is to be done. */
    CLOSE,
    /** Take that back. */
    REOPEN,
    /** Say who is to answer. */
    ASSIGN
}
