package jp.kyosei.backend.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.Rows;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.SentStatements;
import jp.kyosei.backend.audit.TrailFilter;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorService;
import jp.kyosei.backend.indicator.Reporter;
import jp.kyosei.backend.indicator.ReportingDesk;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanKeeping;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.plan.PlanVersion;
import jp.kyosei.backend.plan.VersionChoice;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One plan's way from its first version to the next. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RevisionTest {
    private static final String VISION = "ichinoseki-hiraizumi-vision-2";
    /** 圏域内の宿泊者数, reported by both towns. */
    private static final String GUESTS = "9";

    private static final MunicipalityCode HIRAIZUMI = new MunicipalityCode("034029");
    private static final LocalDate ADOPTED_AGAIN = LocalDate.of(2026, 4, 1);
    private static final RunningBackend BACKEND = RunningBackend.alone();

    private final RevisionService revision = BACKEND.bean(RevisionService.class);
    private final PlanService plans = BACKEND.bean(PlanService.class);
    private final PlanKeeping keeping = BACKEND.bean(PlanKeeping.class);
    private final IndicatorService indicators = BACKEND.bean(IndicatorService.class);
    private final TenantDoor door = BACKEND.bean(TenantDoor.class);

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    @Test
    @Order(1)
    void the_next_version_begins_as_a_copy_of_the_same_things() {
        PlanContent first = read(secretariat(), inForceToday());
        List<Indicator> before = indicatorsOf(first);

        PlanVersion draft = revision.draft(secretariat(), VISION, "一部改訂の案");

        PlanContent copy = read(secretariat(), new VersionChoice.Numbered(draft.number()));
        assertThat(draft.adoptedOn()).isNull();
        assertThat(draft.number()).isEqualTo(first.version().number() + 1);
        assertThat(copy.version().id()).isNotEqualTo(first.version().id());
        assertThat(copy.sections()).isEqualTo(first.sections());
        assertThat(inside(() -> plans.initiativesWithin(copy)))
                .isNotEmpty()
                .isEqualTo(inside(() -> plans.initiativesWithin(first)));
        assertThat(indicatorsOf(copy)).hasSizeGreaterThan(30).isEqualTo(before);
    }

    @Test
    @Order(2)
    void while_it_is_drafted_everybody_reads_the_version_in_force_and_only_the_secretariat_the_draft() {
        assertThat(read(user(DemonstrationUser.HIRAIZUMI), inForceToday())
                        .version()
                        .number())
                .isEqualTo(1);
        assertThat(read(secretariat(), new VersionChoice.Numbered(2)).version().adoptedOn())
                .isNull();
        for (DemonstrationUser reader : List.of(DemonstrationUser.HIRAIZUMI, DemonstrationUser.IIN)) {
            assertThatThrownBy(() -> read(user(reader), new VersionChoice.Numbered(2)))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> read(user(DemonstrationUser.MINE), new VersionChoice.Numbered(2)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> read(secretariat(), new VersionChoice.Numbered(7)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    @Order(3)
    void a_plan_has_one_draft_at_a_time() {
        assertThatThrownBy(() -> revision.draft(secretariat(), VISION, "もう一つの案"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("策定中の版");
    }

    @Test
    @Order(4)
    void nobody_but_the_secretariat_drafts_assigns_or_spells() {
        for (DemonstrationUser other :
                List.of(DemonstrationUser.HIRAIZUMI, DemonstrationUser.APPROVER, DemonstrationUser.IIN)) {
            Actor actor = user(other);
            assertThatThrownBy(() -> revision.draft(actor, VISION, "案")).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> revision.assign(actor, VISION, GUESTS, HIRAIZUMI, null))
                    .isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> revision.spellIndicator(actor, VISION, 1, GUESTS, "名", "", "誤字"))
                    .isInstanceOf(ForbiddenException.class);
        }
        Actor stranger = user(DemonstrationUser.MINE);
        assertThatThrownBy(() -> revision.draft(stranger, VISION, "案")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> revision.assign(stranger, VISION, GUESTS, HIRAIZUMI, null))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> revision.spellSection(stranger, VISION, 1, "1", "名", "", "誤字"))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    @Order(5)
    void the_department_that_is_asked_changes_without_a_new_version() {
        Reporter before = reporter();
        ReportingDesk desk = new ReportingDesk(
                Objects.requireNonNull(before.departmentOwner()), Objects.requireNonNull(before.department()));

        revision.assign(secretariat(), VISION, GUESTS, HIRAIZUMI, null);
        assertThat(reporter().department()).isNull();

        revision.assign(secretariat(), VISION, GUESTS, HIRAIZUMI, desk);
        assertThat(reporter()).isEqualTo(before);
        assertThat(history(GUESTS)).startsWith("ASSIGN_DEPARTMENT", "ASSIGN_DEPARTMENT");
    }

    @Test
    @Order(6)
    void a_misspelled_word_of_an_adopted_version_is_mended_with_a_reason_and_nothing_else_of_it() {
        assertThatThrownBy(() -> revision.spellIndicator(secretariat(), VISION, 1, GUESTS, "圏域内の宿泊客数", "", " "))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("理由");

        revision.spellIndicator(secretariat(), VISION, 1, GUESTS, "圏域内の宿泊客数", "泊まった人の数。", "誤字の訂正");
        revision.spellSection(secretariat(), VISION, 1, firstSection(), "正しい題名", "正しい内容。", "誤字の訂正");

        PlanContent spelled = read(secretariat(), new VersionChoice.Numbered(1));
        assertThat(indicatorsOf(spelled))
                .filteredOn(indicator -> indicator.no().equals(GUESTS))
                .extracting(Indicator::name)
                .containsExactly("圏域内の宿泊客数");
        assertThat(spelled.section(firstSection()))
                .hasValueSatisfying(section -> assertThat(section.title()).isEqualTo("正しい題名"));
        assertThat(history(GUESTS)).startsWith("CORRECT_SPELLING");
        // The same switch opens nothing else.
        assertThat(attempt("update kyosei.indicator_definition set unit = 'x' where no = '9'"))
                .isEqualTo("KY001");
        assertThat(attempt("update kyosei.indicator_target set value = 1")).isEqualTo("KY001");
        assertThat(attempt("delete from kyosei.section")).isEqualTo("KY001");
    }

    @Test
    @Order(7)
    void once_adopted_the_next_version_is_in_force_from_its_day_on_and_figures_are_of_both() {
        PlanContent first = read(secretariat(), inForceToday());
        long figures = figures();
        PlanContent draft = read(secretariat(), new VersionChoice.Numbered(2));

        door.write(secretariat(), () -> {
            keeping.adoptWithin(secretariat(), draft.plan(), draft.version().id(), ADOPTED_AGAIN, false);
            return true;
        });

        assertThat(on(ADOPTED_AGAIN.minusDays(1))).isEqualTo(first.version().number());
        assertThat(on(ADOPTED_AGAIN)).isEqualTo(2);
        assertThat(on(LocalDate.of(1999, 4, 1))).isEqualTo(1);
        assertThat(read(user(DemonstrationUser.HIRAIZUMI), new VersionChoice.Numbered(1))
                        .version()
                        .id())
                .isEqualTo(first.version().id());
        assertThat(figures()).isPositive().isEqualTo(figures);
    }

    @Test
    @Order(8)
    void a_version_takes_the_same_statements_whatever_the_plan_holds() {
        Actor secretariat = secretariat();
        assertThat(SentStatements.roundTrips(() -> revision.draft(secretariat, VISION, "次の改訂の案")))
                .isEqualTo(13);
    }

    private String firstSection() {
        return read(secretariat(), inForceToday()).sections().getFirst().number();
    }

    private Reporter reporter() {
        return indicatorsOf(read(secretariat(), inForceToday())).stream()
                .filter(indicator -> indicator.no().equals(GUESTS))
                .flatMap(indicator -> indicator.reporters().stream())
                .filter(reporter -> reporter.municipality().equals(HIRAIZUMI))
                .findFirst()
                .orElseThrow();
    }

    private long figures() {
        FiscalYear year = new FiscalYear(2022);
        return BACKEND.bean(ResultsService.class).results(secretariat(), VISION, year).rows().stream()
                .filter(row -> row.figure(year).isPresent())
                .count();
    }

    private List<String> history(String no) {
        return BACKEND
                .bean(HistoryService.class)
                .ofPlan(secretariat(), VISION, no, TrailFilter.ALL, 0, 10)
                .entries()
                .stream()
                .map(entry -> entry.action())
                .toList();
    }

    private int on(LocalDate day) {
        return read(secretariat(), new VersionChoice.InForce(day)).version().number();
    }

    private String attempt(String sql) {
        return door.write(
                secretariat(), () -> BACKEND.bean(JdbcOperations.class).execute(connection -> {
                    Rows.of(connection, "select set_config('app.spelling', 'on', true)");
                    return Rows.attempt(connection, sql);
                }));
    }

    private VersionChoice inForceToday() {
        return new VersionChoice.InForce(LocalDate.of(2025, 6, 1));
    }

    private PlanContent read(Actor actor, VersionChoice choice) {
        return door.read(actor, () -> plans.contentWithin(actor, VISION, choice));
    }

    private List<Indicator> indicatorsOf(PlanContent content) {
        return inside(() -> indicators.indicatorsWithin(content));
    }

    private <T> T inside(Supplier<T> work) {
        return door.read(secretariat(), work);
    }

    private Actor secretariat() {
        return user(DemonstrationUser.SECRETARIAT);
    }

    private Actor user(DemonstrationUser user) {
        return BACKEND.user(user);
    }
}
