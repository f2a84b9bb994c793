package jp.kyosei.backend.figure;

/** Why a figure is missing. */
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

    public String label() {
        return label;
    }
}
