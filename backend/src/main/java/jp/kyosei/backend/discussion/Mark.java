package jp.kyosei.backend.discussion;

/** How a note stands to the reader. */
public enum Mark {
    /** Never opened. */
    NEW,
    /** Something was added since it was read. */
    UNREAD,
    /** Read, or written by the reader last. */
    READ
}
