package jp.kyosei.backend.meeting;

/** On which list of a meeting somebody stands. */
public enum ParticipantKind {
    MEMBER("委員"),
    OFFICIAL("市町出席者");

    private final String label;

    ParticipantKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
