package jp.kyosei.backend.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.Rows;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.infra.services.Database;
import jp.kyosei.infra.services.LocalServices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Table by table: what the application's role sees and writes, whatever the application's code may ask for. */
class RowSecurityTest {
    private static final String REFUSED = "42501";
    private static final String ADOPTED = "KY001";

    private final RunningBackend backend = RunningBackend.get();
    private final Database database = backend.database();

    @Test
    void without_a_context_no_row_of_any_table_is_seen() throws SQLException {
        try (Connection connection = database.connectAsApp()) {
            for (String table : TenantTables.all(database)) {
                assertThat(count(connection, table)).as(table).isEqualTo("0");
            }
            assertThat(count(connection, "owner")).isEqualTo("0");
            assertThat(count(connection, "person")).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @EnumSource(DemonstrationUser.class)
    void nobody_sees_a_row_of_a_plan_that_is_not_theirs_and_everybody_sees_all_of_their_own(DemonstrationUser user)
            throws SQLException {
        Actor actor = backend.user(user);
        Set<String> readable = actor.readableOwners().stream()
                .map(owner -> owner.value().toString())
                .collect(Collectors.toSet());
        for (String table : TenantTables.ofPlans(database)) {
            String owners =
                    "select owner_id::text || ' ' || count(*) from kyosei.%s group by owner_id".formatted(table);
            List<String> seen = read(actor, owners);
            List<String> theirs = asSuperuser(owners).stream()
                    .filter(line -> readable.contains(line.split(" ", 2)[0]))
                    .toList();
            assertThat(seen).as(table).containsExactlyInAnyOrderElementsOf(theirs);
        }
    }

    @ParameterizedTest
    @EnumSource(value = DemonstrationUser.class, mode = EnumSource.Mode.EXCLUDE, names = "OPERATOR")
    void of_other_owners_only_the_fellow_members_of_an_alliance_are_known(DemonstrationUser user) throws SQLException {
        Actor actor = backend.user(user);
        Set<String> known = new HashSet<>();
        actor.readableOwners().forEach(owner -> known.add(owner.value().toString()));
        for (OwnerId owner : actor.readableOwners()) {
            known.addAll(asSuperuser("""
                    select o.id from kyosei.alliance_member m
                    join kyosei.owner o on o.municipality_code = m.municipality_code
                    where m.owner_id = '%s'""".formatted(owner.value())));
        }
        for (String table : TenantTables.DIRECTORY) {
            assertThat(read(actor, "select distinct owner_id from kyosei." + table))
                    .as(table)
                    .isSubsetOf(known);
        }
        assertThat(read(actor, "select id from kyosei.owner")).isSubsetOf(known);
    }

    @ParameterizedTest
    @EnumSource(value = DemonstrationUser.class, mode = EnumSource.Mode.EXCLUDE, names = "OPERATOR")
    void nobody_writes_into_another_owners_table(DemonstrationUser user) throws SQLException {
        Actor actor = backend.user(user);
        for (OwnerId other : othersThan(actor)) {
            for (String table : TenantTables.all(database)) {
                String insert = """
                        insert into kyosei.%1$s (%2$s)
                        select %2$s from jsonb_populate_record(null::kyosei.%1$s, jsonb_build_object('owner_id', ?))""".formatted(table, TenantTables.columns(database, table));
                assertThat(attempt(actor, insert, other.value()))
                        .as("insert into " + table)
                        .isEqualTo(REFUSED);
                String update = "update kyosei.%s set owner_id = owner_id where owner_id = ?".formatted(table);
                assertThat(attempt(actor, update, other.value()))
                        .as("update " + table)
                        .isIn("0 rows", REFUSED);
                String delete = "delete from kyosei.%s where owner_id = ?".formatted(table);
                assertThat(attempt(actor, delete, other.value()))
                        .as("delete from " + table)
                        .isIn("0 rows", REFUSED);
            }
        }
    }

    @Test
    void nobody_moves_a_row_to_another_owner() throws SQLException {
        Actor mine = backend.user(DemonstrationUser.MINE);
        OwnerId other = othersThan(mine).getFirst();
        for (String table : TenantTables.all(database)) {
            boolean filled = !countSeen(mine, table).equals("0");
            assertThat(attempt(mine, "update kyosei.%s set owner_id = ?".formatted(table), other.value()))
                    .as(table)
                    .isIn(filled ? List.of(REFUSED, ADOPTED) : List.of(REFUSED, "0 rows"));
        }
    }

    @Test
    void the_public_sees_no_row_of_any_table_but_of_those_made_for_it() {
        for (String table : List.of(
                "owner",
                "person",
                "plan",
                "indicator",
                "actual",
                "narrative",
                "note",
                "audit_entry",
                "publication_step")) {
            String seen = backend.bean(TenantDoor.class).published(() -> backend.bean(JdbcOperations.class)
                    .execute(connection -> count(connection, table)));
            assertThat(seen).as(table).isEqualTo("0");
        }
    }

    @Test
    void a_transaction_opened_for_reading_writes_nothing_even_at_home() throws SQLException {
        Actor mine = backend.user(DemonstrationUser.MINE);
        assertThat(attemptWhileReading(mine, "update kyosei.plan set title = 'changed'"))
                .isEqualTo("25006");
    }

    @Test
    void the_context_ends_with_its_transaction() {
        Actor mine = backend.user(DemonstrationUser.MINE);
        assertThat(countSeen(mine, "plan")).isEqualTo("1");
        Actor nobody = new Actor(mine.person(), "nobody", "nobody", false, List.of());
        assertThat(countSeen(nobody, "plan")).isEqualTo("0");
    }

    private List<OwnerId> othersThan(Actor actor) throws SQLException {
        return asSuperuser("select id from kyosei.owner order by slug").stream()
                .map(id -> new OwnerId(UUID.fromString(id)))
                .filter(owner -> !actor.readableOwners().contains(owner))
                .toList();
    }

    private List<String> read(Actor actor, String sql) {
        return backend.bean(TenantDoor.class)
                .read(actor, () -> backend.bean(JdbcOperations.class).execute(connection -> Rows.of(connection, sql)));
    }

    private String countSeen(Actor actor, String table) {
        return read(actor, "select count(*) from kyosei." + table).getFirst();
    }

    private String attempt(Actor actor, String sql, Object... parameters) {
        return backend.bean(TenantDoor.class).write(actor, () -> backend.bean(JdbcOperations.class)
                .execute(connection -> Rows.attempt(connection, sql, parameters)));
    }

    private String attemptWhileReading(Actor actor, String sql) {
        return backend.bean(TenantDoor.class).read(actor, () -> backend.bean(JdbcOperations.class)
                .execute(connection -> Rows.attempt(connection, sql)));
    }

    private List<String> asSuperuser(String sql) throws SQLException {
        String name = database.jdbcUrl().substring(database.jdbcUrl().lastIndexOf('/') + 1);
        try (Connection connection = LocalServices.shared().postgres().connectAsSuperuser(name)) {
            return Rows.of(connection, sql);
        }
    }

    private static String count(Connection connection, String table) {
        return Rows.of(connection, "select count(*) from kyosei." + table).getFirst();
    }
}
