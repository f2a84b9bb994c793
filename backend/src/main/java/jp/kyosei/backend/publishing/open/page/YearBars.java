package jp.kyosei.backend.publishing.open.page;

import static jp.kyosei.backend.publishing.open.page.Html.at;
import static jp.kyosei.backend.publishing.open.page.Html.element;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.figure.Minus;
import jp.kyosei.backend.publishing.PublishedYear;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The years as bars from left to right, one below the other, so that names, figures and reasons stay readable on a
 * telephone; above them, hollow, the baseline of the plan where it has one. Bars start at zero, to the left for negative
 * figures; the target is a dashed line through all of them, the figures stand beyond it.
 */
final class YearBars {
    private static final double WIDTH = 440;
    private static final double LEFT = 96;
    private static final double RIGHT = 332;
    private static final double TOP = 34;
    private static final double LINE = 34;
    private static final double BAR = 22;
    private static final double GAP = 6;
    private static final double BASE = 16;
    private static final double MIDDLE = (LEFT + RIGHT) / 2;
    private static final int LONGEST = 22;
    private static final String INK = "#1a1a1c";

    private final String title;
    private final String unit;
    private final List<Bar> bars;
    private final @Nullable BigDecimal aim;
    private final String aimText;
    private final double lowest;
    private final double highest;

    private enum Kind {
        BASELINE,
        EARLIER,
        CURRENT
    }

    /** @param text as people read it */
    private record Bar(String label, @Nullable BigDecimal value, String text, Kind kind) {
        Bar {
            text = Minus.shown(text);
        }
    }

    private YearBars(String title, String unit, List<Bar> bars, @Nullable BigDecimal aim, String aimText) {
        this.title = title;
        this.unit = unit;
        this.bars = bars;
        this.aim = aim;
        this.aimText = Minus.shown(aimText);
        List<Double> figures = Stream.concat(
                        bars.stream().map(Bar::value).flatMap(Stream::ofNullable), Stream.ofNullable(aim))
                .map(BigDecimal::doubleValue)
                .toList();
        lowest = Math.min(0, figures.stream().min(Double::compare).orElse(0.0));
        highest = Math.max(0, figures.stream().max(Double::compare).orElse(0.0));
    }

    /** The whole's: baseline, years, target. */
    static YearBars of(PublishedYear.Row row, int current) {
        List<Bar> bars = new ArrayList<>();
        PublishedYear.Baseline baseline = row.baseline();
        if (baseline.value() != null) {
            Integer year = baseline.fiscalYear();
            bars.add(new Bar(
                    "現状値" + (year == null ? "" : "(%s)".formatted(Words.shortYear(year))),
                    baseline.value(),
                    baseline.text(),
                    Kind.BASELINE));
        }
        row.figures()
                .forEach(figure -> bars.add(new Bar(
                        Words.shortYear(figure.fiscalYear()),
                        figure.value(),
                        figure.text(),
                        figure.fiscalYear() == current ? Kind.CURRENT : Kind.EARLIER)));
        return new YearBars(row.name() + "の推移", row.unit(), bars, row.judged(), row.judgedText());
    }

    /** A town's years; the target is the whole's, and not among them. */
    static YearBars ofTown(PublishedYear.Row row, String code, String name, int current) {
        List<Bar> bars = row.figures().stream()
                .map(figure -> {
                    Kind kind = figure.fiscalYear() == current ? Kind.CURRENT : Kind.EARLIER;
                    String year = Words.shortYear(figure.fiscalYear());
                    return figure.byMunicipality().stream()
                            .filter(town -> town.municipality().equals(code))
                            .findFirst()
                            .map(town -> new Bar(year, town.value(), town.text(), kind))
                            .orElseGet(() -> new Bar(year, null, "", kind));
                })
                .toList();
        return new YearBars("%sの推移（%s）".formatted(row.name(), name), row.unit(), bars, null, "");
    }

    Element draw() {
        double top = aim == null ? 4 : TOP;
        double height = top + bars.size() * LINE + 4;
        List<Element> shapes = new ArrayList<>();
        shapes.add(element("title", title));
        for (int index = 0; index < bars.size(); index++) {
            shapes.addAll(bar(bars.get(index), top + index * LINE));
        }
        shapes.add(line(across(BigDecimal.ZERO), top - 2, height, "1", ""));
        if (aim != null) {
            double at = across(aim);
            shapes.add(line(at, top - 8, height, "2", "6 4"));
            shapes.add(text(
                    "目標 " + aimText, Math.clamp(at, LEFT + 40, RIGHT), 20, at > MIDDLE ? "end" : "start", INK, false));
        }
        return element(
                "svg",
                at("viewBox", "0 0 %s %s".formatted(number(WIDTH), number(height))),
                at("role", "img"),
                at("aria-label", aloud()),
                shapes);
    }

    private List<Element> bar(Bar bar, double top) {
        boolean isCurrent = bar.kind() == Kind.CURRENT;
        List<Element> shapes = new ArrayList<>();
        shapes.add(text(bar.label(), LEFT - GAP, top + BASE, "end", INK, isCurrent));
        BigDecimal value = bar.value();
        if (value == null) {
            String reason = said(bar);
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
        Element shape = element(
                "rect",
                at("x", number(Math.min(zero, end))),
                at("y", number(top)),
                at("width", number(Math.abs(end - zero))),
                at("height", number(BAR)),
                at(
                        "fill",
                        switch (bar.kind()) {
                            case BASELINE -> "#fff";
                            case EARLIER -> "#b9c6f5";
                            case CURRENT -> "#0017c1";
                        }));
        if (bar.kind() == Kind.BASELINE) {
            shape.attr("stroke", "#555").attr("stroke-width", "2");
        }
        shapes.add(shape);
        shapes.add(text(bar.text(), RIGHT + 2 * GAP, top + BASE, "start", INK, isCurrent));
        return shapes;
    }

    private static String said(Bar bar) {
        return bar.text().isEmpty() ? "値なし" : bar.text();
    }

    private double across(BigDecimal value) {
        return highest == lowest ? LEFT : LEFT + (value.doubleValue() - lowest) / (highest - lowest) * (RIGHT - LEFT);
    }

    private String aloud() {
        return bars.stream().map(bar -> bar.label() + " " + said(bar)).collect(Collectors.joining("、"))
                + (aim == null ? "（%s）".formatted(unit) : "。目標 " + aimText + unit);
    }

    private static Element line(double x, double top, double bottom, String width, String dashes) {
        Element line = element(
                "line",
                at("x1", number(x)),
                at("x2", number(x)),
                at("y1", number(top)),
                at("y2", number(bottom)),
                at("stroke", INK),
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
