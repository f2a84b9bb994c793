package jp.kyosei.backend.actual;

/** Somebody else changed or removed a figure between reading and writing it; nothing was written. */
public final class StaleFigureException extends RuntimeException {
    StaleFigureException() {
        super("stale figure", null, false, false);
    }
}
