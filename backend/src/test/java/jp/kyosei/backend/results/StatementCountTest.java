package jp.kyosei.backend.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.SentStatements;
import jp.kyosei.backend.evaluation.ChangeDigits;
import jp.kyosei.backend.evaluation.Consolidation;
import jp.kyosei.backend.evaluation.Direction;
import jp.kyosei.backend.importing.PlanDocument;
import jp.kyosei.backend.importing.PlanImportService;
import jp.kyosei.backend.indicator.IndicatorKind;
import jp.kyosei.backend.plan.PlanKind;
import jp.kyosei.backend.tenancy.Actor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Statements as the JDBC driver sends them, BEGIN and COMMIT left out; identification included. */
class StatementCountTest {
    private static final RunningBackend BACKEND = RunningBackend.get();
    private static final ResultsService RESULTS = BACKEND.bean(ResultsService.class);
    private static final int IDENTIFICATION_AND_READING = 2;
    private static final List<Integer> SIZES = List.of(3, 500);

    @BeforeAll
    static void a_small_plan_and_a_large_one() {
        Actor secretariat = BACKEND.user(DemonstrationUser.DAISEN);
        SIZES.forEach(size -> BACKEND.bean(PlanImportService.class).apply(secretariat, planOf(size)));
    }

    @Test
    void the_results_sheet_takes_seven_statements_whatever_the_number_of_indicators() {
        assertThat(statementsOfEach(size -> RESULTS.results(user(), slug(size), null)))
                .containsExactly(7, 7);
    }

    @Test
    void the_summary_takes_seven_statements_whatever_the_number_of_indicators() {
        assertThat(statementsOfEach(size -> RESULTS.summary(user(), slug(size), null)))
                .containsExactly(7, 7);
    }

    @Test
    void the_trend_takes_seven_statements_whatever_the_number_of_indicators() {
        assertThat(statementsOfEach(size -> RESULTS.trend(user(), slug(size)))).containsExactly(7, 7);
    }

    @Test
    void an_indicators_page_takes_ten_statements_whatever_the_number_of_indicators() {
        assertThat(statementsOfEach(size -> RESULTS.indicator(user(), slug(size), "2", null)))
                .containsExactly(10, 10);
    }

    private static Actor user() {
        return BACKEND.user(DemonstrationUser.DAISEN);
    }

    private static List<Integer> statementsOfEach(Consumer<Integer> call) {
        return SIZES.stream()
                .map(size -> SentStatements.count(() -> call.accept(size), IDENTIFICATION_AND_READING))
                .toList();
    }

    private static String slug(int size) {
        return "daisen-count-" + size;
    }

    private static PlanDocument planOf(int size) {
        return new PlanDocument(
                "daisen",
                slug(size),
                "%d の指標を持つ計画".formatted(size),
                PlanKind.BASIC_PLAN,
                2020,
                2024,
                List.of("分野"),
                List.of(new PlanDocument.VersionEntry(1, "策定", LocalDate.of(2020, 3, 31))),
                List.of(new PlanDocument.SectionEntry("1", null, "分野", "")),
                List.of(),
                IntStream.rangeClosed(1, size)
                        .mapToObj(StatementCountTest::indicator)
                        .toList());
    }

    private static PlanDocument.IndicatorEntry indicator(int no) {
        return new PlanDocument.IndicatorEntry(
                Integer.toString(no),
                IndicatorKind.KPI,
                "1",
                "指標 %d".formatted(no),
                "",
                "人",
                0,
                ChangeDigits.OWN,
                false,
                Direction.HIGHER,
                false,
                null,
                new PlanDocument.BaselineEntry(PlanDocument.BaselineKind.MEASURED, BigDecimal.TEN, 2018, null),
                List.of(new PlanDocument.TargetEntry(2024, BigDecimal.valueOf(100))),
                null,
                Consolidation.SINGLE,
                List.of(new PlanDocument.ReporterEntry("052124", null)),
                "",
                IntStream.rangeClosed(2020, 2023)
                        .mapToObj(year -> new PlanDocument.ActualEntry(
                                year, "052124", BigDecimal.valueOf(year - 1990L), null, null, null, null))
                        .toList(),
                List.of(),
                List.of());
    }
}
