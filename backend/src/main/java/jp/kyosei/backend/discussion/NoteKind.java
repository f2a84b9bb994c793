package jp.kyosei.backend.discussion;

/** What a note is. */
public enum NoteKind {
    QUESTION("質問"),
    OPINION("意見"),
    PROPOSAL("提案"),
    KEYWORD("キーワード");

    private final String label;

    NoteKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
