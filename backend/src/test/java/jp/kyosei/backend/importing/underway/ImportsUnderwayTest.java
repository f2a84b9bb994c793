package jp.kyosei.backend.importing.underway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.SentStatements;
import jp.kyosei.backend.StoredRows;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.applying.ImportApplying;
import jp.kyosei.backend.importing.applying.ImportPreviews;
import jp.kyosei.backend.importing.document.PlanImportService;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.inbox.ImportId;
import jp.kyosei.backend.importing.inbox.ImportInbox;
import jp.kyosei.backend.importing.inbox.ImportState;
import jp.kyosei.backend.importing.inbox.NewImport;
import jp.kyosei.backend.importing.picture.SheetPicture;
import jp.kyosei.backend.results.PlansOfSize;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.infra.services.LocalServices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What takes long can be stopped, and leaves nothing half done behind, whatever becomes of its process. */
class ImportsUnderwayTest {
    private static final int SIZE = 150;

    private static RunningBackend backend;
    private static ImportInbox imports;
    private static ImportPreviews previews;
    private static ImportApplying applying;
    private static Actor user;

    @BeforeAll
    static void a_plan() {
        backend = RunningBackend.alone();
        imports = backend.bean(ImportInbox.class);
        previews = backend.bean(ImportPreviews.class);
        applying = backend.bean(ImportApplying.class);
        user = backend.user(DemonstrationUser.DAISEN);
        backend.bean(PlanImportService.class).apply(user, PlansOfSize.plan(SIZE));
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Test
    void a_file_whose_reader_has_died_is_read_again_by_whoever_looks() {
        DataImport brought = brought(500);
        leftBehind(brought, "READING", ImportState.READING);

        assertThat(imports.find(user, brought.id()).state()).isEqualTo(ImportState.READING);
        DataImport again = imports.find(user, brought.id());

        assertThat(again.state()).isEqualTo(ImportState.READY);
        assertThat(imports.underway(user, again)).isEmpty();
        assertThat(previews.preview(user, again.id()).orElseThrow().changes()).hasSize(SIZE);
    }

    @Test
    void a_file_that_another_process_is_reading_is_left_to_it() {
        DataImport brought = brought(600);
        StoredRows.write(
                backend,
                "update kyosei.data_import set state = 'READING' where id = ?",
                brought.id().value());
        work(brought, "READING", "now()");

        assertThat(imports.find(user, brought.id()).state()).isEqualTo(ImportState.READING);
        Work work = imports.underway(user, brought).orElseThrow();
        assertThat(work.isUnderWay()).isTrue();
        assertThat(work.share()).isEqualTo(0.25);
        imports.cancel(user, brought.id());
    }

    @Test
    void what_was_being_applied_when_its_process_died_says_that_nothing_was_written_and_is_applied_again() {
        DataImport brought = brought(700);
        leftBehind(brought, "APPLYING", ImportState.READY);
        int before = figures();

        Work work = imports.underway(user, imports.find(user, brought.id())).orElseThrow();
        assertThat(work.isUnderWay()).isFalse();
        assertThat(work.message()).contains("サーバーが止まりました", "何も登録していません", "もう一度");
        assertThat(figures()).isEqualTo(before);

        applying.begin(user, brought.id(), fingerprint(brought), "訂正");
        assertThat(ended(brought)).isEqualTo(ImportState.APPLIED);
        assertThat(imports.underway(user, imports.find(user, brought.id()))).isEmpty();
    }

    @Test
    void what_is_being_applied_is_stopped_and_waits_again_with_nothing_written() throws SQLException {
        DataImport brought = brought(800);
        String fingerprint = fingerprint(brought);
        int before = figures();
        try (Connection other = superuser()) {
            other.setAutoCommit(false);
            holdFigures(other);
            applying.begin(user, brought.id(), fingerprint, "訂正");
            Work work = imports.underway(user, imports.find(user, brought.id())).orElseThrow();
            assertThat(work.isUnderWay()).isTrue();
            assertThat(work.step()).isEqualTo(WorkStep.APPLYING);
            assertThat(work.share()).isGreaterThan(0.2);
            assertThatThrownBy(() -> applying.begin(user, brought.id(), fingerprint, "訂正"))
                    .isInstanceOf(RefusedException.class);

            imports.cancel(user, brought.id());
            other.rollback();
        }

        assertThat(ended(brought)).isEqualTo(ImportState.READY);
        assertThat(imports.underway(user, imports.find(user, brought.id()))
                        .orElseThrow()
                        .message())
                .isEqualTo("取り込みを中止しました。何も登録していません。");
        assertThat(figures()).isEqualTo(before);

        applying.begin(user, brought.id(), fingerprint, "訂正");
        assertThat(ended(brought)).isEqualTo(ImportState.APPLIED);
        assertThat(figures()).isNotEqualTo(before);
    }

    @Test
    void what_keeps_a_file_from_being_applied_is_told_until_somebody_goes_on() {
        DataImport brought = brought(900);
        applying.apply(user, brought.id(), null, "訂正");
        DataImport second = brought(950);

        applying.begin(user, second.id(), fingerprint(second), "");
        assertThat(ended(second)).isEqualTo(ImportState.READY);
        assertThat(imports.underway(user, second).orElseThrow().message()).contains("変える理由を書いてください");

        applying.begin(user, second.id(), fingerprint(second), "訂正");
        assertThat(ended(second)).isEqualTo(ImportState.APPLIED);
        assertThat(imports.underway(user, second)).isEmpty();
    }

    @Test
    void the_next_page_of_a_sheet_is_turned_without_comparing_the_file_again() {
        DataImport brought = brought(1000);
        previews.preview(user, brought.id());

        int sent = SentStatements.count(() -> previews.picture(user, brought.id(), 0, 60), 1);

        SheetPicture page = previews.picture(user, brought.id(), 0, 60);
        assertThat(page.from()).isEqualTo(60);
        assertThat(page.rows()).hasSize(60);
        // The context, and the import.
        assertThat(sent).isEqualTo(2);
    }

    private static ImportState ended(DataImport brought) {
        while (imports.underway(user, brought).filter(Work::isUnderWay).isPresent()) {
            LockSupport.parkNanos(20_000_000);
        }
        return imports.find(user, brought.id()).state();
    }

    private static String fingerprint(DataImport brought) {
        return previews.preview(user, brought.id()).orElseThrow().fingerprint();
    }

    private static int figures() {

        return backend.bean(ResultsService.class)
                .results(user, PlansOfSize.slug(SIZE), null)
                .rows()
                .toString()
                .hashCode();
    }

    private static void leftBehind(DataImport brought, String step, ImportState state) {
        StoredRows.write(
                backend,
                "update kyosei.data_import set state = ? where id = ?",
                state.name(),
                brought.id().value());
        work(brought, step, "now() - interval '5 minutes'");
    }

    private static void work(DataImport brought, String step, String beat) {
        StoredRows.write(
                backend,
                "insert into kyosei.import_work (owner_id, import_id, step, begun_by_name, begun_at, share, beat_at)"
                        + " values (?, ?, ?, '前の人', now() - interval '6 minutes', 0.25, " + beat + ")",
                brought.owner().value(),
                brought.id().value(),
                step);
    }

    private static Connection superuser() throws SQLException {
        String url = backend.database().jdbcUrl();
        return LocalServices.shared().postgres().connectAsSuperuser(url.substring(url.lastIndexOf('/') + 1));
    }

    /** Nobody writes a figure until the transaction ends. */
    private static void holdFigures(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table kyosei.actual in exclusive mode");
        }
    }

    private static DataImport brought(int first) {
        String rows = IntStream.rangeClosed(1, SIZE)
                .mapToObj(no -> "%d,指標 %d,%d\n".formatted(no, no, first + no))
                .collect(Collectors.joining("", "No.,指標名,R5実績\n", ""));
        ImportId id = imports.receive(
                        user,
                        "daisen",
                        new NewImport(PlansOfSize.slug(SIZE), "", new FiscalYear(2023), "表.csv"),
                        rows.getBytes(StandardCharsets.UTF_8))
                .id();
        return imports.find(user, id);
    }
}
