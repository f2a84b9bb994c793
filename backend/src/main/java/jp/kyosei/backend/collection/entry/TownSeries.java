package jp.kyosei.backend.collection.entry;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.CheckConfirmation;
import jp.kyosei.backend.actual.CheckedFinding;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.Check;
import jp.kyosei.backend.evaluation.Checks;
import jp.kyosei.backend.evaluation.Evaluator;
import jp.kyosei.backend.evaluation.Measure;
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
    private final Measure measure;
    private final SortedMap<FiscalYear, Observation> own = new TreeMap<>();
    private final SortedMap<FiscalYear, Observation> joint = new TreeMap<>();

    /** @param town none for the figure of the whole owner */
    public TownSeries(Evaluator evaluator, Indicator indicator, @Nullable MunicipalityCode town, List<Actual> actuals) {
        this.evaluator = evaluator;
        boolean alone = town == null || indicator.reporters().size() == 1;
        this.measure = alone ? indicator.measure() : withoutBaseline(indicator.measure());
        for (Actual actual : actuals) {
            if (Objects.equals(actual.municipality(), town)) {
                own.put(actual.fiscalYear(), actual.observation());
            } else if (actual.municipality() == null) {
                joint.put(actual.fiscalYear(), actual.observation());
            }
        }
    }

    /** The baseline is that of all towns together; a part of it must not be measured by it. */
    private static Measure withoutBaseline(Measure measure) {
        return new Measure(
                measure.direction(),
                measure.cumulative(),
                measure.decimals(),
                measure.changeDigits(),
                measure.ratioAsPercent(),
                measure.progressFormula(),
                new Baseline.Absent(),
                measure.targets());
    }

    public String text(FiscalYear year) {
        return Optional.ofNullable(own.get(year)).map(this::text).orElse("");
    }

    /** The figure of a year: the town's own, or that of all towns together where no parts were kept. */
    LastFigure last(FiscalYear year) {
        Observation observation = own.get(year);
        if (observation != null) {
            String words = observation.observed() instanceof Observed.Missing missing ? missing.note() : "";
            return new LastFigure(text(observation), words);
        }
        Observation together = joint.get(year);
        return together == null ? LastFigure.NONE : new LastFigure(text(together), "圏域計");
    }

    /** The difference to the year before, with its sign: +11,967, △4, ±0; empty if either is not measured. */
    String change(FiscalYear year) {
        Optional<BigDecimal> now = value(own.get(year));
        Optional<BigDecimal> before = value(own.get(year.previous()));
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

    /** What is odd about the figure of a year. */
    public List<CheckedFinding> findings(FiscalYear year, List<CheckConfirmation> confirmations) {
        List<Check> checks = new Checks(evaluator, measure, own, new TreeMap<>(), null)
                .until(year).stream()
                        .filter(check -> check.fiscalYear().equals(year))
                        .toList();
        return CheckedFinding.of(checks, confirmations);
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
