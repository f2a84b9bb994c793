package jp.kyosei.backend.attachment;

/** What became of a file that somebody sent. */
public sealed interface AttachOutcome {
    /** It hangs at the note. */
    record Attached(Attachment attachment) implements AttachOutcome {}

    /**
     * It was not taken, and nothing of it is kept.
     *
     * @param message why, and what to do, in Japanese
     */
    record NotTaken(Cause cause, String message) implements AttachOutcome {}

    /** Why a file was not taken. */
    enum Cause {
        /** Its kind, its name or its content. */
        UNSUITABLE,
        /** More than {@value AttachmentService#MOST_BYTES} bytes. */
        TOO_LARGE,
        /** The note has as many as it may. */
        TOO_MANY,
        /** The scanner knows it as harmful. */
        INFECTED,
        /** The scanner did not answer; the same file may be taken later. */
        NOT_SCANNED
    }
}
