package jp.kyosei.backend.accounts;

/** What is to be done in Keycloak. */
enum ErrandKind {
    /** An account is found or made, and gets the mail with the link. */
    INVITE,
    /** An invitation came to nothing: an account that was made for it and never used is removed. */
    CLEAN_UP,
    /** The sessions of an account are ended. */
    END_SESSIONS
}
