package jp.kyosei.backend.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.kyosei.backend.Rows;
import jp.kyosei.infra.services.Database;

/** The tables of the schema as the catalogue of PostgreSQL lists them, so that no new one is forgotten. */
final class TenantTables {
    /** Who there is: names and memberships that fellow members of an alliance and the operator know as well. */
    static final Set<String> DIRECTORY =
            Set.of("alliance_member", "department", "department_former_name", "role_grant");

    /** What is to be announced to whom: posted by the owner's writers, read by the mailer and nobody else. */
    static final Set<String> OF_THE_MAILER = Set.of("letter", "notice");

    /** Notes and what hangs on them: seen by whoever may see the note. */
    static final Set<String> OF_THE_DISCUSSION = Set.of("note", "note_attachment", "note_change", "note_reply");

    /** What a person keeps for themselves: read by nobody else. */
    static final Set<String> OF_ONESELF = Set.of("follower", "idempotency_key", "indicator_reading", "note_mark");

    /** Read by committee and secretariat alone. */
    static final Set<String> OF_THE_COUNCIL =
            Set.of("minutes_correction", "minutes_round", "vision_phrase", "vision_theme");

    /** Read by the owner's secretariat alone. */
    static final Set<String> OF_THE_SECRETARIAT =
            Set.of("data_import", "import_memory", "import_name_memory", "import_work");

    /** Read by the owner's administrator, the operator and the worker that makes accounts, or by that worker alone. */
    static final Set<String> OF_ACCOUNTS = Set.of(
            "account_errand", "deactivation", "invitation", "invitation_account", "own_login", "own_login_admission");

    /** Read by the owner's readers, and found by the acceptance of an invitation, which gives a member the account. */
    static final Set<String> GIVEN_AN_ACCOUNT = Set.of("committee_member");

    /** What the operator knows of an owner as well as its readers do. */
    static final Set<String> OF_THE_OPERATOR = Set.of("alliance_agreement", "owner_ending", "support_access");

    /** Archives of an owner: its admin's, and of those who make them. */
    static final Set<String> OF_THE_ARCHIVIST = Set.of("archive_order", "archive_piece");

    /** Read by the owner's admin alone: what is not announced yet. */
    static final Set<String> OF_THE_ADMIN = Set.of("transfer", "transfer_role", "transfer_work");

    /** Of meetings, what some readers of the owner see and others do not, or what the mailer sees besides them. */
    static final Set<String> OF_MEETINGS = Set.of("issued_part", "meeting", "minutes");

    /** What everybody may read besides the owner's readers: publications in force, and which of them ended. */
    static final Set<String> OF_THE_PUBLIC = Set.of(
            "withheld_note",
            "publication",
            "publication_end",
            "publication_file",
            "published_meeting",
            "published_meeting_end");

    private static final String WITH_OWNER = """
            select c.relname from pg_class c
            where c.relnamespace = 'kyosei'::regnamespace and c.relkind in ('r', 'p')
              and exists (select from pg_attribute a
                          where a.attrelid = c.oid and a.attname = 'owner_id' and not a.attisdropped)
            order by 1""";

    private TenantTables() {}

    /** Every table whose rows belong to an owner. */
    static List<String> all(Database database) throws SQLException {
        try (Connection connection = database.connectAsOwner()) {
            return Rows.of(connection, WITH_OWNER);
        }
    }

    /** The columns of a table that are written, with commas between. */
    static String columns(Database database, String table) throws SQLException {
        try (Connection connection = database.connectAsOwner()) {
            return String.join(", ", Rows.of(connection, """
                            select column_name from information_schema.columns
                            where table_schema = 'kyosei' and table_name = ? and is_generated = 'NEVER'
                            order by ordinal_position""", table));
        }
    }

    /** Those of them that hold plans, figures, rules and history: seen alike by all who read the owner. */
    static List<String> ofPlans(Database database) throws SQLException {
        return all(database).stream()
                .filter(table -> Stream.of(
                                DIRECTORY,
                                OF_THE_MAILER,
                                OF_THE_DISCUSSION,
                                OF_THE_COUNCIL,
                                OF_THE_SECRETARIAT,
                                OF_THE_ADMIN,
                                OF_THE_OPERATOR,
                                OF_THE_ARCHIVIST,
                                OF_MEETINGS,
                                OF_ACCOUNTS,
                                GIVEN_AN_ACCOUNT,
                                OF_ONESELF,
                                OF_THE_PUBLIC)
                        .noneMatch(others -> others.contains(table)))
                .toList();
    }
}
