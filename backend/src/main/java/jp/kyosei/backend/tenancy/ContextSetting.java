package jp.kyosei.backend.tenancy;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The settings of a transaction that the policies of row-level security ask: who acts, and the owners that they may reach
 * in each way, as arrays of PostgreSQL. Empty is nobody and nothing.
 */
enum ContextSetting {
    PERSON,
    OPERATOR,
    READABLE_OWNERS,
    LISTED_OWNERS,
    WRITABLE_OWNERS,
    ADMINISTERED_OWNERS,
    COUNCIL_OWNERS,
    MEMBER_OWNERS,
    DISCUSSING_OWNERS,
    KEPT_OWNERS,
    /** Owners that are read up to a fiscal year only, as JSON; empty for nearly everybody. */
    LAST_YEARS,
    /** Set by {@code identify} alone. */
    SUBJECT,
    /** Set by {@code identify} alone. */
    TOWNS,
    MAILER,
    PUBLIC,
    /** The worker that makes accounts, and acceptance at a login. */
    ACCOUNTS,
    /** Whoever makes archives and ends owners, for no actor. */
    ARCHIVIST,
    /** The one owner that an archive is made of. */
    LEAVING_OWNER;

    /**
     * Takes a value for each setting in the order of this enum. {@code set_config(…, true)} is SET LOCAL with bind
     * parameters; one statement sets them all, so that none is left from what the transaction was before.
     */
    static final String ENTER = Arrays.stream(values())
            .map(setting -> "set_config('%s', ?, true)".formatted(setting.key()))
            .collect(Collectors.joining(", ", "select ", ""));

    /** The same for work that is known to take long, and may: its statements, and what is reckoned between them. */
    static final String ENTER_FOR_LONG = ENTER + ", set_config('statement_timeout', '10min', true)"
            + ", set_config('idle_in_transaction_session_timeout', '10min', true)";

    /** As the policies call it: {@code app.readable_owners}. */
    private String key() {
        return "app." + name().toLowerCase(Locale.ROOT);
    }
}
