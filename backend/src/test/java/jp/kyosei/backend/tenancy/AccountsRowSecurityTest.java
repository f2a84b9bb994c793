package jp.kyosei.backend.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import jp.kyosei.backend.Rows;
import jp.kyosei.backend.RunningBackend;
import org.junit.jupiter.api.Test;

/** Who reaches invitations, and what the worker reaches that makes accounts of them. */
class AccountsRowSecurityTest {
    @Test
    void the_worker_of_accounts_sees_invitations_and_makes_whoever_accepts_one_a_person_with_its_roles()
            throws SQLException {
        assertThat(catalogue("""
                        select distinct tablename || ' ' || cmd from pg_policies
                        where schemaname = 'kyosei'
                          and (qual like '%context_makes_accounts%' or with_check like '%context_makes_accounts%')
                        order by 1"""))
                .containsExactly(
                        "account_errand INSERT",
                        "account_errand SELECT",
                        "account_errand UPDATE",
                        "account_farewell DELETE",
                        "account_farewell SELECT",
                        "account_farewell UPDATE",
                        "audit_entry INSERT",
                        "committee_member SELECT",
                        "committee_member UPDATE",
                        "invitation INSERT",
                        "invitation SELECT",
                        "invitation UPDATE",
                        "invitation_account INSERT",
                        "invitation_account SELECT",
                        "invitation_account UPDATE",
                        "own_login SELECT",
                        "own_login_admission SELECT",
                        "owner SELECT",
                        "person INSERT",
                        "person SELECT",
                        "role_grant INSERT",
                        "role_grant SELECT");
    }

    @Test
    void which_account_an_invitation_leads_to_only_that_worker_reads_besides_what_ends_an_owner() throws SQLException {
        for (String table : List.of("account_errand", "invitation_account")) {
            assertThat(catalogue("""
                            select qual from pg_policies
                            where schemaname = 'kyosei' and tablename = '%s' and cmd <> 'INSERT'
                              and qual not like '%%context_leaving_owner%%'""".formatted(table))).as(table).hasSize(2).allSatisfy(qual -> assertThat(qual)
                    .matches("\\( SELECT (kyosei\\.)?context_makes_accounts\\(\\) AS context_makes_accounts\\)"));
        }
    }

    private static List<String> catalogue(String sql) throws SQLException {
        try (Connection connection = RunningBackend.get().database().connectAsOwner()) {
            return Rows.of(connection, sql);
        }
    }
}
