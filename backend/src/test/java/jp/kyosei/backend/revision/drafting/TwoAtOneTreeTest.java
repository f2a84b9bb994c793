package jp.kyosei.backend.revision.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.audit.TrailFilter;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanKind;
import jp.kyosei.backend.plan.PlanPeriod;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.plan.SectionId;
import jp.kyosei.backend.revision.PlanBeginning;
import jp.kyosei.backend.revision.PlanCreation;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.StaleException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Two people change one tree at once, 500 times in all: nothing is lost, nothing is doubled. */
class TwoAtOneTreeTest {
    private static final int EACH = 250;
    private static final RunningBackend BACKEND = RunningBackend.alone();

    private final Drafting drafting = BACKEND.bean(Drafting.class);

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    /** What one of them has done. */
    private record Work(List<SectionId> added, int reworded, int told) {}

    @Test
    void of_five_hundred_changes_none_is_lost_and_none_doubled() throws InterruptedException, ExecutionException {
        Plan plan = BACKEND.bean(PlanCreation.class)
                .create(
                        mine(),
                        "mine",
                        new PlanBeginning(
                                "二人で直す計画",
                                PlanKind.BASIC_PLAN,
                                new PlanPeriod(new FiscalYear(2026), new FiscalYear(2030)),
                                List.of("目標", "施策"),
                                null));
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            Future<Work> one = two.submit(() -> work(plan.slug(), "a", new Random(7)));
            Future<Work> other = two.submit(() -> work(plan.slug(), "b", new Random(8)));
            List<SectionId> added = new ArrayList<>(one.get().added());
            added.addAll(other.get().added());
            OpenDraft after = drafting.open(mine(), plan.slug(), 1);

            assertThat(after.content().sections()).extracting(Section::id).containsExactlyInAnyOrderElementsOf(added);
            assertThat(after.order().places()).hasSameSizeAs(added);
            // What was said of a section is what was said last, as often as it was said.
            assertThat(after.sectionVersions().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(one.get().reworded() + other.get().reworded());
            assertThat(BACKEND.bean(HistoryService.class)
                            .ofPlan(mine(), plan.slug(), null, TrailFilter.ALL, 0, 1000)
                            .entries())
                    .hasSize(1 + 2 * EACH - one.get().told() - other.get().told());
        }
    }

    private Work work(String plan, String whose, Random random) {
        List<SectionId> added = new ArrayList<>();
        int reworded = 0;
        int told = 0;
        for (int change = 0; change < EACH; change++) {
            OpenDraft seen = drafting.open(mine(), plan, 1);
            List<Section> all = seen.content().sections();
            int kind = all.size() < 3 ? 0 : random.nextInt(3);
            try {
                switch (kind) {
                    case 0 -> {
                        SectionId id = SectionId.next();
                        drafting.change(
                                mine(),
                                plan,
                                1,
                                new DraftChange.AddSection(id, null, random.nextInt(5), whose + change, "見出し", ""),
                                "");
                        added.add(id);
                    }
                    case 1 -> {
                        Section section = all.get(random.nextInt(all.size()));
                        drafting.change(
                                mine(),
                                plan,
                                1,
                                new DraftChange.RewordSection(
                                        section.id(),
                                        seen.version(section.id()),
                                        section.number(),
                                        whose + "の" + change,
                                        ""),
                                "");
                        reworded++;
                    }
                    default -> {
                        // Among those at the top only: the thing itself stays as it is.
                        Section section = all.get(random.nextInt(all.size()));
                        drafting.change(
                                mine(),
                                plan,
                                1,
                                new DraftChange.MoveSection(
                                        section.id(), seen.version(section.id()), null, random.nextInt(all.size())),
                                "");
                    }
                }
            } catch (StaleException e) {
                told++;
            }
        }
        return new Work(added, reworded, told);
    }

    private static Actor mine() {
        return BACKEND.user(DemonstrationUser.MINE);
    }
}
