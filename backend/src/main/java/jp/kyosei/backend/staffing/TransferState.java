package jp.kyosei.backend.staffing;

/** What has become of a change of staff. The names are stored and are what REST answers. */
public enum TransferState {
    PREPARED("準備中"),
    IN_FORCE("実施済み"),
    TAKEN_BACK("取りやめ");

    private final String label;

    TransferState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
