package jp.kyosei.backend.attachment;

/** What a content turned out to be, whatever its name says. */
sealed interface Sniffed {
    /** A kind that is taken, whole and nothing else besides. */
    record Found(FileKind kind) implements Sniffed {}

    /**
     * Nothing that is taken.
     *
     * @param message why, and what to do, in Japanese
     */
    record Unusable(String message) implements Sniffed {}
}
