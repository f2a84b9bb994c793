package jp.kyosei.ui.chart;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The same years as lying bars, one below the other, for where there is little room or large type: its letters are text of
 * the page and grow with it.
 */
final class ChartRows extends UnorderedList {
    private final Scale scale;
    private final double ground;
    private final Optional<Target> target;

    ChartRows(TargetChart chart) {
        target = chart.target();
        scale = Scale.fromZero(
                Stream.concat(
                                chart.points().stream().flatMap(point -> point.value().stream()),
                                target.stream().map(Target::value))
                        .toList(),
                100,
                0);
        ground = scale.at(BigDecimal.ZERO);
        addClassName("chart-rows");
        getElement().setAttribute("aria-label", chart.title());
        chart.points().forEach(point -> add(row(point, point.label().equals(chart.currentLabel()))));
        target.ifPresent(aim -> add(aim(aim)));
    }

    private ListItem row(Point point, boolean current) {
        Span track = new Span();
        track.addClassName("chart-track");
        point.value().ifPresent(value -> track.add(bar(scale.at(value))));
        target.ifPresent(aim -> track.add(line(scale.at(aim.value()))));
        ListItem row =
                new ListItem(classed("chart-label", point.label()), track, classed("chart-figure", point.text()));
        if (current) {
            row.addClassName("current");
        }
        return row;
    }

    private Span bar(double end) {
        Span bar = new Span();
        bar.addClassName("chart-bar");
        bar.getStyle().set("left", percent(Math.min(ground, end)));
        bar.getStyle().set("width", percent(Math.abs(end - ground)));
        return bar;
    }

    private static Span line(double at) {
        Span line = new Span();
        line.addClassName("chart-aim");
        line.getStyle().set("left", percent(at));
        return line;
    }

    private static ListItem aim(Target aim) {
        ListItem row = new ListItem(
                classed("chart-label", aim.label()), classed("chart-track", ""), classed("chart-figure", aim.text()));
        row.addClassName("aim");
        return row;
    }

    private static Span classed(String name, String words) {
        Span span = new Span(words);
        span.addClassName(name);
        return span;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", share);
    }
}
