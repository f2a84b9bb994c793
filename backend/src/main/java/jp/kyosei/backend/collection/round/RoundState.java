package jp.kyosei.backend.collection.round;

/** Whether a round takes figures. */
public enum RoundState {
    OPEN("受付中"),
    CLOSED("締切済");

    private final String label;

    RoundState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
