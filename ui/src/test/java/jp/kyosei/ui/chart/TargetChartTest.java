package jp.kyosei.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TargetChartTest {
    private static final Target AIM = new Target(new BigDecimal("200"), "200", "目標 R5");

    @Test
    void bars_start_at_zero_so_that_half_the_figure_is_half_the_height() {
        String svg = chart(List.of(point("R3", "50"), point("R4", "100")), Optional.of(AIM));

        List<Double> heights = heights(svg);
        assertThat(heights.get(0) * 2).isCloseTo(heights.get(1), within(0.1));
    }

    @Test
    void the_target_line_lies_at_its_height_on_the_same_scale() {
        String svg = chart(List.of(point("R4", "100")), Optional.of(AIM));

        double lineAt = number(svg, "<line [^>]*y1=\"([0-9.]+)\"[^>]*data-line=\"target\"");
        assertThat(232.0 - lineAt).isCloseTo(2 * heights(svg).getFirst(), within(0.1));
    }

    @Test
    void a_negative_figure_hangs_below_the_ground_line() {
        String svg = chart(List.of(point("R3", "-50"), point("R4", "50")), Optional.empty());

        double top = number(svg, "<rect [^>]*y=\"([0-9.]+)\"[^>]*data-year=\"other\"");
        double height = heights(svg).getFirst();
        double groundLine = number(svg, "<line x1=\"16.0\" x2=\"616.0\" y1=\"([0-9.]+)\"");
        assertThat(top).isCloseTo(groundLine, within(0.1));
        assertThat(height).isCloseTo(heights(svg).getLast(), within(0.1));
    }

    @Test
    void a_year_without_a_figure_shows_its_reason_and_no_bar() {
        String svg = chart(List.of(Point.missing("R3", "中止"), point("R4", "100")), Optional.of(AIM));

        assertThat(heights(svg)).hasSize(1);
        assertThat(svg).contains(">中止</text>").contains(">R3</text>");
    }

    @Test
    void only_the_year_in_question_is_strong() {
        String svg = chart(List.of(point("R3", "50"), point("R4", "100")), Optional.empty());

        assertThat(svg).containsOnlyOnce("data-year=\"current\"").containsOnlyOnce("fill=\"#0017c1\"");
    }

    @Test
    void texts_are_escaped() {
        String svg = chart(List.of(Point.missing("R4", "<script>alert('1')</script>")), Optional.empty());

        assertThat(svg).doesNotContain("<script").contains("&lt;script&gt;alert(&#39;1&#39;)");
    }

    @Test
    void it_reads_aloud_as_a_sentence() {
        String svg = chart(List.of(Point.missing("R3", "中止"), point("R4", "100")), Optional.of(AIM));

        assertThat(svg).contains("role=\"img\"").contains("<desc>R3 中止、R4 100。目標 R5 200</desc>");
    }

    @Test
    void nothing_at_all_is_drawn_without_failing() {
        assertThat(chart(List.of(), Optional.empty())).startsWith("<svg").endsWith("</svg>");
        assertThat(chart(List.of(point("R4", "0")), Optional.empty())).doesNotContain("NaN");
    }

    private static String chart(List<Point> points, Optional<Target> target) {
        return new TargetChart("圏域内の宿泊者数", points, target, "R4").toSvg();
    }

    private static Point point(String year, String figure) {
        return Point.of(year, new BigDecimal(figure), figure);
    }

    private static List<Double> heights(String svg) {
        return Pattern.compile("<rect [^>]*height=\"([0-9.]+)\"")
                .matcher(svg)
                .results()
                .map(MatchResult::group)
                .map(rectangle -> number(rectangle, "height=\"([0-9.]+)\""))
                .toList();
    }

    private static double number(String svg, String pattern) {
        return Pattern.compile(pattern)
                .matcher(svg)
                .results()
                .findFirst()
                .map(found -> Double.valueOf(found.group(1)))
                .orElseThrow();
    }
}
