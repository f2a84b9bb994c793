package jp.kyosei.backend.publishing.open;

import static jp.kyosei.backend.publishing.open.Html.at;
import static jp.kyosei.backend.publishing.open.Html.element;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.publishing.PublishedYear;
import org.jsoup.nodes.Element;

/**
 * The years as bars from left to right, one below the other, so that names, figures and reasons stay readable on a
 * telephone. Bars start at zero, to the left for negative figures; the target is a dashed line through all of them, the
 * figures stand beyond it.
 */
final class YearBars {
    private static final double WIDTH = 400;
    private static final double LEFT = 44;
    private static final double RIGHT = 292;
    private static final double TOP = 34;
    private static final double LINE = 34;
    private static final double BAR = 22;
    private static final double GAP = 6;
    private static final double BASE = 16;
    private static final double MIDDLE = (LEFT + RIGHT) / 2;
    private static final int LONGEST = 24;
    private static final String INK = "#1a1a1c";

    private final PublishedYear.Row row;
    private final int current;
    private final double lowest;
    private final double highest;

    YearBars(PublishedYear.Row row, int current) {
        this.row = row;
        this.current = current;
        List<Double> figures = Stream.concat(
                        row.figures().stream().map(PublishedYear.Figure::value).flatMap(Stream::ofNullable),
                        Stream.of(row.judged()))
                .map(BigDecimal::doubleValue)
                .toList();
        lowest = Math.min(0, figures.stream().min(Double::compare).orElse(0.0));
        highest = Math.max(0, figures.stream().max(Double::compare).orElse(0.0));
    }

    Element draw() {
        double height = TOP + row.figures().size() * LINE + 4;
        List<Element> shapes = new ArrayList<>();
        shapes.add(element("title", row.name() + "の推移"));
        for (int index = 0; index < row.figures().size(); index++) {
            shapes.addAll(year(row.figures().get(index), TOP + index * LINE));
        }
        double zero = across(BigDecimal.ZERO);
        shapes.add(line(zero, TOP - 2, height, INK, "1", ""));
        double aim = across(row.judged());
        shapes.add(line(aim, TOP - 8, height, INK, "2", "6 4"));
        shapes.add(text(
                "目標 " + row.judgedText(),
                Math.clamp(aim, LEFT + 40, RIGHT),
                20,
                aim > MIDDLE ? "end" : "start",
                INK,
                false));
        return element(
                "svg",
                at("viewBox", "0 0 %s %s".formatted(number(WIDTH), number(height))),
                at("role", "img"),
                at("aria-label", aloud()),
                shapes);
    }

    private List<Element> year(PublishedYear.Figure figure, double top) {
        boolean isCurrent = figure.fiscalYear() == current;
        List<Element> shapes = new ArrayList<>();
        shapes.add(text(Words.shortYear(figure.fiscalYear()), LEFT - GAP, top + BASE, "end", INK, isCurrent));
        BigDecimal value = figure.value();
        if (value == null) {
            String reason = figure.text().isEmpty() ? "値なし" : figure.text();
            shapes.add(text(
                    reason.length() > LONGEST ? reason.substring(0, LONGEST - 1) + "…" : reason,
                    across(BigDecimal.ZERO) + GAP,
                    top + BASE,
                    "start",
                    "#555",
                    false));
            return shapes;
        }
        double zero = across(BigDecimal.ZERO);
        double end = across(value);
        shapes.add(element(
                "rect",
                at("x", number(Math.min(zero, end))),
                at("y", number(top)),
                at("width", number(Math.abs(end - zero))),
                at("height", number(BAR)),
                at("fill", isCurrent ? "#0017c1" : "#b9c6f5")));
        shapes.add(text(figure.text(), RIGHT + 2 * GAP, top + BASE, "start", INK, isCurrent));
        return shapes;
    }

    private double across(BigDecimal value) {
        return highest == lowest ? LEFT : LEFT + (value.doubleValue() - lowest) / (highest - lowest) * (RIGHT - LEFT);
    }

    private String aloud() {
        return row.figures().stream()
                        .map(figure -> Words.shortYear(figure.fiscalYear()) + " "
                                + (figure.text().isEmpty() ? "値なし" : figure.text()))
                        .collect(Collectors.joining("、"))
                + "。目標 " + row.judgedText() + row.unit();
    }

    private static Element line(double x, double top, double bottom, String colour, String width, String dashes) {
        Element line = element(
                "line",
                at("x1", number(x)),
                at("x2", number(x)),
                at("y1", number(top)),
                at("y2", number(bottom)),
                at("stroke", colour),
                at("stroke-width", width));
        if (!dashes.isEmpty()) {
            line.attr("stroke-dasharray", dashes);
        }
        return line;
    }

    private static Element text(String words, double x, double y, String anchor, String colour, boolean strong) {
        return element(
                "text",
                at("x", number(x)),
                at("y", number(y)),
                at("text-anchor", anchor),
                at("fill", colour),
                at("font-size", "14"),
                at("font-weight", strong ? "700" : "400"),
                words);
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
