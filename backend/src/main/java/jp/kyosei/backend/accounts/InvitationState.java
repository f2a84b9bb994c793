package jp.kyosei.backend.accounts;

/** How far an invitation has come. */
public enum InvitationState {
    /** Written down; the mail has not left yet. */
    WAITING,
    SENT,
    ACCEPTED,
    WITHDRAWN,
    EXPIRED
}
