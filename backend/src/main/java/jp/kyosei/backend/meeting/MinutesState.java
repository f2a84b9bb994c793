package jp.kyosei.backend.meeting;

/** Where the minutes (議事要旨) stand. */
public enum MinutesState {
    DRAFT("作成中"),
    APPROVED("承認済"),
    PUBLISHED("公開");

    private final String label;

    MinutesState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
