package jp.kyosei.backend.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.figure.TypedFigure;
import jp.kyosei.backend.figure.TypedFigureParser;
import org.jspecify.annotations.Nullable;

/** Indicators and series as the sheets print them. */
final class Given {
    static final FiscalYear H30 = new FiscalYear(2018);
    static final FiscalYear R1 = new FiscalYear(2019);
    static final FiscalYear R2 = new FiscalYear(2020);
    static final FiscalYear R3 = new FiscalYear(2021);
    static final FiscalYear R4 = new FiscalYear(2022);
    static final FiscalYear R5 = new FiscalYear(2023);
    static final FiscalYear R6 = new FiscalYear(2024);

    private Given() {}

    /** Cells from R1 on; an empty one is a year without a report. */
    static SortedMap<FiscalYear, Observation> fromR1(String... cells) {
        SortedMap<FiscalYear, Observation> series = new TreeMap<>();
        FiscalYear year = R1;
        for (String cell : cells) {
            FiscalYear ofCell = year;
            TypedFigure typed = TypedFigureParser.parse(cell);
            if (typed instanceof TypedFigure.NotUnderstood(String text, String message)) {
                throw new IllegalArgumentException(text + ": " + message);
            }
            typed.observation().ifPresent(observation -> series.put(ofCell, observation));
            year = year.next();
        }
        return series;
    }

    static Observation value(String value) {
        return Observation.of(new Observed.Value(new BigDecimal(value)));
    }

    static Observation share(String numerator, String denominator) {
        return Observation.of(new Observed.Ratio(new BigDecimal(numerator), new BigDecimal(denominator)));
    }

    static Observation missing(MissingReason reason, String note) {
        return Observation.of(new Observed.Missing(reason, note));
    }

    static Baseline baseline(String value) {
        return new Baseline.Measured(new BigDecimal(value), H30);
    }

    static Measure measure(Direction direction, Baseline baseline, String target) {
        return measure(direction, false, 0, null, baseline, target);
    }

    static Measure cumulative(Baseline baseline, String target) {
        return measure(Direction.HIGHER, true, 0, null, baseline, target);
    }

    static Measure measure(
            Direction direction,
            boolean cumulative,
            int decimals,
            @Nullable ProgressFormula formula,
            Baseline baseline,
            String target) {
        return new Measure(
                direction,
                cumulative,
                decimals,
                ChangeDigits.OWN,
                true,
                formula,
                baseline,
                List.of(new Target(R6, new BigDecimal(target))));
    }
}
