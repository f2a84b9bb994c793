package jp.kyosei.ui.drafting;

import java.math.BigDecimal;
import jp.kyosei.backend.evaluation.Target;
import jp.kyosei.backend.figure.FigureFormat;
import jp.kyosei.backend.indicator.Indicator;

/** How a target is said in one line. */
final class TargetWords {
    private TargetWords() {}

    /** 37,000人（R6）. */
    static String last(Indicator indicator) {
        Target target = indicator.measure().finalTarget();
        return "%s%s（%s）"
                .formatted(
                        figure(target.value()),
                        indicator.unit(),
                        target.fiscalYear().shortLabel());
    }

    /** As it is typed. */
    static String figure(BigDecimal value) {
        return FigureFormat.asEntered(value);
    }
}
