package jp.kyosei.backend.meeting;

/** What a paper of a meeting shows. */
public enum MaterialKind {
    RESULTS("実績一覧"),
    OVERVIEW("概要"),
    TREND("達成度の推移"),
    NOTES("意見一覧");

    private final String label;

    MaterialKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
