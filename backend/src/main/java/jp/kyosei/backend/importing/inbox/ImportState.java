package jp.kyosei.backend.importing.inbox;

/** How far an import has come. */
public enum ImportState {
    READING("読み込み中"),
    READY("確認待ち"),
    UNREADABLE("読み込めません"),
    CANCELLED("中止"),
    APPLIED("取込済み"),
    UNDONE("取り消し済み");

    private final String label;

    ImportState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
