package jp.kyosei.backend.owners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.SentStatements;
import jp.kyosei.backend.audit.TrailFilter;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.indicator.IndicatorService;
import jp.kyosei.backend.indicator.Reporter;
import jp.kyosei.backend.owners.department.DepartmentClosing;
import jp.kyosei.backend.owners.department.DepartmentRecord;
import jp.kyosei.backend.owners.department.DepartmentService;
import jp.kyosei.backend.owners.department.Hanging;
import jp.kyosei.backend.owners.department.HeldDepartmentException;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Departments over the years: names of then, mergers, closing. */
class DepartmentsTest {
    private static final RunningBackend BACKEND = RunningBackend.alone();
    private static final long ANY = Owner.ANY_VERSION;

    private final Actor admin = BACKEND.user(DemonstrationUser.MINE);
    private final OwnerId mine =
            BACKEND.bean(OwnerService.class).owner(admin, "mine").id();
    private final DepartmentService departments = BACKEND.bean(DepartmentService.class);
    private final DepartmentClosing closing = BACKEND.bean(DepartmentClosing.class);
    private final FiscalYear now = FiscalYear.of(LocalDate.now(BACKEND.bean(Clock.class)));

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    @Test
    void a_department_that_was_renamed_keeps_the_name_of_then_for_the_years_before() {
        departments.addDepartment(admin, mine, "shin-joho", "情報課", null);
        departments.rename(admin, mine, "shin-joho", ANY, "デジタル推進課", new FiscalYear(2022), "機構改革");
        departments.rename(admin, mine, "shin-joho", ANY, "DX推進課", new FiscalYear(2025), "機構改革");
        DepartmentRecord renamed = find("shin-joho");
        assertThat(renamed.nameIn(new FiscalYear(2021))).isEqualTo("情報課");
        assertThat(renamed.nameIn(new FiscalYear(2022))).isEqualTo("デジタル推進課");
        assertThat(renamed.nameIn(new FiscalYear(2024))).isEqualTo("デジタル推進課");
        assertThat(renamed.nameIn(new FiscalYear(2025))).isEqualTo("DX推進課");
        assertThatThrownBy(() -> departments.rename(admin, mine, "shin-joho", ANY, "別の課", new FiscalYear(2023), ""))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("新しいほうから");
        assertThatThrownBy(() -> departments.rename(admin, mine, "shin-joho", 0, "別の課", new FiscalYear(2027), ""))
                .isInstanceOf(StaleException.class);
        departments.rename(admin, mine, "shin-joho", renamed.version(), "DX課", new FiscalYear(2025), "誤記");
        assertThat(find("shin-joho").nameIn(new FiscalYear(2024))).isEqualTo("デジタル推進課");
        assertThat(find("shin-joho").nameIn(new FiscalYear(2025))).isEqualTo("DX課");
    }

    @Test
    void a_department_is_not_closed_while_anything_names_it_and_that_is_told() {
        String held = assigned();
        List<Hanging> hanging = closing.hanging(admin, mine, held);
        assertThat(hanging).extracting(Hanging::kind).contains("指標の担当");
        assertThatThrownBy(() -> closing.close(admin, mine, held, ANY, now, null, ""))
                .isInstanceOf(HeldDepartmentException.class)
                .hasMessageContaining("指標の担当 ")
                .hasMessageContaining("No.")
                .hasMessageContaining("引き継ぐ担当課を選んでください");
    }

    @Test
    void an_indicators_department_is_called_as_it_was_in_the_year_that_is_asked() {
        DepartmentRecord asked = find(assigned());
        String old = asked.department().name();
        departments.rename(admin, mine, asked.department().code(), ANY, "令和の課", new FiscalYear(2024), "機構改革");
        departments.rename(admin, mine, asked.department().code(), ANY, "来年の課", now.next(), "機構改革");
        assertThat(reporters())
                .filteredOn(reporter -> asked.department().id().equals(reporter.department()))
                .isNotEmpty()
                .allSatisfy(reporter -> {
                    assertThat(reporter.departmentNameIn(new FiscalYear(2023))).isEqualTo(old);
                    assertThat(reporter.departmentNameIn(new FiscalYear(2024))).isEqualTo("令和の課");
                    assertThat(reporter.departmentName())
                            .as("prepared is not yet")
                            .isEqualTo("令和の課");
                });
    }

    @Test
    void what_hangs_on_a_merged_department_goes_to_the_other_one_and_the_history_says_so() {
        String held = assigned();
        departments.addDepartment(admin, mine, "togo", "統合先の課", now);
        List<Hanging> before = closing.hanging(admin, mine, held);
        closing.close(admin, mine, held, ANY, now, "togo", "機構改革");

        assertThat(closing.hanging(admin, mine, held)).isEmpty();
        assertThat(closing.hanging(admin, mine, "togo"))
                .extracting(Hanging::kind, Hanging::count)
                .containsExactlyElementsOf(before.stream()
                        .map(one -> org.assertj.core.groups.Tuple.tuple(one.kind(), one.count()))
                        .toList());
        DepartmentRecord closed = find(held);
        assertThat(closed.last()).isEqualTo(now.previous());
        assertThat(closed.isThere(now)).isFalse();
        assertThat(closed.successor()).isEqualTo(find("togo").department());
        assertThat(reporters()).extracting(Reporter::departmentName).contains("統合先の課");
        assertThat(BACKEND.bean(HistoryService.class)
                        .ofOwner(admin, "mine", TrailFilter.ALL, 0, 5)
                        .entries())
                .anySatisfy(entry -> {
                    assertThat(entry.words()).isEqualTo("担当課の統合");
                    assertThat(entry.after()).contains("統合先の課", "指標の担当");
                    assertThat(entry.reason()).isEqualTo("機構改革");
                });
        assertThatThrownBy(() -> closing.close(admin, mine, held, ANY, now, "togo", ""))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void an_empty_department_is_closed_in_advance_and_merged_only_into_one_that_is_there() {
        departments.addDepartment(admin, mine, "kara", "空の課", null);
        assertThatThrownBy(() -> closing.close(admin, mine, "kara", ANY, now.next(), "kara", ""))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> closing.close(admin, mine, "kara", ANY, now.next(), "nowhere", ""))
                .isInstanceOf(RefusedException.class);
        closing.close(admin, mine, "kara", ANY, now.next(), null, "");
        assertThat(find("kara").isThere(now)).isTrue();
        assertThat(find("kara").isThere(now.next())).isFalse();
    }

    @Test
    void nobody_changes_a_department_of_another_owner_and_no_operator_closes_one() {
        Actor daisen = BACKEND.user(DemonstrationUser.DAISEN);
        Actor staff = BACKEND.user(DemonstrationUser.MINE_STAFF);
        Actor operator = BACKEND.user(DemonstrationUser.OPERATOR);
        String code =
                departments.departments(admin, mine).getFirst().department().code();
        assertThatThrownBy(() -> departments.departments(daisen, mine)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> departments.rename(daisen, mine, code, ANY, "x", now, ""))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> departments.rename(staff, mine, code, ANY, "x", now, ""))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> closing.close(operator, mine, code, ANY, now, null, ""))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> departments.rename(admin, mine, "no-such", ANY, "x", now, ""))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void the_list_takes_two_statements_however_many_departments_and_names_there_are() {
        assertThat(SentStatements.count(() -> departments.departments(admin, mine), 1))
                .as("context, departments with their names")
                .isEqualTo(2);
    }

    private DepartmentRecord find(String code) {
        return departments.departments(admin, mine).stream()
                .filter(found -> found.department().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** The code of a department that is asked for some indicator of the town's plan. */
    private String assigned() {
        String name = reporters().stream()
                .map(Reporter::departmentName)
                .filter(found -> found != null && !found.equals("統合先の課"))
                .findFirst()
                .orElseThrow();
        return departments.departments(admin, mine).stream()
                .filter(found -> found.nameIn(now).equals(name))
                .findFirst()
                .orElseThrow()
                .department()
                .code();
    }

    private List<Reporter> reporters() {
        return BACKEND.bean(TenantDoor.class).read(admin, () -> {
            PlanContent content = BACKEND.bean(PlanService.class).inForceWithin(admin, "mine-strategy-2");
            return BACKEND.bean(IndicatorService.class).indicatorsWithin(content).stream()
                    .flatMap(indicator -> indicator.reporters().stream())
                    .toList();
        });
    }
}
