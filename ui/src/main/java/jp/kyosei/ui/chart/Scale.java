package jp.kyosei.ui.chart;

import java.math.BigDecimal;
import java.util.Collection;

/**
 * Maps figures to heights. SVG counts downwards, so the largest figure has the smallest coordinate.
 *
 * @param lowest the figure at the bottom
 * @param highest the figure at the top
 * @param top coordinate of the highest figure
 * @param bottom coordinate of the lowest
 */
record Scale(double lowest, double highest, double top, double bottom) {
    /** From zero, or from the smallest negative figure, to the largest: lengths can be compared. */
    static Scale fromZero(Collection<BigDecimal> figures, double top, double bottom) {
        double lowest =
                figures.stream().mapToDouble(BigDecimal::doubleValue).min().orElse(0);
        double highest =
                figures.stream().mapToDouble(BigDecimal::doubleValue).max().orElse(0);
        return new Scale(Math.min(0, lowest), Math.max(0, highest), top, bottom);
    }

    /** From the smallest to the largest figure: only the course can be read. */
    static Scale around(Collection<BigDecimal> figures, double top, double bottom) {
        double lowest =
                figures.stream().mapToDouble(BigDecimal::doubleValue).min().orElse(0);
        double highest =
                figures.stream().mapToDouble(BigDecimal::doubleValue).max().orElse(0);
        return new Scale(lowest, highest, top, bottom);
    }

    double at(BigDecimal figure) {
        return at(figure.doubleValue());
    }

    double at(double figure) {
        if (highest == lowest) {
            return lowest == 0 ? bottom : (top + bottom) / 2;
        }
        return bottom - (figure - lowest) / (highest - lowest) * (bottom - top);
    }
}
