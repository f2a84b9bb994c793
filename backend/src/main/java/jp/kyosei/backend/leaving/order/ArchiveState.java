package jp.kyosei.backend.leaving.order;

/** How far an archive has come. */
public enum ArchiveState {
    WAITING("作成待ち"),
    MAKING("作成中"),
    READY("完成"),
    FAILED("作成できませんでした");

    private final String label;

    ArchiveState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether it is still to be made. */
    public boolean isOpen() {
        return this == WAITING || this == MAKING;
    }
}
