package jp.kyosei.backend.actual;

/** Where an actual stands in its collection (実績照会). */
public enum ActualState {
    DRAFT("入力中"),
    SUBMITTED("提出"),
    RETURNED("差戻し"),
    CONFIRMED("確定");

    private final String label;

    ActualState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
