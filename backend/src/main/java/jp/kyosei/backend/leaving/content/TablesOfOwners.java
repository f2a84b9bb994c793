package jp.kyosei.backend.leaving.content;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The tables that an archive of an owner is made of: all that have an owner, save those that say nothing of it. */
@Singleton
class TablesOfOwners {
    /** What somebody keeps for themselves: what they have read, what they follow. */
    static final Set<String> OF_ONE_PERSON = Set.of("note_mark", "indicator_reading", "follower", "approval_look");

    /** How the service itself gets its work done. */
    static final Set<String> MACHINERY = Set.of(
            "idempotency_key",
            "notice",
            "letter",
            "account_errand",
            "invitation_account",
            "archive_order",
            "archive_piece");

    private static final String TABLES = """
            select c.relname, a.attname
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'kyosei'
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relkind = 'r'
              and (c.relname = 'owner' or exists (
                  select 1 from pg_attribute o
                  where o.attrelid = c.oid and o.attname = 'owner_id' and not o.attisdropped))
            order by c.relname <> 'owner', c.relname, a.attnum""";

    /**
     * By the names that columns of people have. What only the service's own workers may read is left out, for the application's
     * role has no right to it either way.
     */
    private static final String OWN_TABLES = """
            select c.relname, a.attname, a.atttypid = 'bytea'::regtype,
                   c.relname = 'person' and a.attname = 'id'
                       or a.atttypid = 'uuid'::regtype and (a.attname in ('person_id', 'author_id') or a.attname like '%\\_by')
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'kyosei'
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relkind = 'r' and has_table_privilege(c.oid, 'select')
            order by c.relname <> 'person', c.relname, a.attnum""";

    private final JdbcOperations jdbc;

    TablesOfOwners(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which people are told of them; within an open transaction. */
    List<TableOfOwner> archived() {
        return jdbc.prepareStatement(TABLES, statement -> {
            Map<String, List<String>> columns = new LinkedHashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    columns.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                            .add(row.getString(2));
                }
            }
            return columns.entrySet().stream()
                    .filter(table -> !OF_ONE_PERSON.contains(table.getKey()) && !MACHINERY.contains(table.getKey()))
                    .map(table -> new TableOfOwner(table.getKey(), table.getValue()))
                    .toList();
        });
    }

    /** Those with rows of people, within an open transaction. */
    List<TableOfPeople> ofPeople() {
        return jdbc.prepareStatement(OWN_TABLES, statement -> {
            Map<String, TableOfPeople> tables = new LinkedHashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String name = row.getString(1);
                    String column = row.getString(2);
                    TableOfPeople known =
                            tables.getOrDefault(name, new TableOfPeople(name, List.of(), List.of(), List.of()));
                    tables.put(
                            name,
                            new TableOfPeople(
                                    name,
                                    with(known.columns(), column, true),
                                    with(known.whose(), column, row.getBoolean(4)),
                                    with(known.files(), column, row.getBoolean(3))));
                }
            }
            return tables.values().stream()
                    .filter(table -> !table.whose().isEmpty() && !MACHINERY.contains(table.name()))
                    .toList();
        });
    }

    private static List<String> with(List<String> columns, String column, boolean counts) {
        return counts ? Stream.concat(columns.stream(), Stream.of(column)).toList() : columns;
    }
}
