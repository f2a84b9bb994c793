package jp.kyosei.backend.evaluation.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.Check;
import jp.kyosei.backend.evaluation.CheckCode;
import jp.kyosei.backend.evaluation.Evaluator;
import jp.kyosei.backend.evaluation.Exact;
import jp.kyosei.backend.evaluation.Measure;
import jp.kyosei.backend.evaluation.Rounding;
import jp.kyosei.backend.figure.FigureFormat;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Finds what is odd about one municipality's part of a sum, seen beside the figures of the whole (圏域計). */
public final class PartChecks {
    private static final BigFraction JUMP = BigFraction.of(10);

    private final Evaluator evaluator;
    private final Measure measure;
    private final SortedMap<FiscalYear, Observation> whole;

    /**
     * @param measure that of the whole
     * @param whole the figures of the whole that were given as such, by year
     */
    public PartChecks(Evaluator evaluator, Measure measure, SortedMap<FiscalYear, Observation> whole) {
        this.evaluator = evaluator;
        this.measure = measure;
        this.whole = whole;
    }

    /**
     * The findings of a year.
     *
     * @param first whether the municipality has measured nothing before, so that the whole alone says how much is usual
     * @param together the sum of all parts of the year; none where one is missing
     */
    public List<Check> of(FiscalYear year, Observation part, boolean first, @Nullable Observation together) {
        Optional<BigFraction> figure = Evaluator.number(measure, part.observed());
        if (figure.isEmpty()) {
            return List.of();
        }
        List<Check> found = new ArrayList<>();
        exceedsWhole(year, part, figure.get()).ifPresent(found::add);
        before(year).ifPresent(last -> {
            jump(year, part, figure.get(), last).ifPresent(found::add);
            if (first) {
                zero(year, figure.get(), last).ifPresent(found::add);
            }
            falls(year, together, last).ifPresent(found::add);
        });
        return found;
    }

    private Optional<Check> exceedsWhole(FiscalYear year, Observation part, BigFraction figure) {
        Observation now = whole.get(year);
        return Optional.ofNullable(now)
                .flatMap(given -> Evaluator.number(measure, given.observed()))
                .filter(sum -> sum.signum() >= 0 && Exact.compare(figure, sum) > 0)
                .map(sum -> new Check(
                        CheckCode.PART_EXCEEDS_WHOLE,
                        year,
                        "%sの圏域計は %s ですが、この市町村だけで %s です。どちらが正しいか確かめてください。"
                                .formatted(year.shortLabel(), text(now), text(part))));
    }

    private Optional<Check> jump(FiscalYear year, Observation part, BigFraction figure, Whole last) {
        if (last.figure().signum() <= 0 || Exact.compare(figure, last.figure().multiply(JUMP)) < 0) {
            return Optional.empty();
        }
        return Optional.of(new Check(
                CheckCode.IMPLAUSIBLE_JUMP,
                year,
                "%sの圏域計 %s に対し、%sはこの市町村だけで10倍以上の %s です。単位や桁の誤りがないか確かめてください。"
                        .formatted(last.year().shortLabel(), last.text(), year.shortLabel(), text(part))));
    }

    private static Optional<Check> zero(FiscalYear year, BigFraction figure, Whole last) {
        return figure.signum() != 0 || last.figure().signum() == 0
                ? Optional.empty()
                : Optional.of(new Check(
                        CheckCode.ZERO_MAY_MEAN_MISSING,
                        year,
                        "%sは 0 です（%sの圏域計は %s）。行われなかった・数えられなかったのであれば、0 ではなく「未実施」などの理由にしてください。"
                                .formatted(year.shortLabel(), last.year().shortLabel(), last.text())));
    }

    private Optional<Check> falls(FiscalYear year, @Nullable Observation together, Whole last) {
        return Optional.ofNullable(together)
                .filter(sum -> measure.cumulative())
                .flatMap(sum -> Evaluator.number(measure, sum.observed()))
                .filter(sum -> Exact.compare(sum, last.figure()) < 0)
                .map(sum -> new Check(
                        CheckCode.CUMULATIVE_FALLS,
                        year,
                        "累計の指標ですが、圏域計が%sの %s から %s に減っています。値を確かめ、正しければ理由を書いてください。"
                                .formatted(last.year().shortLabel(), last.text(), text(together))));
    }

    /** The last figure of the whole before a year: one that was given, or else the baseline's. */
    private Optional<Whole> before(FiscalYear year) {
        Whole found = measure.baseline() instanceof Baseline.Measured known
                        && known.fiscalYear().compareTo(year) < 0
                ? new Whole(known.fiscalYear(), Rounding.exact(known.value()), FigureFormat.asEntered(known.value()))
                : null;
        for (Map.Entry<FiscalYear, Observation> entry : whole.headMap(year).entrySet()) {
            Optional<BigFraction> figure =
                    Evaluator.number(measure, entry.getValue().observed());
            if (figure.isPresent()) {
                found = new Whole(entry.getKey(), figure.get(), text(entry.getValue()));
            }
        }
        return Optional.ofNullable(found);
    }

    private String text(@Nullable Observation observation) {
        return observation == null ? "" : evaluator.figureText(measure, observation.observed());
    }

    /** What the whole was in a year. */
    private record Whole(FiscalYear year, BigFraction figure, String text) {}
}
