package jp.kyosei.backend.sheet;

/** The file cannot be read; the message says in Japanese why and what to do. */
public final class UnreadableFileException extends RuntimeException {
    public UnreadableFileException(String message) {
        super(message, null, false, false);
    }
}
