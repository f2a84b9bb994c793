package jp.kyosei.backend.revision.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.InitiativeSpan;
import jp.kyosei.backend.plan.Section;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    private static final BiFunction<Indicator, Indicator, List<FieldChange>> INDICATORS = Differences::between;
    private static final BiFunction<Section, Section, List<FieldChange>> SECTIONS = Differences::between;
    private static final BiFunction<Initiative, Initiative, List<FieldChange>> INITIATIVES = Differences::between;

    @Property(tries = 200)
    void an_indicator_does_not_differ_from_itself_and_one_change_is_exactly_one_field_either_way(
            @ForAll @IntRange(max = 5_000) int seed,
            @ForAll @Scale(2) @BigRange(min = "-99999", max = "99999999") BigDecimal target,
            @ForAll @IntRange(max = 6) int decimals) {
        holds(Things.indicator(seed, target, decimals, "人"), Things.OF_INDICATOR, INDICATORS);
    }

    @Property(tries = 50)
    void so_it_is_with_a_section(@ForAll @IntRange(max = 5_000) int seed) {
        holds(Things.section(seed), Things.OF_SECTION, SECTIONS);
    }

    @Property(tries = 50)
    void and_with_an_initiative(@ForAll @IntRange(max = 5_000) int seed) {
        Initiative initiative = Things.initiative(seed);
        assertThat(Differences.between(initiative, initiative)).isEmpty();
        Things.OF_INITIATIVE.forEach((field, change) -> {
            Initiative changed = change.apply(initiative);
            List<FieldChange> there = Differences.between(initiative, changed);
            assertThat(there).isNotEmpty().allMatch(one -> one.field() == field);
            assertThat(INITIATIVES.apply(changed, initiative)).isEqualTo(turned(there));
        });
    }

    @Test
    void figures_print_as_on_paper_and_57_is_57_0() {
        Indicator before = Things.indicator(1, new BigDecimal("37000"), 0, "人");

        assertThat(Differences.between(before, Things.indicator(1, new BigDecimal("-38500"), 0, "人")))
                .containsExactly(new FieldChange(Field.TARGET, Things.R6, "37,000人", "△38,500人"));
        assertThat(Differences.between(before, Things.indicator(1, new BigDecimal("37000.0"), 0, "人")))
                .isEmpty();
        // What differs is seen to differ, though the indicator is printed in whole numbers.
        assertThat(Differences.between(before, Things.indicator(1, new BigDecimal("37000.4"), 0, "人")))
                .containsExactly(new FieldChange(Field.TARGET, Things.R6, "37,000人", "37,000.4人"));
        assertThat(Differences.between(before, Things.indicator(1, new BigDecimal("37000"), 0, "人泊")))
                .containsExactly(new FieldChange(Field.UNIT, null, "人", "人泊"));
    }

    @Test
    void a_span_is_told_by_the_year_in_which_it_begins() {
        Initiative before = Things.initiative(1);
        Initiative after = new Initiative(
                before.id(),
                before.section(),
                before.title(),
                before.municipalities(),
                List.of(
                        new InitiativeSpan(Things.R4, Things.R6, "調べる。"),
                        new InitiativeSpan(Things.R6, Things.R6, "始める。")));

        assertThat(Differences.between(before, after))
                .containsExactly(new FieldChange(Field.SPAN, Things.R4, "令和4年度　調べる。", "令和4年度〜令和6年度　調べる。"));
    }

    @Test
    void who_is_asked_lies_outside() {
        Indicator before = Things.indicator(2, BigDecimal.TEN, 0, "人");

        assertThat(Things.withDepartments(before)).isNotEqualTo(before);
        assertThat(Differences.between(before, Things.withDepartments(before))).isEmpty();
    }

    private static <T> void holds(
            T thing, Map<Field, UnaryOperator<T>> changes, BiFunction<T, T, List<FieldChange>> differences) {
        assertThat(differences.apply(thing, thing)).isEmpty();
        changes.forEach((field, change) -> {
            T changed = change.apply(thing);
            List<FieldChange> there = differences.apply(thing, changed);
            assertThat(there).extracting(FieldChange::field).containsExactly(field);
            assertThat(there).noneMatch(one -> one.before().equals(one.after()));
            assertThat(differences.apply(changed, thing)).isEqualTo(turned(there));
        });
    }

    private static List<FieldChange> turned(List<FieldChange> changes) {
        return changes.stream()
                .map(one -> new FieldChange(
                        one.field(), one.fiscalYear(), /* before= */ one.after(), /* after= */ one.before()))
                .toList();
    }
}
