package jp.kyosei.backend.discussion;

/** A step that a person takes with a note; answering happens by a reply. */
public enum NoteStep {
    CLOSE("完了にする"),
    REOPEN("もう一度開く");

    private final String label;

    NoteStep(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
