package jp.kyosei.backend.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.SentStatements;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.document.PlanImportService;
import jp.kyosei.backend.publishing.open.OpenShelf;
import jp.kyosei.backend.results.PlansOfSize;
import jp.kyosei.backend.tenancy.Actor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Statements as the JDBC driver sends them, BEGIN and COMMIT left out; identification included. */
class OpenStatementsTest {
    private static final FiscalYear YEAR = new FiscalYear(2023);
    private static final List<Integer> SIZES = List.of(3, 200);
    private static final int IDENTIFICATION_AND_CALL = 2;
    private static final RunningBackend BACKEND = RunningBackend.alone();
    private static final PublishingService PUBLISHING = BACKEND.bean(PublishingService.class);
    private static final OpenShelf SHELF = BACKEND.bean(OpenShelf.class);

    @BeforeAll
    static void a_small_plan_and_a_large_one_are_published() {
        SIZES.forEach(size -> {
            BACKEND.bean(PlanImportService.class).apply(user(), PlansOfSize.plan(size));
            publish(size);
        });
        SHELF.refresh();
    }

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    @Test
    void reading_sends_no_statement_at_all() {
        assertThat(SentStatements.count(
                        () -> {
                            assertThat(OpenWalk.all(SHELF)).hasSizeGreaterThan(200);
                            assertThat(SHELF.at("plans/absent/2023").status()).isEqualTo(404);
                        },
                        0))
                .isZero();
    }

    @Test
    void publishing_takes_the_same_number_of_statements_whatever_the_number_of_indicators() {
        // A connection that lay idle is tested when it is next taken.
        PUBLISHING.preview(user(), PlansOfSize.slug(SIZES.getFirst()), order());
        List<Integer> sent = SIZES.stream()
                .map(size -> SentStatements.count(
                        () -> PUBLISHING.preview(user(), PlansOfSize.slug(size), order()), IDENTIFICATION_AND_CALL))
                .toList();
        assertThat(sent).containsExactly(sent.getFirst(), sent.getFirst());
    }

    private static void publish(int size) {
        PUBLISHING.publish(user(), PlansOfSize.slug(size), order(), PublishingService.ANY_VERSION);
    }

    private static PublishOrder order() {
        return new PublishOrder(YEAR, true, true, Licence.CC_BY_4_0);
    }

    private static Actor user() {
        return BACKEND.user(DemonstrationUser.DAISEN);
    }
}
