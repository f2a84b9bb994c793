package jp.kyosei.backend.revision.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.Measure;
import jp.kyosei.backend.evaluation.Target;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.Reporter;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.InitiativeSpan;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * What tells one thing in two versions apart, in the order of {@link Field}; pure. Values are compared, not their print: 57 and
 * 57.0 are one target, and an indicator counted in another unit has that one change, though all its figures print otherwise.
 * The departments that are asked lie outside the version and are not looked at.
 */
public final class Differences {
    private final List<FieldChange> changes = new ArrayList<>();

    private Differences() {}

    /** Of an indicator beside its tree: its section is the same where its number is. */
    public static List<FieldChange> between(Indicator before, Indicator after) {
        return between(before, after, Places.UNKNOWN, Places.UNKNOWN);
    }

    /** Of a section beside its tree: what it hangs under is the same where the number is. */
    public static List<FieldChange> between(Section before, Section after) {
        return between(before, after, Places.UNKNOWN, Places.UNKNOWN);
    }

    /** Of an initiative beside its tree, municipalities by their codes. */
    public static List<FieldChange> between(Initiative before, Initiative after) {
        return between(before, after, Places.UNKNOWN, Places.UNKNOWN, MunicipalityCode::value);
    }

    static List<FieldChange> between(Indicator before, Indicator after, Places then, Places now) {
        Differences of = new Differences();
        Measure was = before.measure();
        Measure is = after.measure();
        of.text(Field.NO, before.no(), after.no());
        of.place(Field.SECTION, before.section(), after.section(), then, now);
        of.text(Field.KIND, before.kind().label(), after.kind().label());
        of.text(Field.NAME, before.name(), after.name());
        of.text(Field.DESCRIPTION, before.description(), after.description());
        of.text(Field.UNIT, before.unit(), after.unit());
        of.text(Field.DECIMALS, Words.decimals(was.decimals()), Words.decimals(is.decimals()));
        of.text(Field.CHANGE_DIGITS, Words.changeDigits(was.changeDigits()), Words.changeDigits(is.changeDigits()));
        of.text(Field.RATIO_AS_PERCENT, Words.ratio(was), Words.ratio(is));
        of.text(Field.DIRECTION, was.direction().label(), is.direction().label());
        of.text(Field.CUMULATIVE, Words.cumulative(was), Words.cumulative(is));
        of.text(Field.FORMULA, Words.formula(was.progressFormula()), Words.formula(is.progressFormula()));
        if (!sameBaseline(was.baseline(), is.baseline())) {
            of.change(Field.BASELINE, null, Words.baseline(before), Words.baseline(after));
        }
        of.targets(before, after);
        of.figure(before, before.statedTarget(), after, after.statedTarget());
        of.text(
                Field.CONSOLIDATION,
                before.consolidation().label(),
                after.consolidation().label());
        if (!towns(before).equals(towns(after))) {
            of.change(Field.REPORTERS, null, Words.reporters(before.reporters()), Words.reporters(after.reporters()));
        }
        of.text(Field.SOURCE, before.source(), after.source());
        return List.copyOf(of.changes);
    }

    static List<FieldChange> between(Section before, Section after, Places then, Places now) {
        Differences of = new Differences();
        of.text(Field.NO, before.number(), after.number());
        of.place(Field.PARENT, before.parent(), after.parent(), then, now);
        of.text(Field.TITLE, before.title(), after.title());
        of.text(Field.BODY, before.body(), after.body());
        return List.copyOf(of.changes);
    }

    static List<FieldChange> between(
            Initiative before, Initiative after, Places then, Places now, Function<MunicipalityCode, String> names) {
        Differences of = new Differences();
        of.place(Field.SECTION, before.section(), after.section(), then, now);
        of.text(Field.TITLE, before.title(), after.title());
        if (!Set.copyOf(before.municipalities()).equals(Set.copyOf(after.municipalities()))) {
            of.change(
                    Field.MUNICIPALITIES,
                    null,
                    Words.towns(before.municipalities(), names),
                    Words.towns(after.municipalities(), names));
        }
        of.spans(before, after);
        return List.copyOf(of.changes);
    }

    private void targets(Indicator before, Indicator after) {
        Map<FiscalYear, BigDecimal> was = targets(before);
        Map<FiscalYear, BigDecimal> is = targets(after);
        for (FiscalYear year : years(was.keySet(), is.keySet())) {
            BigDecimal then = was.get(year);
            BigDecimal now = is.get(year);
            if (!same(then, now)) {
                change(Field.TARGET, year, words(before, then), words(after, now));
            }
        }
    }

    private void figure(Indicator before, @Nullable BigDecimal was, Indicator after, @Nullable BigDecimal is) {
        if (!same(was, is)) {
            change(Field.STATED_TARGET, null, words(before, was), words(after, is));
        }
    }

    /** Spans are told apart by the year in which they begin; several that begin together are looked at together. */
    private void spans(Initiative before, Initiative after) {
        Map<FiscalYear, List<InitiativeSpan>> was = spans(before);
        Map<FiscalYear, List<InitiativeSpan>> is = spans(after);
        for (FiscalYear year : years(was.keySet(), is.keySet())) {
            List<InitiativeSpan> then = was.getOrDefault(year, List.of());
            List<InitiativeSpan> now = is.getOrDefault(year, List.of());
            if (!then.equals(now)) {
                change(Field.SPAN, year, words(then), words(now));
            }
        }
    }

    private void place(Field field, @Nullable String before, @Nullable String after, Places then, Places now) {
        if (!then.identity(before).equals(now.identity(after))) {
            change(field, null, then.words(before), now.words(after));
        }
    }

    private void text(Field field, String before, String after) {
        if (!before.equals(after)) {
            change(field, null, before, after);
        }
    }

    private void change(Field field, @Nullable FiscalYear year, String before, String after) {
        changes.add(new FieldChange(field, year, before, after));
    }

    private static SortedSet<FiscalYear> years(Set<FiscalYear> some, Set<FiscalYear> others) {
        SortedSet<FiscalYear> years = new TreeSet<>(some);
        years.addAll(others);
        return years;
    }

    private static Map<FiscalYear, BigDecimal> targets(Indicator indicator) {
        return indicator.measure().targets().stream().collect(Collectors.toMap(Target::fiscalYear, Target::value));
    }

    private static Map<FiscalYear, List<InitiativeSpan>> spans(Initiative initiative) {
        return initiative.spans().stream()
                .sorted(Comparator.comparing(InitiativeSpan::lastFiscalYear).thenComparing(InitiativeSpan::text))
                .collect(Collectors.groupingBy(InitiativeSpan::firstFiscalYear, TreeMap::new, Collectors.toList()));
    }

    private static Set<MunicipalityCode> towns(Indicator indicator) {
        return new HashSet<>(
                indicator.reporters().stream().map(Reporter::municipality).toList());
    }

    private static String words(Indicator indicator, @Nullable BigDecimal figure) {
        return figure == null ? "" : Words.figure(indicator, figure);
    }

    private static String words(List<InitiativeSpan> spans) {
        return spans.stream().map(Words::span).collect(Collectors.joining("\n"));
    }

    private static boolean sameBaseline(Baseline before, Baseline after) {
        if (before instanceof Baseline.Measured was && after instanceof Baseline.Measured is) {
            return was.fiscalYear().equals(is.fiscalYear()) && same(was.value(), is.value());
        }
        return before.equals(after);
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }
}
