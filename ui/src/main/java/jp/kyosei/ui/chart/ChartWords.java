package jp.kyosei.ui.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A chart said in words, for those who hear it. */
final class ChartWords {
    private ChartWords() {}

    static String sentence(List<Point> points, Optional<Target> target) {
        String years =
                points.stream().map(point -> point.label() + " " + point.text()).collect(Collectors.joining("、"));
        return target.map(aim -> years + "。" + aim.label() + " " + aim.text()).orElse(years);
    }
}
