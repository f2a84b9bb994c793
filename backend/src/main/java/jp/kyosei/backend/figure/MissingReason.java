package jp.kyosei.backend.figure;

/** Why a municipality has no figure for a year. Every missing figure carries one; the words of the person stand beside it as a note. */
public enum MissingReason {
    CANCELLED("中止"),
    NOT_HELD("未実施"),
    NOT_SURVEYED("調査未実施"),
    NOT_COUNTABLE("集計不可"),
    NOT_PUBLISHED("未公表"),
    NOT_STARTED("供用開始前"),
    /** Not その他 alone: by that word owners count what has no grade. */
    OTHER("その他の理由");

    private static final String OTHER_IN_SHORT = "その他";

    private final String label;

    MissingReason(String label) {
        this.label = label;
    }

    /** Whether a text names this reason and says nothing more: as its label, or in the short word of older sheets. */
    public boolean isNamedBy(String text) {
        return text.equals(label) || (this == OTHER && text.equals(OTHER_IN_SHORT));
    }

    /** The Japanese label of screens and sheets. */
    public String label() {
        return label;
    }
}
