package jp.kyosei.backend.meeting;

/** What a paper of a meeting shows, in the order in which offices hand them out. */
public enum MaterialKind {
    OVERVIEW("概要"),
    RESULTS("実績一覧"),
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
