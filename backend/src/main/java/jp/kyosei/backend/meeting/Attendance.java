package jp.kyosei.backend.meeting;

/** Whether somebody comes, or came. */
public enum Attendance {
    UNDECIDED("未定"),
    PRESENT("出席"),
    ABSENT("欠席"),
    PROXY("代理");

    private final String label;

    Attendance(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
