package jp.kyosei.backend.leaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import jp.kyosei.backend.Rows;
import jp.kyosei.backend.RunningBackend;
import org.junit.jupiter.api.Test;

/** What the schema's own role may in the two functions by which an owner leaves, and nobody anywhere else. */
class LeavingPoliciesTest {
    @Test
    void policies_that_do_not_hold_for_the_application_are_the_schemas_own_roles_alone() throws SQLException {
        assertThat(catalogue("""
                        select distinct policyname || ' ' || cmd || ' ' || array_to_string(roles, ',') from pg_policies
                        where schemaname = 'kyosei' and not 'public' = any (roles) order by 1"""))
                .containsExactly(
                        "farewell_is_bidden_with_an_owner INSERT kyosei_owner",
                        "farewell_is_found_with_an_owner SELECT kyosei_owner",
                        "leaving_accounts_are_read SELECT kyosei_owner",
                        "leaving_owner_goes DELETE kyosei_owner",
                        "leaving_owner_is_read SELECT kyosei_owner",
                        "leaving_people_are_known SELECT kyosei_owner",
                        "leaving_people_are_read SELECT kyosei_owner",
                        "leaving_people_lose_their_name UPDATE kyosei_owner");
        assertThat(catalogue("select 'member' where pg_has_role('kyosei_app', 'kyosei_owner', 'member')"))
                .isEmpty();
    }

    @Test
    void every_table_with_an_owner_is_read_and_deleted_there_for_the_leaving_owner_alone() throws SQLException {
        assertThat(catalogue("""
                        select distinct qual from pg_policies
                        where schemaname = 'kyosei' and policyname like 'leaving_owner%'""")).hasSize(2).allSatisfy(qual -> assertThat(qual)
                .matches("\\((owner_)?id = \\( SELECT (kyosei\\.)?context_leaving_owner\\(\\) AS .*\\)\\)"));
    }

    @Test
    void no_other_function_runs_with_other_rights_than_its_callers() throws SQLException {
        assertThat(catalogue("select proname from pg_proc where pronamespace = 'kyosei'::regnamespace and prosecdef"))
                .containsExactlyInAnyOrder("open_archive", "delete_ended_owner");
    }

    @Test
    void both_functions_look_in_their_own_schema_and_are_the_applications_to_call() throws SQLException {
        assertThat(catalogue("""
                        select proname || ' ' || array_to_string(proconfig, ';') from pg_proc
                        where pronamespace = 'kyosei'::regnamespace and prosecdef
                          and proowner = 'kyosei_owner'::regrole
                          and has_function_privilege('kyosei_app', oid, 'execute')
                          and not exists (select 1 from aclexplode(proacl) a where a.grantee = 0)
                        order by 1"""))
                .containsExactly(
                        "delete_ended_owner search_path=kyosei, pg_temp", "open_archive search_path=kyosei, pg_temp");
    }

    private static List<String> catalogue(String sql) throws SQLException {
        try (Connection connection = RunningBackend.get().database().connectAsOwner()) {
            return Rows.of(connection, sql);
        }
    }
}
