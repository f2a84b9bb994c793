package jp.kyosei.backend;

/** The users of the demonstration realm; their password is {@code demo}. */
public enum DemonstrationUser {
    SECRETARIAT("secretariat", 1),
    ICHINOSEKI("ichinoseki", 2),
    HIRAIZUMI("hiraizumi", 3),
    APPROVER("approver", 4),
    IIN("iin", 5),
    MINE("mine", 6),
    MINE_STAFF("mine-staff", 7),
    DAISEN("daisen", 8),
    OPERATOR("operator", 9);

    private final String username;
    private final int number;

    DemonstrationUser(String username, int number) {
        this.username = username;
        this.number = number;
    }

    public String username() {
        return username;
    }

    /** The subject in the demonstration realm. */
    public String subject() {
        return "00000000-0000-4000-8000-%012d".formatted(number);
    }
}
