package jp.kyosei.backend.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.audit.TrailFilter;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.importing.applying.ImportApplying;
import jp.kyosei.backend.importing.applying.ImportPreviews;
import jp.kyosei.backend.importing.document.PlanDocument;
import jp.kyosei.backend.importing.document.PlanImportService;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.inbox.ImportInbox;
import jp.kyosei.backend.importing.inbox.NewImport;
import jp.kyosei.backend.importing.undoing.ImportUndoing;
import jp.kyosei.backend.plan.PlanPeriod;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.results.PlansOfSize;
import jp.kyosei.backend.revision.DraftRemoval;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.tenancy.WrongTextException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each new plan has a name of its own in addresses, from the moment its file is brought in. */
class NewPlanNamesTest {
    private static final RunningBackend BACKEND = RunningBackend.get();

    private final ImportInbox imports = BACKEND.bean(ImportInbox.class);
    private final ImportPreviews previews = BACKEND.bean(ImportPreviews.class);
    private final ImportApplying applying = BACKEND.bean(ImportApplying.class);
    private final ImportUndoing undoing = BACKEND.bean(ImportUndoing.class);
    private final Actor daisen = BACKEND.user(DemonstrationUser.DAISEN);
    private final List<DataImport> waiting = new ArrayList<>();
    private final List<DataImport> applied = new ArrayList<>();

    @AfterEach
    void nothing_stays() {
        waiting.forEach(each -> imports.cancel(daisen, each.id()));
        applied.forEach(each -> undoing.undo(daisen, each.id()));
    }

    @Test
    void two_new_plans_that_wait_have_two_names_and_both_are_made() {
        DataImport one = receive("一つ目の計画", null);
        DataImport other = receive("二つ目の計画", null);
        assertThat(one.planSlug()).startsWith("daisen-plan-").isNotEqualTo(other.planSlug());

        apply(other);
        apply(one);

        assertThat(BACKEND.bean(PlanService.class).plans(daisen))
                .filteredOn(plan -> plan.plan().title().endsWith("つ目の計画"))
                .extracting(plan -> plan.plan().slug())
                .containsExactlyInAnyOrder(one.planSlug(), other.planSlug());
    }

    @Test
    void files_brought_in_at_the_same_moment_have_names_of_their_own() throws Exception {
        List<Callable<DataImport>> together = new ArrayList<>();
        for (int each = 0; each < 4; each++) {
            together.add(() -> receive("同時の計画", null));
        }
        Set<String> names = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(together.size())) {
            for (Future<DataImport> brought : threads.invokeAll(together)) {
                names.add(brought.get().planSlug());
            }
        }
        assertThat(names).hasSize(together.size());
    }

    @Test
    void a_name_that_is_given_back_is_free_again() {
        DataImport one = receive("やめる計画", null);
        imports.cancel(daisen, one.id());
        waiting.remove(one);

        assertThat(receive("次の計画", null).planSlug()).isEqualTo(one.planSlug());
    }

    @Test
    void the_name_can_be_chosen_and_nobody_else_has_it_meanwhile() {
        DataImport chosen = receive("名付けた計画", "daisen-midori-2");
        assertThat(chosen.planSlug()).isEqualTo("daisen-midori-2");
        assertThatThrownBy(() -> receive("同じ名の計画", "daisen-midori-2"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("名付けた計画.csv");

        assertThat(apply(chosen).planSlug()).isEqualTo("daisen-midori-2");
        assertThatThrownBy(() -> receive("また同じ名の計画", "daisen-midori-2"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("既にあります");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "midori",
                "daisen-",
                "daisen_midori",
                "daisen-みどり",
                "Daisen-midori",
                "mine-midori",
                "daisen-a b",
                "daisen"
            })
    void what_is_no_name_for_a_plan_of_the_owner_is_refused_in_words(String slug) {
        assertThatThrownBy(() -> receive("名のない計画", slug))
                .isInstanceOf(WrongTextException.class)
                .hasMessageContaining("「daisen-」で始め");
    }

    @Test
    void a_name_that_was_taken_meanwhile_is_told_and_another_one_can_be_given() {
        DataImport waits = receive("待つ計画", "daisen-plan-of-all");
        BACKEND.bean(PlanImportService.class).apply(daisen, draft("daisen-plan-of-all"));
        assertThat(problems(waits)).singleElement().asString().contains("daisen-plan-of-all", "別の識別名");

        DataImport renamed = imports.rename(daisen, waits.id(), waits.version(), "daisen-plan-of-all-2");
        waiting.replaceAll(each -> each.id().equals(renamed.id()) ? renamed : each);

        assertThat(problems(renamed)).isEmpty();
        assertThat(BACKEND.bean(HistoryService.class)
                        .ofOwner(daisen, "daisen", TrailFilter.ALL, 0, 20)
                        .entries())
                .filteredOn(entry -> entry.action().equals("RENAME_IMPORT"))
                .first()
                .satisfies(
                        entry -> assertThat(entry.toString()).contains("daisen-plan-of-all", "daisen-plan-of-all-2"));
        BACKEND.bean(DraftRemoval.class).remove(daisen, "daisen-plan-of-all", "名だけの計画");
        assertThat(apply(renamed).planSlug()).isEqualTo("daisen-plan-of-all-2");
        assertThatThrownBy(() -> imports.rename(daisen, renamed.id(), renamed.version() + 1, "daisen-plan-of-all-3"))
                .isInstanceOf(StaleException.class);
    }

    @Test
    void a_name_is_changed_from_the_version_that_was_seen_by_the_secretariat_alone_and_never_of_a_plan_that_is_there() {
        DataImport waits = receive("版のある計画", null);
        assertThatThrownBy(() -> imports.rename(daisen, waits.id(), waits.version() - 1, "daisen-plan-of-mine"))
                .isInstanceOf(StaleException.class);
        assertThatThrownBy(() -> imports.rename(
                        BACKEND.user(DemonstrationUser.MINE), waits.id(), waits.version(), "mine-plan-9"))
                .isInstanceOf(NotFoundException.class);
        DataImport known = imports.receive(
                daisen, "daisen", new NewImport("daisen-strategy-2", "", new FiscalYear(2022), "既存.csv"), csv());
        waiting.add(known);
        assertThatThrownBy(() -> imports.rename(daisen, known.id(), known.version(), "daisen-strategy-9"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("新しい計画");
    }

    private static PlanDocument draft(String slug) {
        PlanDocument whole = PlansOfSize.plan(1);
        return new PlanDocument(
                whole.owner(),
                slug,
                whole.title(),
                whole.kind(),
                whole.firstFiscalYear(),
                whole.lastFiscalYear(),
                whole.levelNames(),
                List.of(new PlanDocument.VersionEntry(1, "案", null)),
                whole.sections(),
                whole.initiatives(),
                whole.indicators());
    }

    private List<String> problems(DataImport of) {
        return PublishedFilesTest.problems(previews.preview(daisen, of.id()).orElseThrow());
    }

    private DataImport receive(String title, @Nullable String slug) {
        DataImport received = imports.receive(
                daisen,
                "daisen",
                new NewImport(
                        null,
                        title,
                        slug,
                        new FiscalYear(2022),
                        new PlanPeriod(new FiscalYear(2020), new FiscalYear(2024)),
                        title + ".csv"),
                csv());
        synchronized (waiting) {
            waiting.add(received);
        }
        return received;
    }

    private static byte[] csv() {
        return "分野,指標名,単位,R4実績,目標値（R6）\n観光,入込客数,人,5,20\n".getBytes(StandardCharsets.UTF_8);
    }

    private DataImport apply(DataImport of) {
        DataImport done = applying.apply(daisen, of.id(), null, "");
        waiting.removeIf(each -> each.id().equals(done.id()));
        applied.add(done);
        return done;
    }
}
