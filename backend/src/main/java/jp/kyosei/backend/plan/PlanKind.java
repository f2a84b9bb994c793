package jp.kyosei.backend.plan;

/** The kind of a plan. */
public enum PlanKind {
    JOINT_VISION("共生ビジョン"),
    COMPREHENSIVE_STRATEGY("総合戦略"),
    BASIC_PLAN("総合計画基本計画");

    private final String label;

    PlanKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
