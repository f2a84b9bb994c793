package jp.kyosei.backend.accounts;

/** How it stands with somebody in the list of an owner's people. */
public enum AccountState {
    ACTIVE("利用中"),
    WAITING("招待の送信待ち"),
    SENT("招待中"),
    EXPIRED("招待の期限切れ"),
    INACTIVE("利用停止");

    private final String label;

    AccountState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the line is an invitation, not a person. */
    public boolean isInvitation() {
        return switch (this) {
            case WAITING, SENT, EXPIRED -> true;
            case ACTIVE, INACTIVE -> false;
        };
    }
}
