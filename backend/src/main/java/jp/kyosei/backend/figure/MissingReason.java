package jp.kyosei.backend.figure;

/** Why a municipality has no figure for a year. Every missing figure carries one; the words of the person stand beside it as a note. */
public enum MissingReason {
    CANCELLED("中止"),
    NOT_HELD("未実施"),
    NOT_SURVEYED("調査未実施"),
    NOT_COUNTABLE("集計不可"),
    NOT_PUBLISHED("未公表"),
    NOT_STARTED("供用開始前"),
    OTHER("その他");

    private final String label;

    MissingReason(String label) {
        this.label = label;
    }

    /** The Japanese label of screens and sheets. */
    public String label() {
        return label;
    }
}
