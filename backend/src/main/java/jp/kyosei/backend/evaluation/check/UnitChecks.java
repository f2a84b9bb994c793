package jp.kyosei.backend.evaluation.check;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.Check;
import jp.kyosei.backend.evaluation.CheckCode;
import jp.kyosei.backend.evaluation.Evaluator;
import jp.kyosei.backend.evaluation.Exact;
import jp.kyosei.backend.evaluation.Measure;
import jp.kyosei.backend.evaluation.Rounding;
import jp.kyosei.backend.evaluation.Target;
import jp.kyosei.backend.figure.FigureFormat;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.figure.Observed;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Finds figures that cannot be what the unit counts. Baseline and targets, which the plan has decided, say what is usual: where
 * a plan aims at 1.8 人, a part of a person is no error.
 */
final class UnitChecks {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final BigFraction JUMP = BigFraction.of(10);

    private final Evaluator evaluator;
    private final Measure measure;
    private final Unit unit;
    private final SortedMap<FiscalYear, Observation> series;
    private final List<BigDecimal> decided;

    UnitChecks(Evaluator evaluator, Measure measure, Unit unit, SortedMap<FiscalYear, Observation> series) {
        this.evaluator = evaluator;
        this.measure = measure;
        this.unit = unit;
        this.series = series;
        this.decided = Stream.concat(
                        measure.targets().stream().map(Target::value),
                        measure.baseline() instanceof Baseline.Measured known
                                ? Stream.of(known.value())
                                : Stream.empty())
                .toList();
    }

    /** What is odd about a figure of that unit; the first that is found. */
    Optional<Check> doesNotFit(FiscalYear year, Observed observed, BigFraction figure) {
        return Stream.<Optional<String>>of(
                        shareForCount(observed),
                        negative(year, observed, figure),
                        partOfOne(observed, figure),
                        moreThanAll(year, observed, figure))
                .flatMap(Optional::stream)
                .findFirst()
                .map(odd -> new Check(CheckCode.UNIT_DOES_NOT_FIT, year, year.shortLabel() + odd));
    }

    /** Ten times the target and more, where nothing else says how large the figure usually is. */
    Optional<Check> farBeyondTarget(FiscalYear year, Observed observed, BigFraction figure) {
        if (unit.equals(Unit.UNKNOWN)) {
            return Optional.empty();
        }
        BigDecimal largest = measure.targets().stream()
                .map(Target::value)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
        if (largest.signum() <= 0
                || Exact.compare(figure, Rounding.exact(largest).multiply(JUMP)) < 0) {
            return Optional.empty();
        }
        return Optional.of(new Check(
                CheckCode.IMPLAUSIBLE_JUMP,
                year,
                "%sの %s は、目標値 %s の10倍以上です。単位や桁の誤りがないか確かめてください。"
                        .formatted(year.shortLabel(), text(observed), FigureFormat.asEntered(largest))));
    }

    private Optional<String> shareForCount(Observed observed) {
        return unit.nature() == Unit.Nature.COUNT && isWhole() && observed instanceof Observed.Ratio ratio
                ? Optional.of("の単位は「%s」ですが、割合（%s/%s）が入っています。数そのものを入れてください。正しければ理由を書いてください。"
                        .formatted(
                                unit.words(),
                                FigureFormat.asEntered(ratio.numerator()),
                                FigureFormat.asEntered(ratio.denominator())))
                : Optional.empty();
    }

    private Optional<String> negative(FiscalYear year, Observed observed, BigFraction figure) {
        if (figure.signum() >= 0
                || unit.mayBeNegative()
                || decided.stream().anyMatch(known -> known.signum() < 0)
                || (unit.nature() != Unit.Nature.COUNT && others(year).anyMatch(other -> other.signum() < 0))) {
            return Optional.empty();
        }
        return Optional.of("はマイナスの値（%s）です%s。符号の誤りがないか確かめ、正しければ理由を書いてください。"
                .formatted(
                        text(observed),
                        unit.nature() == Unit.Nature.COUNT
                                ? "が、単位は「%s」です".formatted(unit.words())
                                : "が、目標値とほかの年度はマイナスではありません"));
    }

    private Optional<String> partOfOne(Observed observed, BigFraction figure) {
        return unit.nature() == Unit.Nature.COUNT
                        && isWhole()
                        && figure.getDenominator().compareTo(BigInteger.ONE) != 0
                ? Optional.of("の単位は「%s」ですが、端数のある値（%s）です。桁や小数点の誤りがないか確かめ、正しければ理由を書いてください。"
                        .formatted(unit.words(), text(observed)))
                : Optional.empty();
    }

    private Optional<String> moreThanAll(FiscalYear year, Observed observed, BigFraction figure) {
        BigFraction all = Rounding.exact(ALL);
        if (unit.nature() != Unit.Nature.SHARE
                || Exact.compare(figure, all) <= 0
                || decided.stream().anyMatch(known -> known.compareTo(ALL) > 0)
                || others(year).anyMatch(other -> Exact.compare(other, all) > 0)) {
            return Optional.empty();
        }
        return Optional.of(
                observed instanceof Observed.Ratio ratio
                        ? "は分子が分母より大きくなっています（%s/%s）。入れ替わっていないか確かめ、正しければ理由を書いてください。"
                                .formatted(
                                        FigureFormat.asEntered(ratio.numerator()),
                                        FigureFormat.asEntered(ratio.denominator()))
                        : "は100%%を超えています（%s）。桁の誤りがないか確かめ、正しければ理由を書いてください。".formatted(text(observed)));
    }

    /** Whether the plan decides upon this indicator in whole numbers. */
    private boolean isWhole() {
        return decided.stream().allMatch(known -> known.scale() <= 0);
    }

    private Stream<BigFraction> others(FiscalYear year) {
        return series.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(year))
                .map(Map.Entry::getValue)
                .flatMap(other -> Evaluator.number(measure, other.observed()).stream());
    }

    private String text(Observed observed) {
        return evaluator.figureText(measure, observed);
    }
}
