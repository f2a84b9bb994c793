package jp.kyosei.backend.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.SentStatements;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.applying.ImportApplying;
import jp.kyosei.backend.importing.applying.ImportPreviews;
import jp.kyosei.backend.importing.document.PlanImportService;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.inbox.ImportId;
import jp.kyosei.backend.importing.inbox.ImportInbox;
import jp.kyosei.backend.importing.inbox.NewImport;
import jp.kyosei.backend.results.PlansOfSize;
import jp.kyosei.backend.tenancy.Actor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Statements as the JDBC driver sends them, BEGIN and COMMIT left out; identification included. */
class ImportStatementsTest {
    private static final List<Integer> SIZES = List.of(3, 200);

    private static RunningBackend backend;
    private static ImportInbox imports;
    private static ImportPreviews previews;
    private static ImportApplying applying;

    @BeforeAll
    static void a_small_plan_and_a_large_one() {
        backend = RunningBackend.alone();
        imports = backend.bean(ImportInbox.class);
        previews = backend.bean(ImportPreviews.class);
        applying = backend.bean(ImportApplying.class);
        SIZES.forEach(size -> backend.bean(PlanImportService.class).apply(user(), PlansOfSize.plan(size)));
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Test
    void looking_at_a_file_takes_as_many_statements_for_a_small_plan_as_for_a_large_one() {
        List<Integer> counted = SIZES.stream()
                .map(size -> {
                    ImportId id = brought(size).id();
                    return SentStatements.count(() -> previews.preview(user(), id), 2);
                })
                .toList();
        assertThat(counted).containsExactly(13, 13);
    }

    @Test
    void applying_a_file_waits_for_the_database_as_often_for_many_cells_as_for_few() {
        List<Integer> counted = SIZES.stream()
                .map(size -> {
                    ImportId id = brought(size).id();
                    return SentStatements.roundTrips(() -> applying.apply(user(), id, null, "訂正"));
                })
                .toList();
        assertThat(counted.getFirst()).isEqualTo(counted.getLast());
    }

    private static DataImport brought(int size) {
        String rows = IntStream.rangeClosed(1, size)
                .mapToObj(no -> "%d,指標 %d,%d\n".formatted(no, no, 500 + no))
                .collect(Collectors.joining("", "No.,指標名,R5実績\n", ""));
        return imports.receive(
                user(),
                "daisen",
                new NewImport(PlansOfSize.slug(size), "", new FiscalYear(2023), "表.csv"),
                rows.getBytes(StandardCharsets.UTF_8));
    }

    private static Actor user() {
        return backend.user(DemonstrationUser.DAISEN);
    }
}
