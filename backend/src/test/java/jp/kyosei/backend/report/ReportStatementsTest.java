package jp.kyosei.backend.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.SentStatements;
import jp.kyosei.backend.importing.document.PlanImportService;
import jp.kyosei.backend.results.PlansOfSize;
import jp.kyosei.backend.tenancy.Actor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Statements as the JDBC driver sends them, BEGIN and COMMIT left out; identification included. */
class ReportStatementsTest {
    private static final List<Integer> SIZES = List.of(3, 200);
    private static final int IDENTIFICATION_AND_READING = 2;

    private static RunningBackend backend;
    private static ReportService reports;

    @BeforeAll
    static void a_small_plan_and_a_large_one() {
        backend = RunningBackend.alone();
        reports = backend.bean(ReportService.class);
        SIZES.forEach(size -> backend.bean(PlanImportService.class).apply(user(), PlansOfSize.plan(size)));
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Test
    void the_results_take_ten_statements_whatever_the_number_of_indicators() {
        assertThat(statements(ReportKind.RESULTS, ReportFormat.XLSX)).containsExactly(10, 10);
        assertThat(statements(ReportKind.RESULTS, ReportFormat.CSV)).containsExactly(10, 10);
    }

    @Test
    void overview_and_trend_take_seven_statements_as_their_screens_do() {
        assertThat(statements(ReportKind.OVERVIEW, ReportFormat.CSV)).containsExactly(7, 7);
        assertThat(statements(ReportKind.TREND, ReportFormat.DOCX)).containsExactly(7, 7);
    }

    @Test
    void notes_take_as_many_statements_for_a_small_plan_as_for_a_large_one() {
        List<Integer> counted = statements(ReportKind.NOTES, ReportFormat.CSV);
        assertThat(counted.getFirst()).isEqualTo(counted.getLast());
    }

    private static List<Integer> statements(ReportKind kind, ReportFormat format) {
        reports.report(user(), PlansOfSize.slug(SIZES.getFirst()), kind, format, null);
        return SIZES.stream()
                .map(size -> SentStatements.count(
                        () -> reports.report(user(), PlansOfSize.slug(size), kind, format, null),
                        IDENTIFICATION_AND_READING))
                .toList();
    }

    private static Actor user() {
        return backend.user(DemonstrationUser.DAISEN);
    }
}
