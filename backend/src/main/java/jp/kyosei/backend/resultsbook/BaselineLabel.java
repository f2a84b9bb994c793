package jp.kyosei.backend.resultsbook;

/** What {@link IndicatorColumn#BASELINE_KIND} says. */
public enum BaselineLabel {
    /** There is a figure and its year. */
    MEASURED("値あり"),
    /** There was none; printed —. */
    ABSENT("なし（—）"),
    /** The indicator came later; printed blank, or as its note. */
    ADDED_LATER("途中から");

    private final String label;

    BaselineLabel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
