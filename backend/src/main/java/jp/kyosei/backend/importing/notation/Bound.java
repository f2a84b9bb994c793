package jp.kyosei.backend.importing.notation;

/** What a figure is of what is meant: itself, or its limit. */
public enum Bound {
    EXACT,
    /** 80以上, 80超. */
    AT_LEAST,
    /** 45以下, 45未満. */
    AT_MOST
}
