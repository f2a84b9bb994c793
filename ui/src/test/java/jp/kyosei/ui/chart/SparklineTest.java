package jp.kyosei.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SparklineTest {
    @Test
    void years_with_figures_are_joined_by_one_line_with_a_dot_on_the_last() {
        String svg = sparkline(point("R1", "1"), point("R2", "2"), point("R3", "3"));

        assertThat(svg).containsOnlyOnce("<polyline").contains("points=\"4.0,24.0 46.0,14.0 88.0,4.0\"");
        assertThat(svg).contains("<circle cx=\"88.0\" cy=\"4.0\"");
    }

    @Test
    void a_gap_is_not_joined() {
        String svg = sparkline(
                point("R1", "1"), point("R2", "2"), Point.missing("R3", "中止"), point("R4", "3"), point("R5", "4"));

        assertThat(svg.split("<polyline", -1)).hasSize(3);
    }

    @Test
    void a_lonely_year_is_a_dot() {
        String svg = sparkline(point("R1", "1"), Point.missing("R2", "中止"), point("R3", "3"));

        assertThat(svg).doesNotContain("<polyline");
        assertThat(svg.split("<circle", -1)).hasSize(4);
    }

    @Test
    void the_dot_stands_on_the_newest_figure_even_if_later_years_have_none() {
        String svg = sparkline(point("R1", "1"), point("R2", "2"), Point.missing("R3", "未公表"));

        assertThat(svg).contains("<circle cx=\"46.0\" cy=\"4.0\" r=\"3\"");
    }

    @Test
    void the_target_is_a_dashed_line_within_the_picture() {
        String svg = new Sparkline(
                        "宿泊者数",
                        List.of(point("R1", "10"), point("R2", "20")),
                        Optional.of(new Target(new BigDecimal("30"), "30", "目標 R5")))
                .toSvg();

        assertThat(svg).contains("y1=\"4.0\" y2=\"4.0\" stroke=\"#767676\" stroke-dasharray=\"3 3\"");
        assertThat(svg).contains("目標 R5 30");
    }

    @Test
    void texts_are_escaped() {
        String svg = new Sparkline("A & <B>", List.of(), Optional.empty()).toSvg();

        assertThat(svg).contains("<title>A &amp; &lt;B&gt;</title>");
    }

    private static String sparkline(Point... points) {
        return new Sparkline("宿泊者数", List.of(points), Optional.empty()).toSvg();
    }

    private static Point point(String year, String figure) {
        return Point.of(year, new BigDecimal(figure), figure);
    }
}
