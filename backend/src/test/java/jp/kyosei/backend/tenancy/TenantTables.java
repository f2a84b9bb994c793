package jp.kyosei.backend.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import jp.kyosei.backend.Rows;
import jp.kyosei.infra.services.Database;

/** The tables of the schema as the catalogue of PostgreSQL lists them, so that no new one is forgotten. */
final class TenantTables {
    /** Who there is: names and memberships that fellow members of an alliance and the operator know as well. */
    static final Set<String> DIRECTORY = Set.of("alliance_member", "department", "role_grant");

    /** What is to be announced to whom: posted by the owner's writers, read by the mailer and nobody else. */
    static final Set<String> OF_THE_MAILER = Set.of("letter", "notice");

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

    /** Those of them that hold plans, figures, rules and history. */
    static List<String> ofPlans(Database database) throws SQLException {
        return all(database).stream()
                .filter(table -> !DIRECTORY.contains(table) && !OF_THE_MAILER.contains(table))
                .toList();
    }
}
