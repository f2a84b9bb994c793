package jp.kyosei.backend.collection.entry;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.CheckConfirmation;
import jp.kyosei.backend.actual.CheckedFinding;
import jp.kyosei.backend.evaluation.Check;
import jp.kyosei.backend.evaluation.CheckCode;
import jp.kyosei.backend.evaluation.Consolidation;
import jp.kyosei.backend.evaluation.Consolidator;
import jp.kyosei.backend.evaluation.Evaluator;
import jp.kyosei.backend.evaluation.Measure;
import jp.kyosei.backend.evaluation.check.Checks;
import jp.kyosei.backend.evaluation.check.PartChecks;
import jp.kyosei.backend.evaluation.check.Unit;
import jp.kyosei.backend.figure.FigureFormat;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** The figures of one indicator over the years as one municipality reports them, with what is said of them. */
public final class TownSeries {
    private final Evaluator evaluator;
    private final Indicator indicator;
    private final Measure measure;
    private final boolean alone;
    private final SortedMap<FiscalYear, Observation> own = new TreeMap<>();
    private final SortedMap<FiscalYear, Observation> joint = new TreeMap<>();
    private final SortedMap<FiscalYear, SequencedMap<String, Observation>> parts = new TreeMap<>();
    private final @Nullable MunicipalityCode town;

    /** @param town none for the figure of the whole owner */
    public TownSeries(Evaluator evaluator, Indicator indicator, @Nullable MunicipalityCode town, List<Actual> actuals) {
        this.evaluator = evaluator;
        this.indicator = indicator;
        this.town = town;
        this.alone = town == null || indicator.reporters().size() == 1;
        this.measure = alone ? indicator.measure() : indicator.measure().withoutBaseline();
        for (Actual actual : actuals) {
            if (Objects.equals(actual.municipality(), town)) {
                own.put(actual.fiscalYear(), actual.observation());
            } else if (actual.municipality() == null) {
                joint.put(actual.fiscalYear(), actual.observation());
            }
            part(actual.fiscalYear(), actual.municipality(), actual.observation());
        }
    }

    private void part(FiscalYear year, @Nullable MunicipalityCode of, Observation observation) {
        if (of != null) {
            parts.computeIfAbsent(year, key -> new LinkedHashMap<>()).put(of.value(), observation);
        }
    }

    /** The same with another figure in a year, as it would be once that is entered. */
    TownSeries entered(FiscalYear year, Observation observation) {
        own.put(year, observation);
        part(year, town, observation);
        return this;
    }

    public String text(FiscalYear year) {
        return Optional.ofNullable(own.get(year)).map(this::text).orElse("");
    }

    /**
     * The figure of a year: the town's own, or that of all towns together where no parts were kept; where nobody else reports it,
     * that one is the town's own, too.
     */
    LastFigure last(FiscalYear year) {
        Observation observation = own.get(year);
        if (observation != null) {
            String words = observation.observed() instanceof Observed.Missing missing ? missing.note() : "";
            return new LastFigure(text(observation), words);
        }
        Observation together = joint.get(year);
        return together == null ? LastFigure.NONE : new LastFigure(text(together), alone ? "公表値" : "圏域計");
    }

    /**
     * The difference to the year before, with its sign: +11,967, △4, ±0; empty if either is not measured, and where only the
     * figure of all towns together is known of that year.
     */
    String change(FiscalYear year) {
        Optional<BigDecimal> now = value(own.get(year));
        Observation last = own.get(year.previous());
        Optional<BigDecimal> before = value(last == null && alone ? joint.get(year.previous()) : last);
        if (now.isEmpty() || before.isEmpty()) {
            return "";
        }
        BigDecimal change = now.get().subtract(before.get());
        String digits = FigureFormat.asEntered(change.abs());
        return switch (change.signum()) {
            case 1 -> "+" + digits;
            case -1 -> "△" + digits;
            default -> "±0";
        };
    }

    /** What is odd about the figure of a year, each with its confirmation. */
    public List<CheckedFinding> findings(FiscalYear year, List<CheckConfirmation> confirmations) {
        return CheckedFinding.of(checks(year), alone ? null : town, confirmations);
    }

    /**
     * What is odd about the figure of a year: by its unit, against the town's own past, and where it has none, or reports a part
     * of a sum, against the figures of the whole.
     */
    List<Check> checks(FiscalYear year) {
        Observation now = own.get(year);
        if (now == null) {
            return List.of();
        }
        boolean first = own.headMap(year).values().stream()
                .noneMatch(past -> Evaluator.number(measure, past.observed()).isPresent());
        Unit unit = Unit.of(indicator.unit(), indicator.name());
        Map<CheckCode, Check> found = new EnumMap<>(CheckCode.class);
        new Checks(evaluator, measure, unit, comparable(first), new TreeMap<>(), null)
                .until(year).stream()
                        .filter(check -> check.fiscalYear().equals(year))
                        .forEach(check -> found.put(check.code(), check));
        if (isPartOfSum()) {
            new PartChecks(evaluator, indicator.measure(), joint)
                    .of(year, now, first, together(year))
                    .forEach(check -> found.put(check.code(), check));
        }
        return List.copyOf(found.values());
    }

    private boolean isPartOfSum() {
        return !alone && indicator.consolidation() == Consolidation.SUM;
    }

    /** The years with which the town's figure compares: where no parts were kept, those of the whole, if it is of the same size. */
    private SortedMap<FiscalYear, Observation> comparable(boolean first) {
        if (town == null || isPartOfSum() || (!alone && !first)) {
            return own;
        }
        SortedMap<FiscalYear, Observation> both = new TreeMap<>(joint);
        both.putAll(own);
        return both;
    }

    /** The sum of all parts of a year; none where one is missing. */
    private @Nullable Observation together(FiscalYear year) {
        SequencedMap<String, Observation> given = parts.getOrDefault(year, new LinkedHashMap<>());
        return new Consolidator(indicator.consolidation(), Consolidator.Incomplete.NO_FIGURE)
                .consolidate(
                        indicator.measure(),
                        indicator.reporters().stream()
                                .map(reporter -> reporter.municipality().value())
                                .toList(),
                        given,
                        null)
                .observation();
    }

    private String text(Observation observation) {
        FiscalYear reference = observation.referenceYear();
        String suffix = reference == null ? "" : "(%s)".formatted(reference.shortLabel());
        return evaluator.figureText(measure, observation.observed()) + suffix;
    }

    private Optional<BigDecimal> value(@Nullable Observation observation) {
        return Optional.ofNullable(observation).flatMap(found -> evaluator.figureValue(measure, found.observed()));
    }

    /**
     * A figure of the year before.
     *
     * @param note what is to be known of it; may be empty
     */
    record LastFigure(String text, String note) {
        static final LastFigure NONE = new LastFigure("", "");
    }
}
