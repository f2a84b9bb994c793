package jp.kyosei.backend.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.util.List;
import java.util.UUID;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.Rows;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was adopted stays as it was, also for the secretariat itself. */
class AdoptedVersionTest {
    private static final String ADOPTED = "KY001";
    private static final String OF_MINE =
            "(select v.id from kyosei.plan_version v join kyosei.plan p on p.id = v.plan_id"
                    + " where p.slug = 'mine-strategy-2' order by v.number desc limit 1)";

    private final RunningBackend backend = RunningBackend.get();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update kyosei.plan_version set title = 'changed' where id = VERSION",
                "update kyosei.plan_version set adopted_on = null where id = VERSION",
                "update kyosei.plan_version set adopted_on = date '2030-01-01' where id = VERSION",
                "delete from kyosei.plan_version where id = VERSION",
                "update kyosei.section set body = 'changed' where plan_version_id = VERSION",
                "delete from kyosei.section where plan_version_id = VERSION",
                "insert into kyosei.section select owner_id, gen_random_uuid(), plan_version_id, null, 1, 99, 'new', 'new', ''"
                        + " from kyosei.section where plan_version_id = VERSION limit 1",
                "update kyosei.section set plan_version_id = gen_random_uuid() where plan_version_id = VERSION",
                "update kyosei.initiative set title = 'changed' where plan_version_id = VERSION",
                "update kyosei.initiative_span set text = 'changed'"
                        + " where initiative_id in (select id from kyosei.initiative where plan_version_id = VERSION)",
                "delete from kyosei.initiative_span"
                        + " where initiative_id in (select id from kyosei.initiative where plan_version_id = VERSION)",
                "insert into kyosei.initiative_span select owner_id, id, 1990, 1990, 'new' from kyosei.initiative"
                        + " where plan_version_id = VERSION limit 1",
                "update kyosei.indicator_definition set name = 'changed' where plan_version_id = VERSION",
                "update kyosei.indicator_target set value = 1 where plan_version_id = VERSION",
                "delete from kyosei.indicator_target where plan_version_id = VERSION",
                "delete from kyosei.indicator_reporter where plan_version_id = VERSION"
            })
    void an_adopted_version_is_unchangeable(String change) {
        assertThat(attempt(change.replace("VERSION", OF_MINE))).isEqualTo(ADOPTED);
    }

    @Test
    void the_next_version_is_drafted_beside_it() {
        assertThat(attempt("insert into kyosei.plan_version (owner_id, id, plan_id, number, title)"
                        + " select owner_id, '%s', id, 99, '改訂案' from kyosei.plan where slug = 'mine-strategy-2'"
                                .formatted(UUID.randomUUID())))
                .isEqualTo("1 rows");
    }

    @Test
    void every_table_of_a_version_is_guarded() {
        List<String> unguarded = inside("""
                select a.attrelid::regclass::text from pg_attribute a
                join pg_class c on c.oid = a.attrelid and c.relkind = 'r' and c.relnamespace = 'kyosei'::regnamespace
                where a.attname = 'plan_version_id'
                  and not exists (select from pg_trigger t join pg_proc f on f.oid = t.tgfoid
                                  where t.tgrelid = c.oid and f.proname = 'forbid_change_of_adopted_version')""");
        assertThat(unguarded).isEmpty();
    }

    private List<String> inside(String sql) {
        return backend.bean(TenantDoor.class)
                .read(mine(), () -> backend.bean(JdbcOperations.class).execute(connection -> Rows.of(connection, sql)));
    }

    private String attempt(String sql) {
        return backend.bean(TenantDoor.class).write(mine(), () -> backend.bean(JdbcOperations.class)
                .execute(connection -> Rows.attempt(connection, sql)));
    }

    private Actor mine() {
        return backend.user(DemonstrationUser.MINE);
    }
}
