package jp.kyosei.backend.meeting.outcome;

/** What becomes of an outcome. */
public enum OutcomeStatus {
    REFLECTED("反映済"),
    WITHIN_YEAR("年度内に反映"),
    CONTINUED("継続検討");

    private final String label;

    OutcomeStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
