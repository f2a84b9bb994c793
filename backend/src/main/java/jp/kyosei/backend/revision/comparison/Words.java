package jp.kyosei.backend.revision.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.ChangeDigits;
import jp.kyosei.backend.evaluation.Measure;
import jp.kyosei.backend.evaluation.ProgressFormula;
import jp.kyosei.backend.figure.FigureFormat;
import jp.kyosei.backend.figure.Minus;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.Reporter;
import jp.kyosei.backend.plan.InitiativeSpan;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** What the fields of a version say on a paper. */
final class Words {
    private Words() {}

    /** 37,000人, with the decimals of its indicator, and with more where it has more: what differs must be seen to differ. */
    static String figure(Indicator indicator, BigDecimal value) {
        int digits = Math.max(
                indicator.measure().decimals(), value.stripTrailingZeros().scale());
        return Minus.shown(new FigureFormat(digits, RoundingMode.UNNECESSARY).format(value)) + indicator.unit();
    }

    static String baseline(Indicator indicator) {
        return switch (indicator.measure().baseline()) {
            case Baseline.Measured measured ->
                "%s（%s）"
                        .formatted(
                                figure(indicator, measured.value()),
                                measured.fiscalYear().longLabel());
            case Baseline.Absent absent -> "なし";
            case Baseline.AddedLater later -> later.note().isEmpty() ? "途中から" : "途中から（%s）".formatted(later.note());
        };
    }

    static String decimals(int decimals) {
        return decimals == 0 ? "整数" : "小数第%d位まで".formatted(decimals);
    }

    static String changeDigits(ChangeDigits digits) {
        return switch (digits) {
            case OWN -> "実績値と同じ";
            case WHOLE -> "整数";
        };
    }

    static String ratio(Measure measure) {
        return measure.ratioAsPercent() ? "百分率" : "比";
    }

    static String cumulative(Measure measure) {
        return measure.cumulative() ? "累計" : "年度ごと";
    }

    static String formula(@Nullable ProgressFormula formula) {
        return formula == null ? "団体の評価の決まりのとおり" : formula.label();
    }

    static String reporters(Collection<Reporter> reporters) {
        return reporters.stream()
                .sorted((one, other) -> one.municipality().compareTo(other.municipality()))
                .map(Reporter::municipalityName)
                .collect(Collectors.joining("、"));
    }

    static String towns(Collection<MunicipalityCode> towns, Function<MunicipalityCode, String> names) {
        return towns.stream().sorted().map(names).collect(Collectors.joining("、"));
    }

    /** 令和2年度〜令和4年度　旅行商品をつくる. */
    static String span(InitiativeSpan span) {
        String years = span.firstFiscalYear().equals(span.lastFiscalYear())
                ? span.firstFiscalYear().longLabel()
                : "%s〜%s"
                        .formatted(
                                span.firstFiscalYear().longLabel(),
                                span.lastFiscalYear().longLabel());
        return span.text().isEmpty() ? years : years + "　" + span.text();
    }
}
