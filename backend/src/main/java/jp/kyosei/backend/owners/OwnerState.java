package jp.kyosei.backend.owners;

/** How far an owner is in its use of the service; what its people may do does not hang on it. */
public enum OwnerState {
    TRIAL("試行"),
    RUNNING("利用中"),
    ENDING("終了予定");

    private final String label;

    OwnerState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
