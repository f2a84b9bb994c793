package jp.kyosei.backend.leaving.ending;

import jp.kyosei.backend.tenancy.RefusedException;

/** An end that cannot be announced now; the message says in Japanese what to do. */
public final class EndingRefusedException extends RefusedException {
    EndingRefusedException(String message) {
        super(message);
    }
}
