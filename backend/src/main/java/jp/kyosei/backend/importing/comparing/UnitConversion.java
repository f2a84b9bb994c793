package jp.kyosei.backend.importing.comparing;

import java.math.BigDecimal;
import java.util.List;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.Target;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.importing.document.IndicatorPart;
import jp.kyosei.backend.importing.document.WholeIndicator;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.importing.reading.ReadIndicator;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.understanding.unit.UnitName;

/** Figures that a file gives in another magnitude than the plan: 18.8万人 of a plan that counts 人. Exact, by moving the point. */
final class UnitConversion {
    private final int shift;
    private final String unit;

    private UnitConversion(int shift, String unit) {
        this.shift = shift;
        this.unit = unit;
    }

    /**
     * A file's indicator in the plan's unit, which is said; as it is where its unit is another one. A column that states another
     * magnitude is none: what it says of numbers that stand alone may be a slip.
     *
     * @param findings where it is said
     */
    static ReadIndicator of(ReadIndicator file, Indicator indicator, List<Finding> findings) {
        UnitName own = UnitName.of(file.whole().unit());
        UnitName wanted = UnitName.of(indicator.unit());
        boolean sameScale = own.exponent() == wanted.exponent();
        if (own.isNone()
                || wanted.isNone()
                || IndicatorMatch.isSameName(own.written(), wanted.written())
                || !own.isOf(wanted)
                || !(sameScale || file.isUnitInCells())) {
            return file;
        }
        findings.add(Finding.notice(
                file.at(IndicatorPart.UNIT),
                indicator.no(),
                "単位「%s」の値を、計画の単位「%s」の値として取り込みます。".formatted(own.written(), indicator.unit())));
        UnitConversion conversion = new UnitConversion(own.exponent() - wanted.exponent(), indicator.unit());
        return file.with(conversion.converted(file.whole()));
    }

    private WholeIndicator converted(WholeIndicator whole) {
        Baseline baseline = whole.baseline() instanceof Baseline.Measured(BigDecimal value, var year)
                ? new Baseline.Measured(moved(value), year)
                : whole.baseline();
        return whole.measuredIn(
                unit,
                baseline,
                whole.targets().stream()
                        .map(target -> new Target(target.fiscalYear(), moved(target.value())))
                        .toList(),
                whole.figures().stream()
                        .map(figure ->
                                new WholeIndicator.Figure(figure.year(), figure.town(), moved(figure.observation())))
                        .toList());
    }

    private Observation moved(Observation observation) {
        return observation.observed() instanceof Observed.Value(BigDecimal value)
                ? new Observation(new Observed.Value(moved(value)), observation.referenceYear(), observation.note())
                : observation;
    }

    private BigDecimal moved(BigDecimal value) {
        if (shift == 0) {
            return value;
        }
        BigDecimal plain = value.scaleByPowerOfTen(shift).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
