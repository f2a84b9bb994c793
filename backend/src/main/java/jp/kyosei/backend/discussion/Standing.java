package jp.kyosei.backend.discussion;

/** For whom the author of a note or reply speaks. */
public enum Standing {
    COMMITTEE("委員"),
    SECRETARIAT("事務局"),
    MUNICIPALITY("担当課");

    private final String label;

    Standing(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
