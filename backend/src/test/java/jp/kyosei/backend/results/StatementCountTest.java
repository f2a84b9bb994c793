package jp.kyosei.backend.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.SentStatements;
import jp.kyosei.backend.importing.document.PlanImportService;
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
        SIZES.forEach(size -> BACKEND.bean(PlanImportService.class).apply(secretariat, PlansOfSize.plan(size)));
    }

    @Test
    void the_results_sheet_takes_seven_statements_whatever_the_number_of_indicators() {
        assertThat(statementsOfEach(size -> RESULTS.results(user(), PlansOfSize.slug(size), null)))
                .containsExactly(7, 7);
    }

    @Test
    void the_summary_takes_seven_statements_whatever_the_number_of_indicators() {
        assertThat(statementsOfEach(size -> RESULTS.summary(user(), PlansOfSize.slug(size), null)))
                .containsExactly(7, 7);
    }

    @Test
    void the_trend_takes_seven_statements_whatever_the_number_of_indicators() {
        assertThat(statementsOfEach(size -> RESULTS.trend(user(), PlansOfSize.slug(size))))
                .containsExactly(7, 7);
    }

    @Test
    void an_indicators_page_takes_ten_statements_whatever_the_number_of_indicators() {
        assertThat(statementsOfEach(size -> RESULTS.indicator(user(), PlansOfSize.slug(size), "2", null)))
                .containsExactly(10, 10);
    }

    private static Actor user() {
        return BACKEND.user(DemonstrationUser.DAISEN);
    }

    private static List<Integer> statementsOfEach(Consumer<Integer> call) {
        // A connection that lay idle is tested when it is next taken; that is not what a call costs.
        call.accept(SIZES.getFirst());
        return SIZES.stream()
                .map(size -> SentStatements.count(() -> call.accept(size), IDENTIFICATION_AND_READING))
                .toList();
    }
}
