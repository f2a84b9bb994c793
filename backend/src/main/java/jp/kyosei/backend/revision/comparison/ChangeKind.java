package jp.kyosei.backend.revision.comparison;

/** What became of a thing from one version to another. */
public enum ChangeKind {
    ADDED("新規"),
    REMOVED("廃止"),
    /** It says what it said, elsewhere in the tree. */
    MOVED("移動"),
    CHANGED("変更"),
    SAME("変更なし");

    private final String label;

    ChangeKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
