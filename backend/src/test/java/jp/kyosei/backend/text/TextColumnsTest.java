package jp.kyosei.backend.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.Rows;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.WrongTextException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every column of text has a limit of a kind, or says here why it has none. */
class TextColumnsTest {
    /** Held by a check of its own, or written by this product alone. */
    private static final Set<String> OTHERWISE = Set.of(
            // one of a few words, or a name that a check knows
            ".*\\.(kind|state|role|status|visibility|standing|what|step|licence|direction|consolidation|source_kind)",
            "actual\\.missing_reason|alliance_member\\..*|.*\\.(municipality_code|town|author_town|assigned_town)",
            "(collection_task|approval_look)\\.subject_kind|note.*\\.author_standing|check_confirmation\\.code|municipality\\.code|owner\\.(slug|alliance_kind)|plan\\.slug",
            "meeting_participant\\.attendance|indicator_definition\\.(change_digits|progress_formula|baseline_kind)|vision_phrase\\.source",
            ".*\\.plan_slug|publication_file\\..*|import_memory\\..*|import_name_memory\\..*|import_work\\..*|idempotency_key\\.key|vision_theme\\.title",
            "change_reason\\.(field|subject_kind)|own_login\\.(domain|provider)",
            "vision_phrase\\.text|note_attachment\\.(name|media_type|sha256)|person\\.mail_address|letter\\.address|(invitation|member_contact)\\.mail|alliance_agreement\\.centre_code",
            // written by this product
            "(audit|service)_entry\\.(action|subject_kind)|notice\\.(body|once_key|gather_key|list_head|listed|closing)|idempotency_key\\.(request|answer)",
            "flyway_schema_history\\..*");

    @Test
    void every_column_of_text_has_a_limit() throws SQLException {
        try (Connection connection = RunningBackend.get().database().connectAsOwner()) {
            List<String> limited = Rows.of(
                    connection,
                    "select c.relname || '.' || split_part(encode(t.tgargs, 'escape'), '\\000', 1) from pg_trigger t"
                            + " join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid"
                            + " where p.proname = 'refuse_long_text'");
            Set<String> unlimited = new TreeSet<>(Rows.of(
                    connection,
                    "select table_name || '.' || column_name from information_schema.columns"
                            + " join information_schema.tables using (table_schema, table_name)"
                            + " where table_schema = 'kyosei' and data_type = 'text' and table_type = 'BASE TABLE'"));
            limited.forEach(unlimited::remove);
            unlimited.removeIf(column -> OTHERWISE.stream().anyMatch(column::matches));

            assertThat(unlimited).isEmpty();
            assertThat(limited).hasSizeGreaterThan(120);
        }
    }

    @Test
    void every_limit_of_the_database_is_one_of_a_kind() throws SQLException {
        Set<Integer> kinds = new TreeSet<>(
                Arrays.stream(TextKind.values()).map(TextKind::most).toList());
        try (Connection connection = RunningBackend.get().database().connectAsOwner()) {
            Matcher limits = Pattern.compile("\\\\000(\\d+)")
                    .matcher(
                            String.join(
                                    "\n",
                                    Rows.of(
                                            connection,
                                            "select encode(t.tgargs, 'escape') from pg_trigger t"
                                                    + " join pg_proc p on p.oid = t.tgfoid where p.proname = 'refuse_long_text'")));
            while (limits.find()) {
                assertThat(kinds).contains(Integer.parseInt(limits.group(1)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"'repeat(''あ'', 4001)', progress", "'E''一'' || convert_from(''\\x00'', ''UTF8'')', text"})
    void what_passed_no_service_is_refused_by_the_database_in_words(String text, String field) {
        TenantDoor door = RunningBackend.get().bean(TenantDoor.class);
        Actor secretariat = RunningBackend.get().user(DemonstrationUser.SECRETARIAT);

        assertThatThrownBy(() -> door.write(secretariat, () -> updated("update narrative set progress = " + text)))
                .isInstanceOfSatisfying(WrongTextException.class, wrong -> {
                    assertThat(wrong.field()).isEqualTo(field);
                    assertThat(wrong.getMessage()).containsPattern("短くして|貼り付けた");
                });
    }

    @Test
    void what_was_stored_before_there_were_limits_goes_on_as_it_is() throws SQLException {
        try (Connection connection = RunningBackend.get().database().connectAsOwner()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set search_path to kyosei");
                statement.execute("alter table narrative no force row level security, disable trigger user");
                int rows = statement.executeUpdate("update narrative set progress = repeat('あ', 40000)");
                statement.execute("alter table narrative enable trigger user");

                assertThat(statement.executeUpdate("update narrative set state = 'DRAFT', progress = progress"))
                        .isEqualTo(rows);
                assertThat(statement.executeUpdate("update narrative set progress = '短い'"))
                        .isPositive();
            } finally {
                connection.rollback();
            }
        }
    }

    private static int updated(String sql) {
        TransactionOperations<?> transactions = RunningBackend.get().bean(TransactionOperations.class);
        Connection connection =
                (Connection) transactions.findTransactionStatus().orElseThrow().getConnection();
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new DataAccessException("as a repository says it", e);
        }
    }
}
