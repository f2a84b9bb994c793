package jp.kyosei.backend.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import jp.kyosei.backend.Rows;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.infra.services.Database;
import org.junit.jupiter.api.Test;

/** What has to hold of every table, also of those that are still to come. */
class RowSecurityCatalogueTest {
    private static final String TABLES = """
            (select c.* from pg_class c
             where c.relnamespace = 'kyosei'::regnamespace and c.relkind in ('r', 'p')
               and c.relname <> 'flyway_schema_history') t""";
    private static final String HAS_OWNER = """
            exists (select from pg_attribute a
                    where a.attrelid = t.oid and a.attname = 'owner_id' and not a.attisdropped)""";

    private static final String SELECT_POLICIES = """
            select qual from pg_policies where schemaname = 'kyosei' and tablename = '%s' and cmd in ('SELECT', 'ALL')
              and permissive = 'PERMISSIVE'""";

    private final Database database = RunningBackend.get().database();

    @Test
    void every_table_forces_row_level_security() throws SQLException {
        assertThat(catalogue(
                        "select relname from %s where not (relrowsecurity and relforcerowsecurity)".formatted(TABLES)))
                .isEmpty();
    }

    @Test
    void the_application_reaches_no_large_object_and_no_other_database() throws SQLException {
        assertThat(catalogue("""
                        select oid::regprocedure::text from pg_proc
                        where pronamespace = 'pg_catalog'::regnamespace
                          and (proname like 'lo\\_%' or proname in ('loread', 'lowrite'))
                          and has_function_privilege('kyosei_app', oid, 'execute')""")).isEmpty();
        assertThat(catalogue("""
                        select datname from pg_database
                        where datname in ('postgres', 'template0', 'template1', 'keycloak') and datallowconn
                          and has_database_privilege('kyosei_app', oid, 'connect')""")).isEmpty();
        assertThat(catalogue("""
                        select oid::text from pg_largeobject_metadata""")).isEmpty();
    }

    @Test
    void every_command_that_is_granted_has_a_policy() throws SQLException {
        assertThat(catalogue("""
                        select t.relname || ' ' || g.command
                        from %s
                        cross join (values ('SELECT', 'r'), ('INSERT', 'a'), ('UPDATE', 'w'), ('DELETE', 'd')) g (command, code)
                        where has_table_privilege('kyosei_app', t.oid, g.command)
                          and not exists (select from pg_policy p
                                          where p.polrelid = t.oid and p.polcmd::text in (g.code, '*'))""".formatted(TABLES))).isEmpty();
    }

    @Test
    void only_the_public_registers_are_read_by_everybody() throws SQLException {
        assertThat(catalogue("""
                        select tablename || ' ' || cmd from pg_policies
                        where schemaname = 'kyosei' and (qual = 'true' or with_check = 'true')"""))
                .containsExactlyInAnyOrder("municipality SELECT", "municipality_register SELECT", "prefecture SELECT");
    }

    @Test
    void every_table_belongs_to_an_owner_but_the_registers_what_a_person_chooses_and_what_is_done_to_the_service()
            throws SQLException {
        assertThat(catalogue("select relname from %s where not %s order by 1".formatted(TABLES, HAS_OWNER)))
                .containsExactly(
                        "account_farewell",
                        "mail_choice",
                        "municipality",
                        "municipality_register",
                        "owner",
                        "person",
                        "prefecture",
                        "service_entry");
    }

    @Test
    void notices_and_letters_are_read_and_changed_by_the_mailer_and_nobody_else() throws SQLException {
        // A letter tells who works where, a notice what somebody else is asked to do: not even the owner reads them.
        for (String table : TenantTables.OF_THE_MAILER) {
            assertThat(catalogue("""
                            select qual from pg_policies
                            where schemaname = 'kyosei' and tablename = '%s' and cmd <> 'INSERT'""".formatted(table))).as(table).hasSize(2).allSatisfy(qual -> assertThat(qual)
                    .matches("\\( SELECT (kyosei\\.)?context_is_mailer\\(\\) AS context_is_mailer\\)"));
        }
    }

    @Test
    void the_mailer_writes_notices_and_letters_and_reads_only_who_holds_which_role() throws SQLException {
        assertThat(catalogue("""
                        select distinct tablename || ' ' || cmd from pg_policies
                        where schemaname = 'kyosei'
                          and (qual like '%context_is_mailer%' or with_check like '%context_is_mailer%')
                        order by 1"""))
                .containsExactly(
                        "alliance_member SELECT",
                        "follower SELECT",
                        "letter INSERT",
                        "letter SELECT",
                        "letter UPDATE",
                        "mail_choice SELECT",
                        "meeting SELECT",
                        "notice INSERT",
                        "notice SELECT",
                        "notice UPDATE",
                        "owner SELECT",
                        "role_grant SELECT");
    }

    @Test
    void tables_of_plans_are_read_by_the_owners_readers_and_nobody_else() throws SQLException {
        String whose = "\\(person_id = \\( SELECT (kyosei\\.)?context_person\\(\\) AS context_person\\)\\) AND ";
        for (String table : TenantTables.ofPlans(database)) {
            // What a superior has looked at is nobody else's.
            String narrower = table.equals("approval_look") ? "\\(" + whose : "";
            assertThat(catalogue("""
                            select qual from pg_policies
                            where schemaname = 'kyosei' and tablename = '%s' and cmd in ('SELECT', 'ALL')
                              and permissive = 'PERMISSIVE'""".formatted(table)))
                    .as(table)
                    .singleElement()
                    .asString()
                    .matches(narrower
                            + "\\(owner_id = ANY \\(\\( SELECT (kyosei\\.)?context_owners\\('app.readable_owners'::text\\)"
                            + " AS context_owners\\)::uuid\\[\\]\\)\\)"
                            + (narrower.isEmpty() ? "" : "\\)"));
        }
    }

    @Test
    void what_belongs_to_a_fiscal_year_ends_with_the_membership_of_who_reads_it() throws SQLException {
        assertThat(catalogue("""
                        select tablename || ' ' || cmd || ' ' || policyname from pg_policies
                        where schemaname = 'kyosei' and permissive = 'RESTRICTIVE' and qual like '%context_last_years%'
                        order by 1"""))
                .containsExactly(
                        "actual ALL within_membership",
                        "check_confirmation ALL within_membership",
                        "collection_round ALL within_membership",
                        "manual_grade ALL within_membership",
                        "meeting ALL within_membership",
                        "narrative ALL within_membership",
                        "note ALL within_membership",
                        "plan ALL within_membership",
                        "published_record ALL within_membership");
    }

    @Test
    void files_brought_in_are_read_and_written_by_the_owners_secretariat_and_nobody_else() throws SQLException {
        for (String table : TenantTables.OF_THE_SECRETARIAT) {
            assertThat(catalogue("""
                            select qual from pg_policies
                            where schemaname = 'kyosei' and tablename = '%s'""".formatted(table)))
                    .as(table)
                    .singleElement()
                    .asString()
                    .contains("app.readable_owners", "app.kept_owners", "AND");
        }
    }

    @Test
    void members_are_given_the_account_of_their_own_invitation_and_nothing_else() throws SQLException {
        assertThat(catalogue("""
                        select cmd from pg_policies
                        where schemaname = 'kyosei' and tablename = 'committee_member' and qual like '%makes_accounts%'
                          and (cmd = 'SELECT' or with_check like '%i.person_id = committee_member.person_id%')
                        order by 1""")).containsExactly("SELECT", "UPDATE");
    }

    @Test
    void changes_of_staff_are_read_and_written_by_the_owners_admin_and_the_calendar_finds_which_are_due()
            throws SQLException {
        for (String table : TenantTables.OF_THE_ADMIN) {
            assertThat(catalogue("""
                            select qual || ' ' || with_check from pg_policies
                            where schemaname = 'kyosei' and tablename = '%s' and cmd = 'ALL'""".formatted(table)))
                    .as(table)
                    .singleElement()
                    .asString()
                    .contains("app.administered_owners");
        }
        assertThat(catalogue("""
                        select distinct tablename || ' ' || cmd from pg_policies
                        where schemaname = 'kyosei' and (qual like '%context_is_calendar%' or with_check like '%context_is_calendar%')""")).containsExactly("transfer SELECT");
    }

    @Test
    void the_public_reads_publications_and_what_became_of_them_and_writes_nothing() throws SQLException {
        assertThat(catalogue("""
                        select distinct tablename || ' ' || cmd from pg_policies
                        where schemaname = 'kyosei'
                          and (qual like '%context_is_public%' or with_check like '%context_is_public%')
                        order by 1"""))
                .containsExactly(
                        "publication SELECT",
                        "publication_end SELECT",
                        "publication_file SELECT",
                        "published_meeting SELECT",
                        "published_meeting_end SELECT",
                        "withheld_note SELECT");
    }

    @Test
    void what_is_published_is_written_by_the_secretariat_alone_and_never_altered() throws SQLException {
        for (String table : List.of(
                "publication",
                "publication_file",
                "publication_end",
                "publication_step",
                "published_meeting",
                "published_meeting_end")) {
            assertThat(catalogue("""
                            select cmd || ' ' || with_check from pg_policies
                            where schemaname = 'kyosei' and tablename = '%s' and cmd <> 'SELECT'""".formatted(table)))
                    .as(table)
                    .singleElement()
                    .asString()
                    .startsWith("INSERT")
                    .contains("app.kept_owners");
            assertThat(catalogue("""
                            select 'may change it' where has_any_column_privilege('kyosei_app', 'kyosei.%1$s', 'UPDATE')
                            union all select 'may delete it' where has_table_privilege('kyosei_app', 'kyosei.%1$s', 'DELETE')""".formatted(table))).as(table).isEmpty();
        }
    }

    @Test
    void a_note_is_read_by_its_author_its_council_its_municipalities_or_if_public_and_its_parts_with_it()
            throws SQLException {
        assertThat(catalogue("""
                        select tablename || ' ' || policyname || ' ' || cmd from pg_policies
                        where schemaname = 'kyosei' and tablename like 'note%' and tablename not in ('note_mark')
                          and cmd in ('SELECT', 'ALL') and permissive = 'PERMISSIVE' and tablename <> 'notice'
                        order by 1"""))
                .containsExactly(
                        "note note_is_seen SELECT",
                        "note_attachment part_is_seen_with_its_note SELECT",
                        "note_change part_is_seen_with_its_note SELECT",
                        "note_reply part_is_seen_with_its_note SELECT");
        assertThat(catalogue(
                        "select qual from pg_policies where schemaname = 'kyosei' and policyname = 'note_is_seen'"))
                .singleElement()
                .asString()
                .contains("app.readable_owners", "app.council_owners", "app.member_owners", "author_id", "'PUBLIC'");
    }

    @Test
    void what_is_between_committee_and_secretariat_is_read_by_them_alone() throws SQLException {
        for (String table : TenantTables.OF_THE_COUNCIL) {
            assertThat(catalogue("""
                            select qual from pg_policies
                            where schemaname = 'kyosei' and tablename = '%s' and cmd in ('SELECT', 'ALL')""".formatted(table)))
                    .as(table)
                    .singleElement()
                    .asString()
                    .contains("app.readable_owners", "app.council_owners")
                    .doesNotContain(" OR ");
        }
    }

    @Test
    void issued_notes_are_seen_as_the_notes_and_minutes_once_they_are_published() throws SQLException {
        assertThat(catalogue(SELECT_POLICIES.formatted("issued_part")))
                .singleElement()
                .asString()
                .contains(
                        "app.readable_owners",
                        "app.council_owners",
                        "app.member_owners",
                        "author_id",
                        "'PUBLIC'",
                        "note");
        assertThat(catalogue(SELECT_POLICIES.formatted("minutes")))
                .singleElement()
                .asString()
                .contains("app.readable_owners", "app.kept_owners", "'PUBLISHED'");
        assertThat(catalogue(SELECT_POLICIES.formatted("meeting")))
                .hasSize(2)
                .anySatisfy(qual -> assertThat(qual).contains("app.readable_owners"))
                .anySatisfy(qual -> assertThat(qual).contains("context_is_mailer"));
    }

    @Test
    void meetings_are_written_by_the_secretariat_alone_and_what_was_issued_never_again() throws SQLException {
        for (String table : List.of(
                "meeting", "meeting_participant", "meeting_material", "issue", "issued_part", "outcome", "minutes")) {
            assertThat(catalogue("""
                            select coalesce(with_check, qual) from pg_policies
                            where schemaname = 'kyosei' and tablename = '%s' and cmd <> 'SELECT' and permissive = 'PERMISSIVE'""".formatted(table))).as(table).isNotEmpty().allSatisfy(qual -> assertThat(qual)
                    .contains("app.kept_owners"));
        }
        for (String table : List.of("issue", "issued_part")) {
            assertThat(catalogue("""
                            select 'may change it' where has_any_column_privilege('kyosei_app', 'kyosei.%1$s', 'UPDATE')
                            union all select 'may delete it' where has_table_privilege('kyosei_app', 'kyosei.%1$s', 'DELETE')""".formatted(table))).as(table).isEmpty();
        }
    }

    @Test
    void what_a_person_keeps_is_read_by_that_person_alone() throws SQLException {
        for (String table : TenantTables.OF_ONESELF) {
            assertThat(catalogue("""
                            select tablename from pg_policies
                            where schemaname = 'kyosei' and tablename = '%s'
                              and qual like '%%person_id = ( SELECT %%context_person()%%'
                              and (cmd = 'ALL' or cmd = 'SELECT')""".formatted(table))).as(table).hasSize(1);
        }
    }

    @Test
    void every_unique_key_of_a_tenant_table_begins_with_the_owner() throws SQLException {
        // A key across owners would tell one that another has the value; own_login is the operator's alone to write.
        assertThat(catalogue("""
                        select t.relname || ' ' || i.indexrelid::regclass
                        from %s join pg_index i on i.indrelid = t.oid and i.indisunique
                        join pg_attribute f on f.attrelid = t.oid and f.attnum = i.indkey[0]
                        where %s and f.attname <> 'owner_id' and t.relname <> 'own_login'""".formatted(TABLES, HAS_OWNER))).isEmpty();
        assertThat(catalogue("""
                        select t.relname from %s
                        where %s and not exists (select from pg_index i where i.indrelid = t.oid and i.indisunique)""".formatted(TABLES, HAS_OWNER))).isEmpty();
    }

    @Test
    void a_foreign_key_between_tenant_tables_joins_the_same_owner() throws SQLException {
        // A town's department reports in the alliance's plan: the one reference from an owner to another.
        assertThat(catalogue("""
                        select k.conname
                        from pg_constraint k join %s on t.oid = k.conrelid
                        join pg_attribute parent on parent.attrelid = k.confrelid and parent.attname = 'owner_id'
                        where k.contype = 'f' and %s
                          and not exists (
                              select from unnest(k.conkey, k.confkey) pair (own, theirs)
                              join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.own
                              where a.attname = 'owner_id' and pair.theirs = parent.attnum)""".formatted(TABLES, HAS_OWNER)))
                .containsExactlyInAnyOrder(
                        "collection_task_department", "indicator_desk_department", "indicator_reporter_department");
    }

    @Test
    void every_view_is_read_with_the_rights_of_the_reader() throws SQLException {
        assertThat(catalogue("""
                        select relname from pg_class
                        where relnamespace = 'kyosei'::regnamespace
                          and (relkind = 'm'
                               or relkind = 'v' and not coalesce(reloptions @> '{security_invoker=true}', false))""")).isEmpty();
    }

    @Test
    void the_applications_role_is_nobody_special_and_owns_nothing() throws SQLException {
        assertThat(catalogue("""
                        select rolname from pg_roles
                        where rolname = 'kyosei_app'
                          and not (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication)""")).containsExactly("kyosei_app");
        assertThat(catalogue("""
                        select 'table ' || relname from pg_class where relowner = 'kyosei_app'::regrole
                        union all select 'function ' || proname from pg_proc where proowner = 'kyosei_app'::regrole
                        union all select 'schema ' || nspname from pg_namespace where nspowner = 'kyosei_app'::regrole
                        union all select 'type ' || typname from pg_type where typowner = 'kyosei_app'::regrole
                        union all select 'database ' || datname from pg_database where datdba = 'kyosei_app'::regrole
                        union all select 'member of ' || roleid::regrole from pg_auth_members
                                  where member = 'kyosei_app'::regrole
                        union all select 'may create' where has_schema_privilege('kyosei_app', 'kyosei', 'CREATE')""")).isEmpty();
    }

    @Test
    void the_application_may_neither_truncate_nor_touch_the_history_of_migrations() throws SQLException {
        assertThat(catalogue("""
                        select relname from pg_class
                        where relnamespace = 'kyosei'::regnamespace and relkind in ('r', 'p')
                          and (has_table_privilege('kyosei_app', oid, 'TRUNCATE, REFERENCES, TRIGGER')
                               or relname = 'flyway_schema_history'
                                  and has_table_privilege('kyosei_app', oid, 'SELECT, INSERT, UPDATE, DELETE'))""")).isEmpty();
    }

    @Test
    void the_audit_trail_is_append_only() throws SQLException {
        assertThat(catalogue("""
                        select 'may change it' where has_any_column_privilege('kyosei_app', 'kyosei.audit_entry', 'UPDATE')
                        union all select 'may delete it' where has_table_privilege('kyosei_app', 'kyosei.audit_entry', 'DELETE')""")).isEmpty();
    }

    /** Of policies only those that hold for the application; what the schema's own role may is told by LeavingPoliciesTest. */
    private List<String> catalogue(String sql) throws SQLException {
        try (Connection connection = database.connectAsOwner()) {
            return Rows.of(
                    connection,
                    sql.replace(
                            "from pg_policies",
                            "from (select * from pg_policies where 'public' = any (roles)) pg_policies"));
        }
    }
}
