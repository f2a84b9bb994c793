package jp.kyosei.ui.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The years as bars against the target. Bars start at zero, downwards for negative figures; a year without a figure
 * carries its reason in the place of a bar; the year in question is strong, the others pale.
 *
 * @param currentLabel the label of the year in question
 */
public record TargetChart(String title, List<Point> points, Optional<Target> target, String currentLabel) {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 280;
    private static final double LEFT = 16;
    private static final double RIGHT_OF_BARS = 616;
    private static final double TOP = 36;
    private static final double BOTTOM = 232;
    private static final double YEAR_LINE = 264;
    private static final double TEXT_GAP = 7;
    private static final double TEXT_HEIGHT = 20;
    private static final double ROOM_FOR_TEXT = 28;
    private static final double WIDEST_BAR = 72;
    private static final double BAR_SHARE = 0.72;
    private static final String INK = "#1a1a1c";

    public TargetChart {
        points = List.copyOf(points);
    }

    public String toSvg() {
        Svg picture = new Svg(WIDTH, HEIGHT, title, ChartWords.sentence(points, target));
        Scale scale = Scale.fromZero(
                Stream.concat(
                                points.stream().flatMap(point -> point.value().stream()),
                                target.stream().map(Target::value))
                        .toList(),
                TOP,
                BOTTOM);
        for (int index = 0; index < points.size(); index++) {
            drawYear(points.get(index), middleOf(index), scale, picture);
        }
        double ground = scale.at(0);
        picture.shape("line", "x1", LEFT, "x2", RIGHT_OF_BARS, "y1", ground, "y2", ground, "stroke", INK);
        target.ifPresent(aim -> drawTarget(aim, scale, picture));
        return picture.finish();
    }

    /** The picture, and where there is little room or large type the same years as rows. */
    public Component toComponent() {
        Div chart = new Div(new Html("<div class=\"chart-picture\">" + toSvg() + "</div>"), new ChartRows(this));
        chart.addClassName("target-chart");
        return chart;
    }

    private void drawYear(Point point, double middle, Scale scale, Svg picture) {
        boolean isCurrent = point.label().equals(currentLabel);
        point.value()
                .ifPresentOrElse(
                        figure -> drawBar(figure, point.text(), middle, isCurrent, scale, picture),
                        () -> drawMissing(point.text(), middle, scale, picture));
        picture.text(point.label(), labelAt(middle, YEAR_LINE, isCurrent, INK));
    }

    private void drawBar(BigDecimal figure, String text, double middle, boolean isCurrent, Scale scale, Svg picture) {
        double ground = scale.at(0);
        double end = scale.at(figure);
        double width = Math.min(WIDEST_BAR, slot() * BAR_SHARE);
        picture.shape(
                "rect",
                "x",
                middle - width / 2,
                "y",
                Math.min(ground, end),
                "width",
                width,
                "height",
                Math.abs(ground - end),
                "fill",
                isCurrent ? "#0017c1" : "#b9c6f5",
                "data-year",
                isCurrent ? "current" : "other");
        drawFigure(text, middle, end, ground, isCurrent, scale, picture);
    }

    /** Writes the figure at the bar's end: within the bar where it has room and the target line does not cross it. */
    private void drawFigure(
            String text, double middle, double end, double ground, boolean isCurrent, Scale scale, Svg picture) {
        boolean isDownward = end > ground;
        Optional<Double> line = target.map(aim -> scale.at(aim.value()));
        boolean crossed = line.filter(height -> height >= end && height <= end + ROOM_FOR_TEXT)
                .isPresent();
        if (!isDownward && ground - end >= ROOM_FOR_TEXT && !crossed) {
            picture.text(text, labelAt(middle, end + TEXT_HEIGHT, isCurrent, isCurrent ? "#fff" : INK));
            return;
        }
        double outside = isDownward
                ? end + TEXT_HEIGHT
                : line.filter(height -> height < end && height > end - ROOM_FOR_TEXT)
                                .orElse(end)
                        - TEXT_GAP;
        picture.text(text, labelAt(middle, outside, isCurrent, INK));
    }

    private void drawMissing(String reason, double middle, Scale scale, Svg picture) {
        double ground = scale.at(0);
        double width = Math.min(WIDEST_BAR, slot() * BAR_SHARE);
        picture.shape(
                "line",
                "x1",
                middle - width / 2,
                "x2",
                middle + width / 2,
                "y1",
                ground - TEXT_GAP,
                "y2",
                ground - TEXT_GAP,
                "stroke",
                "#767676",
                "stroke-dasharray",
                "2 4");
        picture.text(
                reason,
                "x",
                middle,
                "y",
                ground - 2 * TEXT_GAP,
                "text-anchor",
                "middle",
                "font-size",
                "14",
                "fill",
                "#555");
    }

    private static void drawTarget(Target aim, Scale scale, Svg picture) {
        double height = scale.at(aim.value());
        picture.shape(
                "line",
                "x1",
                LEFT,
                "x2",
                RIGHT_OF_BARS,
                "y1",
                height,
                "y2",
                height,
                "stroke",
                INK,
                "stroke-width",
                2.0,
                "stroke-dasharray",
                "7 5",
                "data-line",
                "target");
        picture.text(aim.label(), "x", RIGHT_OF_BARS + TEXT_GAP, "y", height - 2, "font-size", "14", "fill", INK);
        picture.text(
                aim.text(),
                "x",
                RIGHT_OF_BARS + TEXT_GAP,
                "y",
                height + 2 * TEXT_GAP,
                "font-size",
                "15",
                "font-weight",
                "700",
                "fill",
                INK);
    }

    private static Object[] labelAt(double middle, double height, boolean isCurrent, String colour) {
        return new Object[] {
            "x",
            middle,
            "y",
            height,
            "text-anchor",
            "middle",
            "font-size",
            "16",
            "font-weight",
            isCurrent ? "700" : "400",
            "fill",
            colour
        };
    }

    private double slot() {
        return (RIGHT_OF_BARS - LEFT) / Math.max(1, points.size());
    }

    private double middleOf(int index) {
        return LEFT + (index + 0.5) * slot();
    }
}
