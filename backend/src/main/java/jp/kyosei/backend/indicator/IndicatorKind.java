package jp.kyosei.backend.indicator;

/** Whether an indicator is a goal of a whole strategy (数値目標) or a key performance indicator of a measure (KPI). */
public enum IndicatorKind {
    GOAL("数値目標"),
    KPI("KPI");

    private final String label;

    IndicatorKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
