package jp.kyosei.backend.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.StoredRows;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanId;
import jp.kyosei.backend.plan.PlanKeeping;
import jp.kyosei.backend.plan.PlanKind;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.plan.PlanVersion;
import jp.kyosei.backend.plan.PlanVersionId;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.plan.SectionId;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.WrongTextException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are people's words: whatever is in one, the plan is read. */
class NamesAsStoredTest {
    private static final String RENAME = "update kyosei.department set name = ? where id = ?";

    private final RunningBackend backend = RunningBackend.get();
    private final PlanService plans = backend.bean(PlanService.class);
    private final PlanKeeping keeping = backend.bean(PlanKeeping.class);
    private final Actor mine = backend.user(DemonstrationUser.MINE);

    @ParameterizedTest
    @ValueSource(
            strings = {"企画\t政策課", "企画\n政策課", "\t", "企画政策課\n", "企画\"政策\"課", "企画\\政策課", "企画'政策'課", "企画,政策;{課}", "𠮷田課"})
    void a_departments_name_may_hold_what_earlier_versions_took(String name) {
        Reporter asked = indicators().stream()
                .flatMap(indicator -> indicator.reporters().stream())
                .filter(reporter -> reporter.department() != null)
                .findFirst()
                .orElseThrow();
        UUID department = Objects.requireNonNull(asked.department()).value();
        String before = Objects.requireNonNull(asked.departmentName());
        StoredRows.write(backend, RENAME, name, department);
        try {
            List<Indicator> indicators = indicators();
            assertThat(indicators).hasSize(56).allSatisfy(indicator -> assertThat(indicator.reporters())
                    .isNotEmpty()
                    .allSatisfy(
                            reporter -> assertThat(reporter.municipalityName()).isEqualTo("美祢市")));
            assertThat(indicators.stream()
                            .flatMap(indicator -> indicator.reporters().stream())
                            .filter(reporter -> Objects.equals(reporter.department(), asked.department()))
                            .map(Reporter::departmentName)
                            .collect(Collectors.toSet()))
                    .containsExactly(name);
        } finally {
            StoredRows.write(backend, RENAME, before, department);
        }
    }

    @Test
    void a_levels_name_is_one_line_and_keeps_its_quotes() {
        List<String> levels = List.of("重点\t戦略", "戦略\"方針\"", "施策\\", "{取組},");
        within(() -> {
            Plan plan = plan(levels, "階層名の計画");
            keeping.createWithin(mine, plan);
            PlanVersionId version = PlanVersionId.next();
            keeping.addVersionWithin(mine, plan, new PlanVersion(version, 1, "案", null));
            keeping.fillWithin(mine, plan, version, List.of(section("総務")), List.of());
            PlanContent stored = plans.inForceWithin(mine, plan.slug());
            assertThat(stored.plan().levelNames()).containsExactly("重点 戦略", "戦略\"方針\"", "施策\\", "{取組},");
            assertThat(stored.sections()).hasSize(1);
            keeping.removeWithin(mine, plan);
            return true;
        });
    }

    @Test
    void a_name_is_checked_where_it_is_made_whoever_calls() {
        String tooLong = "あ".repeat(501);
        for (String bad : List.of("計画\u0007", "計画\u0000", tooLong)) {
            refused("title", () -> keeping.createWithin(mine, plan(List.of("分野"), bad)));
            refused("levelNames", () -> keeping.createWithin(mine, plan(List.of("分野", bad), "計画")));
            refused("sections", () -> {
                Plan plan = plan(List.of("分野"), "計画");
                keeping.createWithin(mine, plan);
                PlanVersionId version = PlanVersionId.next();
                keeping.addVersionWithin(mine, plan, new PlanVersion(version, 1, "案", null));
                keeping.fillWithin(mine, plan, version, List.of(section(bad)), List.of());
            });
        }
        assertThat(plans.plans(mine))
                .extracting(summary -> summary.plan().slug())
                .doesNotContain("mine-names");
    }

    private void refused(String field, Runnable writing) {
        assertThatExceptionOfType(WrongTextException.class)
                .isThrownBy(() -> within(() -> {
                    writing.run();
                    return true;
                }))
                .satisfies(wrong -> assertThat(wrong.field()).isEqualTo(field));
    }

    private Plan plan(List<String> levels, String title) {
        PlanContent other = contentOf("mine-strategy-2");
        return new Plan(
                PlanId.next(),
                other.plan().owner(),
                "mine-names",
                title,
                PlanKind.BASIC_PLAN,
                new FiscalYear(2020),
                new FiscalYear(2024),
                levels);
    }

    private static Section section(String title) {
        return new Section(SectionId.next(), "1", null, 1, title, "");
    }

    private PlanContent contentOf(String slug) {
        return plans.inForceWithin(mine, slug);
    }

    private List<Indicator> indicators() {
        return backend.bean(TenantDoor.class)
                .read(mine, () -> backend.bean(IndicatorService.class).indicatorsWithin(contentOf("mine-strategy-2")));
    }

    private boolean within(Supplier<Boolean> work) {
        return backend.bean(TenantDoor.class).write(mine, work);
    }
}
