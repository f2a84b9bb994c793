package jp.kyosei.backend.revision.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.time.LocalDate;
import java.util.List;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.Rows;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.SentStatements;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorService;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.plan.VersionChoice;
import jp.kyosei.backend.revision.RevisionService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A revision is drafted, changed, compared and adopted. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlanComparisonTest {
    private static final String VISION = "ichinoseki-hiraizumi-vision-2";
    /** 圏域内の宿泊者数. */
    private static final String GUESTS = "9";

    private static final String ADOPTED = "KY001";
    private static final RunningBackend BACKEND = RunningBackend.alone();

    private final PlanComparison comparison = BACKEND.bean(PlanComparison.class);
    private final ChangeReasons reasons = BACKEND.bean(ChangeReasons.class);
    private final PlanService plans = BACKEND.bean(PlanService.class);
    private final TenantDoor door = BACKEND.bean(TenantDoor.class);

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    @Test
    @Order(1)
    void a_copy_does_not_differ_though_every_thing_of_it_is_there() {
        BACKEND.bean(RevisionService.class).draft(secretariat(), VISION, "一部改訂の案");

        ComparedVersions compared = comparison.compare(secretariat(), VISION, 1, 2);

        assertThat(compared.changes()).isEmpty();
        assertThat(compared.everything())
                .filteredOn(change -> change.what() == PlanPart.INDICATOR)
                .hasSameSizeAs(indicatorsOf(compared.after()));
        assertThat(compared.everything())
                .filteredOn(change -> change.what() == PlanPart.INITIATIVE)
                .isNotEmpty();
    }

    @Test
    @Order(2)
    void an_indicator_with_another_number_and_another_target_is_one_changed_row_with_its_reason() {
        change("update kyosei.indicator_definition set no = '9の2' where plan_version_id = DRAFT and no = '9'");
        change("update kyosei.indicator_target set value = value + 500 where plan_version_id = DRAFT"
                + " and fiscal_year = (select max(fiscal_year) from kyosei.indicator_target where plan_version_id = DRAFT)"
                + " and indicator_id = (select indicator_id from kyosei.indicator_definition"
                + " where plan_version_id = DRAFT and no = '9の2')");
        Indicator before = indicator(1, GUESTS);
        PlanContent draft = read(2);
        door.write(secretariat(), () -> {
            reasons.recordWithin(
                    secretariat(),
                    draft.plan(),
                    draft.version(),
                    PlanPart.INDICATOR,
                    before.id().value(),
                    List.of(Field.TARGET),
                    "はじめに書いた理由");
            reasons.recordWithin(
                    secretariat(),
                    draft.plan(),
                    draft.version(),
                    PlanPart.INDICATOR,
                    before.id().value(),
                    List.of(Field.TARGET),
                    "宿泊の回復が早いため。");
            return true;
        });

        VersionChange change = only(comparison.compare(secretariat(), VISION, 1, 2));

        FiscalYear last = before.measure().finalTarget().fiscalYear();
        assertThat(change.kind()).isEqualTo(ChangeKind.CHANGED);
        assertThat(change.what()).isEqualTo(PlanPart.INDICATOR);
        assertThat(change.no()).isEqualTo("9の2");
        assertThat(change.name()).isEqualTo(before.name());
        assertThat(change.fields()).hasSize(2);
        assertThat(change.fields().getFirst()).isEqualTo(new FieldChange(Field.NO, null, "9", "9の2"));
        assertThat(change.fields().getLast().fiscalYear()).isEqualTo(last);
        assertThat(change.fields().getLast().before())
                .isEqualTo(Words.figure(before, before.measure().finalTarget().value()));
        assertThat(change.reasonOf(Field.TARGET)).isEqualTo("宿泊の回復が早いため。").isEqualTo(change.reason());
        assertThat(change.reasonOf(Field.NO)).isEmpty();
    }

    @Test
    @Order(3)
    void read_backwards_it_says_the_same_the_other_way_round() {
        FieldChange there =
                only(comparison.compare(secretariat(), VISION, 1, 2)).fields().getFirst();
        FieldChange back =
                only(comparison.compare(secretariat(), VISION, 2, 1)).fields().getFirst();

        assertThat(back.before()).isEqualTo(there.after());
        assertThat(back.after()).isEqualTo(there.before());
    }

    @Test
    @Order(4)
    void what_is_new_taken_out_or_carried_elsewhere_is_told_as_such() {
        Section top = read(2).sections().getFirst();
        change(
                "insert into kyosei.section (owner_id, id, plan_version_id, parent_id, level, position, number, title, body)"
                        + " select owner_id, gen_random_uuid(), plan_version_id, null, 1, 0, '0', '例の新しい戦略', '例の内容。'"
                        + " from kyosei.section where plan_version_id = DRAFT limit 1");
        change("delete from kyosei.indicator_target where plan_version_id = DRAFT and indicator_id ="
                + " (select indicator_id from kyosei.indicator_definition where plan_version_id = DRAFT and no = '2')");
        change("delete from kyosei.indicator_reporter where plan_version_id = DRAFT and indicator_id ="
                + " (select indicator_id from kyosei.indicator_definition where plan_version_id = DRAFT and no = '2')");
        change("delete from kyosei.indicator_definition where plan_version_id = DRAFT and no = '2'");
        change("update kyosei.indicator_definition set section_id = '%s' where plan_version_id = DRAFT and no = '33'"
                .formatted(top.id().value()));

        ComparedVersions compared = comparison.compare(secretariat(), VISION, 1, 2);

        assertThat(compared.changes())
                .extracting(change -> change.kind() + " " + change.no())
                .containsExactlyInAnyOrder("ADDED 0", "REMOVED 2", "MOVED 33", "CHANGED 9の2");
        assertThat(compared.changes().getFirst().title()).isEqualTo("0 例の新しい戦略");
        List<String> everything = compared.everything().stream()
                .filter(change -> change.what() == PlanPart.INDICATOR)
                .map(VersionChange::no)
                .toList();
        // At its old place, behind the one that stood before it.
        assertThat(everything.get(everything.indexOf("2") - 1)).isEqualTo("1");
    }

    @Test
    @Order(5)
    void a_draft_is_compared_by_the_secretariat_alone() {
        for (DemonstrationUser other : List.of(
                DemonstrationUser.HIRAIZUMI,
                DemonstrationUser.APPROVER,
                DemonstrationUser.IIN,
                DemonstrationUser.MINE)) {
            assertThatThrownBy(() -> comparison.compare(BACKEND.user(other), VISION, 1, 2))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> comparison.compare(BACKEND.user(other), VISION, 2, 1))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> comparison.compare(secretariat(), VISION, 1, 7))
                .isInstanceOf(NotFoundException.class);
        assertThat(comparison
                        .compare(BACKEND.user(DemonstrationUser.IIN), VISION, 1, 1)
                        .versions())
                .hasSize(1);
    }

    @Test
    @Order(6)
    void a_reason_is_the_secretariats_and_no_empty_one() {
        PlanContent draft = read(2);
        assertThatThrownBy(() -> record(BACKEND.user(DemonstrationUser.HIRAIZUMI), draft, "理由"))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> record(secretariat(), draft, " "))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("理由");
        assertThatThrownBy(() -> record(secretariat(), draft, "長".repeat(1001))).isInstanceOf(RefusedException.class);
    }

    @Test
    @Order(7)
    void comparing_takes_the_same_statements_whatever_differs() {
        Actor secretariat = secretariat();
        assertThat(SentStatements.count(() -> comparison.compare(secretariat, VISION, 1, 1), 1))
                .isEqualTo(10);
        assertThat(SentStatements.count(() -> comparison.compare(secretariat, VISION, 1, 2), 1))
                .isEqualTo(10);
    }

    @Test
    @Order(8)
    void once_adopted_everybody_of_the_owner_compares_and_no_reason_changes_any_more() {
        PlanContent draft = read(2);
        door.write(secretariat(), () -> {
            plans.adoptWithin(secretariat(), draft.plan(), draft.version().id(), LocalDate.of(2026, 4, 1));
            return true;
        });

        assertThat(comparison
                        .compare(BACKEND.user(DemonstrationUser.IIN), VISION, 1, 2)
                        .changes())
                .hasSize(4)
                .anyMatch(change -> change.reason().equals("宿泊の回復が早いため。"));
        assertThatThrownBy(() -> comparison.compare(BACKEND.user(DemonstrationUser.MINE), VISION, 1, 2))
                .isInstanceOf(NotFoundException.class);
        assertThat(attempt("update kyosei.change_reason set reason = 'x'")).isEqualTo(ADOPTED);
        assertThat(attempt("delete from kyosei.change_reason")).isEqualTo(ADOPTED);
    }

    private void record(Actor actor, PlanContent draft, String typed) {
        door.write(actor, () -> {
            reasons.recordWithin(
                    actor,
                    draft.plan(),
                    draft.version(),
                    PlanPart.SECTION,
                    draft.sections().getFirst().id().value(),
                    List.of(),
                    typed);
            return true;
        });
    }

    private VersionChange only(ComparedVersions compared) {
        assertThat(compared.changes()).hasSize(1);
        return compared.changes().getFirst();
    }

    private PlanContent read(int version) {
        return door.read(
                secretariat(), () -> plans.contentWithin(secretariat(), VISION, new VersionChoice.Numbered(version)));
    }

    private Indicator indicator(int version, String no) {
        return indicatorsOf(read(version)).stream()
                .filter(indicator -> indicator.no().equals(no))
                .findFirst()
                .orElseThrow();
    }

    private List<Indicator> indicatorsOf(PlanContent content) {
        return door.read(
                secretariat(), () -> BACKEND.bean(IndicatorService.class).indicatorsWithin(content));
    }

    /** What a person who drafts changes, straight in the tables. */
    private void change(String sql) {
        String draft = "'%s'".formatted(read(2).version().id().value());
        int rows = door.write(secretariat(), () -> BACKEND.bean(JdbcOperations.class)
                .prepareStatement(sql.replace("DRAFT", draft), statement -> statement.executeUpdate()));
        assertThat(rows).isPositive();
    }

    private String attempt(String sql) {
        return door.write(secretariat(), () -> BACKEND.bean(JdbcOperations.class)
                .execute(connection -> Rows.attempt(connection, sql)));
    }

    private Actor secretariat() {
        return BACKEND.user(DemonstrationUser.SECRETARIAT);
    }
}
