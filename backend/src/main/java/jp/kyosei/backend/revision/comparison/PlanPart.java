package jp.kyosei.backend.revision.comparison;

/** What a version of a plan holds. */
public enum PlanPart {
    SECTION("体系"),
    INDICATOR("指標"),
    INITIATIVE("取組");

    private final String label;

    PlanPart(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
