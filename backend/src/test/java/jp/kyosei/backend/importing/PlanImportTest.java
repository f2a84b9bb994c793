package jp.kyosei.backend.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.Rows;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.importing.document.ImportProblem;
import jp.kyosei.backend.importing.document.ImportRefusedException;
import jp.kyosei.backend.importing.document.PlanDocument;
import jp.kyosei.backend.importing.document.PlanImportService;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.junit.jupiter.api.Test;

class PlanImportTest {
    private final RunningBackend backend = RunningBackend.get();
    private final PlanImportService imports = backend.bean(PlanImportService.class);

    @Test
    void all_problems_are_named_at_once_and_nothing_is_saved() throws IOException {
        PlanDocument good = strategy();
        PlanDocument bad = new PlanDocument(
                good.owner(),
                "somebody-elses-name",
                good.title(),
                good.kind(),
                good.lastFiscalYear(),
                good.firstFiscalYear(),
                List.of(),
                List.of(),
                good.sections(),
                good.initiatives(),
                good.indicators());
        ImportRefusedException refused = refused(bad);
        assertThat(refused.problems())
                .extracting(ImportProblem::place)
                .contains("slug", "lastFiscalYear", "levelNames", "versions");
        assertThat(refused.problems()).extracting(ImportProblem::message).allSatisfy(message -> assertThat(message)
                .containsPattern("\\p{IsHan}|\\p{IsHiragana}"));
        assertThat(slugs()).containsExactly("mine-strategy-2");
    }

    @Test
    void the_same_plan_is_not_applied_twice() throws IOException {
        assertThat(refused(strategy()).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).isEqualTo("slug");
            assertThat(problem.message()).contains("mine-strategy-2", "既に");
        });
        assertThat(slugs()).containsExactly("mine-strategy-2");
    }

    @Test
    void what_came_with_a_plan_stands_in_the_trail_with_its_narratives_and_what_papers_printed() throws IOException {
        List<PlanDocument.IndicatorEntry> came = strategy().indicators();

        assertThat(written("ENTER_ACTUAL")).isEqualTo(count(came, PlanDocument.IndicatorEntry::actuals));
        assertThat(written("WRITE_NARRATIVE")).isEqualTo(count(came, PlanDocument.IndicatorEntry::narratives));
        assertThat(written("KEEP_RECORD")).isEqualTo(count(came, PlanDocument.IndicatorEntry::records));
    }

    private static int count(
            List<PlanDocument.IndicatorEntry> came, Function<PlanDocument.IndicatorEntry, List<?>> entries) {
        return came.stream().mapToInt(entry -> entries.apply(entry).size()).sum();
    }

    /** In the plan's first moment: all that comes with a plan is written down at once. */
    private int written(String action) {
        return backend.bean(TenantDoor.class)
                .read(backend.user(DemonstrationUser.MINE), () -> backend.bean(JdbcOperations.class)
                        .execute(connection -> Rows.of(connection, """
                        select e.id from audit_entry e join plan p on p.owner_id = e.owner_id and p.id = e.plan_id
                        where p.slug = 'mine-strategy-2' and e.action = ? and e.at = (
                            select min(at) from audit_entry where action = 'ENTER_ACTUAL' and plan_id = p.id)""", action)))
                .size();
    }

    private ImportRefusedException refused(PlanDocument document) {
        return Objects.requireNonNull(catchThrowableOfType(
                ImportRefusedException.class, () -> imports.apply(backend.user(DemonstrationUser.MINE), document)));
    }

    private List<String> slugs() {
        return backend.bean(PlanService.class).plans(backend.user(DemonstrationUser.MINE)).stream()
                .map(summary -> summary.plan().slug())
                .toList();
    }

    private PlanDocument strategy() throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(getClass().getResourceAsStream("/demonstration/mine-strategy-2.json"))) {
            return backend.bean(ObjectMapper.class).readValue(stream, PlanDocument.class);
        }
    }
}
