package jp.kyosei.backend.vision;

/** Where a phrase was quoted from. */
public enum PhraseSource {
    NOTE("委員の意見"),
    SURVEY("アンケート"),
    OTHER("その他");

    private final String label;

    PhraseSource(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
