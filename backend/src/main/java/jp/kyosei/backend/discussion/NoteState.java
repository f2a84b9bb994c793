package jp.kyosei.backend.discussion;

/** Where a note stands. A withdrawn note keeps the state that it had. */
public enum NoteState {
    OPEN("未回答"),
    ANSWERED("回答済み"),
    CLOSED("完了");

    private final String label;

    NoteState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
