package jp.kyosei.backend.collection.task;

import jp.kyosei.backend.actual.cell.ActualState;

/** Where a task of a round stands: 未入力 → 入力中 → (承認待ち) → 提出 → (差戻し) → 確定. */
public enum TaskState {
    NOT_STARTED("未入力", ActualState.DRAFT),
    DRAFT("入力中", ActualState.DRAFT),
    AWAITING_APPROVAL("承認待ち", ActualState.DRAFT),
    SUBMITTED("提出", ActualState.SUBMITTED),
    RETURNED("差戻し", ActualState.RETURNED),
    CONFIRMED("確定", ActualState.CONFIRMED);

    private final String label;
    private final ActualState figures;

    TaskState(String label, ActualState figures) {
        this.label = label;
        this.figures = figures;
    }

    public String label() {
        return label;
    }

    /** The state of the figures of such a task: what the superior has not approved is still the town's own draft. */
    public ActualState figures() {
        return figures;
    }

    /** Whether the town may change its figures. */
    public boolean isOpenForEntry() {
        return switch (this) {
            case NOT_STARTED, DRAFT, RETURNED -> true;
            case AWAITING_APPROVAL, SUBMITTED, CONFIRMED -> false;
        };
    }
}
