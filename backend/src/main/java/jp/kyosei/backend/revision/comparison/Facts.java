package jp.kyosei.backend.revision.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

/** All that a version says of a thing, field by field. */
final class Facts {
    private final List<Fact> facts = new ArrayList<>();

    private Facts() {}

    static List<Fact> of(Section section, Places places) {
        Facts of = new Facts();
        of.add(Field.NO, section.number());
        of.add(Field.PARENT, places.identity(section.parent()), places.words(section.parent()));
        of.add(Field.TITLE, section.title());
        of.add(Field.BODY, section.body());
        return of.facts;
    }

    static List<Fact> of(Indicator indicator, Places places) {
        Facts of = new Facts();
        Measure measure = indicator.measure();
        of.add(Field.NO, indicator.no());
        of.add(Field.SECTION, places.identity(indicator.section()), places.words(indicator.section()));
        of.add(Field.KIND, indicator.kind().label());
        of.add(Field.NAME, indicator.name());
        of.add(Field.DESCRIPTION, indicator.description());
        of.add(Field.UNIT, indicator.unit());
        of.add(Field.DECIMALS, Words.decimals(measure.decimals()));
        of.add(Field.CHANGE_DIGITS, Words.changeDigits(measure.changeDigits()));
        of.add(Field.RATIO_AS_PERCENT, Words.ratio(measure));
        of.add(Field.DIRECTION, measure.direction().label());
        of.add(Field.CUMULATIVE, Words.cumulative(measure));
        of.add(Field.FORMULA, Words.formula(measure.progressFormula()));
        of.add(Field.BASELINE, plain(measure.baseline()), Words.baseline(indicator));
        for (Target target : measure.targets()) {
            of.facts.add(new Fact(
                    Field.TARGET, target.fiscalYear(), plain(target.value()), Words.figure(indicator, target.value())));
        }
        BigDecimal stated = indicator.statedTarget();
        if (stated != null) {
            of.add(Field.STATED_TARGET, plain(stated), Words.figure(indicator, stated));
        }
        of.add(Field.CONSOLIDATION, indicator.consolidation().label());
        of.add(
                Field.REPORTERS,
                indicator.reporters().stream().map(Reporter::municipality).collect(Collectors.toSet()),
                Words.reporters(indicator.reporters()));
        of.add(Field.SOURCE, indicator.source());
        return of.facts;
    }

    /** @param names what a municipality is called */
    static List<Fact> of(Initiative initiative, Places places, Function<MunicipalityCode, String> names) {
        Facts of = new Facts();
        of.add(Field.SECTION, places.identity(initiative.section()), places.words(initiative.section()));
        of.add(Field.TITLE, initiative.title());
        of.add(
                Field.MUNICIPALITIES,
                Set.copyOf(initiative.municipalities()),
                Words.towns(initiative.municipalities(), names));
        // Spans are told apart by the year in which they begin; several that begin together are looked at together.
        Map<FiscalYear, List<InitiativeSpan>> spans = initiative.spans().stream()
                .sorted(Comparator.comparing(InitiativeSpan::lastFiscalYear).thenComparing(InitiativeSpan::text))
                .collect(Collectors.groupingBy(InitiativeSpan::firstFiscalYear, TreeMap::new, Collectors.toList()));
        spans.forEach((year, together) -> of.facts.add(new Fact(
                Field.SPAN, year, together, together.stream().map(Words::span).collect(Collectors.joining("\n")))));
        return of.facts;
    }

    private void add(Field field, String words) {
        add(field, words, words);
    }

    private void add(Field field, Object value, String words) {
        facts.add(new Fact(field, null, value, words));
    }

    private static Baseline plain(Baseline baseline) {
        return baseline instanceof Baseline.Measured(BigDecimal value, FiscalYear year)
                ? new Baseline.Measured(plain(value), year)
                : baseline;
    }

    private static BigDecimal plain(BigDecimal figure) {
        return figure.stripTrailingZeros();
    }
}
