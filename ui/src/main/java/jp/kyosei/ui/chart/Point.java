package jp.kyosei.ui.chart;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One year of a chart: a figure, or the reason why there is none.
 *
 * @param label the year as the axis names it: R4
 * @param text the figure as people read it: 349,267; or the reason: 中止
 */
public record Point(String label, Optional<BigDecimal> value, String text) {
    public static Point of(String label, BigDecimal value, String text) {
        return new Point(label, Optional.of(value), text);
    }

    public static Point missing(String label, String reason) {
        return new Point(label, Optional.empty(), reason);
    }
}
