package jp.kyosei.ui.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The course of an indicator in the space of a word: a line through the years, broken where a year has no figure, the
 * target dashed, a dot on the newest figure.
 */
public record Sparkline(String title, List<Point> points, Optional<Target> target) {
    private static final int WIDTH = 92;
    private static final int HEIGHT = 28;
    private static final double MARGIN = 4;

    public Sparkline {
        points = List.copyOf(points);
    }

    public String toSvg() {
        Svg picture = new Svg(WIDTH, HEIGHT, title, description());
        List<BigDecimal> figures = Stream.concat(
                        points.stream().flatMap(point -> point.value().stream()),
                        target.stream().map(Target::value))
                .toList();
        Scale scale = Scale.around(figures, MARGIN, HEIGHT - MARGIN);
        target.ifPresent(aim -> {
            double height = scale.at(aim.value());
            picture.shape(
                    "line",
                    "x1",
                    0,
                    "x2",
                    WIDTH,
                    "y1",
                    height,
                    "y2",
                    height,
                    "stroke",
                    "#767676",
                    "stroke-dasharray",
                    "3 3");
        });
        runs().forEach(run -> draw(run, scale, picture));
        newest().ifPresent(index ->
                picture.shape("circle", "cx", across(index), "cy", heightOf(index, scale), "r", 3, "fill", "#0017c1"));
        return picture.finish();
    }

    public Component toComponent() {
        return new Html("<span class=\"sparkline\">" + toSvg() + "</span>");
    }

    /** Stretches of years that all have a figure, as positions. */
    private List<List<Integer>> runs() {
        List<List<Integer>> runs = new ArrayList<>();
        List<Integer> run = new ArrayList<>();
        for (int index = 0; index < points.size(); index++) {
            if (points.get(index).value().isPresent()) {
                run.add(index);
            } else if (!run.isEmpty()) {
                runs.add(run);
                run = new ArrayList<>();
            }
        }
        if (!run.isEmpty()) {
            runs.add(run);
        }
        return runs;
    }

    private void draw(List<Integer> run, Scale scale, Svg picture) {
        if (run.size() == 1) {
            int only = run.getFirst();
            picture.shape("circle", "cx", across(only), "cy", heightOf(only, scale), "r", 1.6, "fill", "#0017c1");
            return;
        }
        String corners = run.stream()
                .map(index -> Svg.coordinate(across(index)) + "," + Svg.coordinate(heightOf(index, scale)))
                .collect(Collectors.joining(" "));
        picture.shape("polyline", "points", corners, "fill", "none", "stroke", "#0017c1", "stroke-width", 1.6);
    }

    private Optional<Integer> newest() {
        return IntStream.range(0, points.size())
                .filter(index -> points.get(index).value().isPresent())
                .boxed()
                .reduce((earlier, later) -> later);
    }

    private double heightOf(int index, Scale scale) {
        return scale.at(points.get(index).value().orElseThrow());
    }

    private double across(int index) {
        int steps = Math.max(1, points.size() - 1);
        return MARGIN + index * (WIDTH - 2 * MARGIN) / steps;
    }

    private String description() {
        return ChartWords.sentence(points, target);
    }
}
