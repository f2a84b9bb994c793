package jp.kyosei.backend.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.PublishedSheet;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.evaluation.CheckCode;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.IndicatorKind;
import jp.kyosei.backend.tenancy.Actor;
import org.junit.jupiter.api.Test;

class PublishedFiguresTest {
    private static final String VISION = "ichinoseki-hiraizumi-vision-2";
    private static final String STRATEGY = "mine-strategy-2";
    private static final FiscalYear R3 = new FiscalYear(2021);
    private static final FiscalYear R4 = new FiscalYear(2022);
    private static final FiscalYear R5 = new FiscalYear(2023);

    private final RunningBackend backend = RunningBackend.get();
    private final ResultsService results = backend.bean(ResultsService.class);

    @Test
    void every_rate_change_and_status_of_mine_city_comes_out_digit_for_digit() {
        Actor mine = backend.user(DemonstrationUser.MINE);
        Map<String, ResultsRow> byName = new HashMap<>();
        results.results(mine, STRATEGY, R5)
                .rows()
                .forEach(row -> byName.put(row.indicator().name(), row));

        List<PublishedSheet.Line> published = PublishedSheet.mine();
        List<String> computed = new ArrayList<>();
        List<String> printed = new ArrayList<>();
        for (PublishedSheet.Line line : published) {
            ResultsRow row = Optional.ofNullable(byName.get(line.get("name"))).orElseThrow();
            Grade grade = Optional.ofNullable(row.evaluation().grade()).orElseThrow();
            computed.add(String.join(
                    "|",
                    line.get("name"),
                    row.evaluation().progressText(),
                    row.evaluation().changeText(),
                    grade.label()));
            printed.add(String.join(
                    "|",
                    line.get("name"),
                    line.get("published_progress"),
                    line.get("published_yoy"),
                    line.get("published_status")));
        }
        assertThat(published).hasSize(56);
        assertThat(computed).containsExactlyElementsOf(printed);
    }

    @Test
    void all_132_grade_cells_of_the_joint_vision_come_out_but_the_recorded_error_of_no_17() {
        Trend trend = results.trend(backend.user(DemonstrationUser.SECRETARIAT), VISION);
        Map<String, Trend.Row> byNo = new HashMap<>();
        trend.rows().forEach(row -> byNo.put(row.indicator().no(), row));

        Set<String> differing = new TreeSet<>();
        int cells = 0;
        for (PublishedSheet.Line line : PublishedSheet.vision()) {
            Trend.Row row = Optional.ofNullable(byNo.get(line.get("no"))).orElseThrow();
            for (int index = 0; index < trend.years().size(); index++) {
                String year = trend.years().get(index).shortLabel();
                Grade grade = row.evaluations().get(index).grade();
                String computed = grade == null ? "" : grade.label();
                cells++;
                if (!computed.equals(line.get("published_grade_" + year))) {
                    differing.add("No.%s %s %s".formatted(line.get("no"), year, computed));
                }
            }
        }
        assertThat(cells).isEqualTo(33 * 4);
        // No. 2 is settled by the minimum of two towns, No. 8 by 未実施 instead of the printed 0; 14/31 = 45.2 % is D.
        assertThat(differing).containsExactly("No.17 R3 D");
    }

    @Test
    void the_wrongly_recorded_grade_of_no_17_is_a_finding() {
        ResultsRow row = row(VISION, "17");
        assertThat(row.findings())
                .filteredOn(finding -> finding.check().code() == CheckCode.GRADE_DIFFERS_FROM_RECORD)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.check().fiscalYear()).isEqualTo(R3);
                    assertThat(finding.check().message()).contains("記録は C", "計算では D");
                });
    }

    @Test
    void the_printed_19_7_of_no_28_is_kept_and_flagged_beside_411_the_year_before() {
        ResultsRow row = row(VISION, "28");
        assertThat(row.figure(R4).orElseThrow().text()).isEqualTo("19.7");
        assertThat(row.figure(R3).orElseThrow().text()).isEqualTo("411");
        assertThat(row.findings()).anySatisfy(finding -> {
            assertThat(finding.check().code()).isEqualTo(CheckCode.IMPLAUSIBLE_JUMP);
            assertThat(finding.check().fiscalYear()).isEqualTo(R4);
        });
    }

    @Test
    void two_towns_shares_are_summed_before_they_are_divided() {
        // (530 + 31) / (802 + 59) = 561 / 861 = 65.157… %, printed 65.1, cut off
        YearFigure figure = row(VISION, "21").figure(R4).orElseThrow();
        assertThat(figure.text()).isEqualTo("65.1");
        assertThat(figure.byTown()).extracting(TownFigure::name).containsExactly("一関市", "平泉町");
    }

    @Test
    void the_summary_of_the_joint_vision_counts_as_published() {
        Summary summary = results.summary(backend.user(DemonstrationUser.SECRETARIAT), VISION, R4);
        assertThat(summary.counts().asMap().toString()).isEqualTo("{A=3, B=11, C=7, D=8, その他=4}");
        assertThat(summary.previous().count("A") + summary.previous().count("B"))
                .isEqualTo(13);
        assertThat(summary.previous().count("その他")).isEqualTo(3);
        assertThat(summary.unmeasured()).extracting(row -> row.indicator().no()).containsExactly("8", "12", "13", "16");
    }

    @Test
    void mine_city_counts_its_kpis_per_strategy_as_published() {
        Summary summary = results.summary(backend.user(DemonstrationUser.MINE), STRATEGY, R5);
        assertThat(kpis(summary, "1")).containsExactly(13, 3, 7, 4, 0);
        assertThat(kpis(summary, "1-1")).containsExactly(3, 1, 0, 3, 0);
        assertThat(kpis(summary, "2")).containsExactly(5, 4, 0, 4, 0);
        assertThat(kpis(summary, "3")).containsExactly(3, 5, 0, 3, 0);
    }

    @Test
    void daisen_city_counts_add_up_to_its_published_table() {
        Summary summary = results.summary(backend.user(DemonstrationUser.DAISEN), "daisen-strategy-2", R4);
        assertThat(counts(summary, "1", IndicatorKind.GOAL)).containsExactly(0, 2, 0, 0, 0);
        assertThat(kpis(summary, "1")).containsExactly(8, 9, 3, 0, 0);
        assertThat(counts(summary, "2", IndicatorKind.GOAL)).containsExactly(1, 0, 1, 0, 0);
        assertThat(kpis(summary, "2")).containsExactly(2, 4, 5, 0, 0);
        assertThat(counts(summary, "3", IndicatorKind.GOAL)).containsExactly(0, 0, 2, 0, 0);
        assertThat(kpis(summary, "3")).containsExactly(3, 3, 3, 0, 0);
        assertThat(counts(summary, "4", IndicatorKind.GOAL)).containsExactly(1, 1, 0, 0, 0);
        assertThat(kpis(summary, "4")).containsExactly(5, 5, 4, 1, 0);
    }

    @Test
    void a_target_that_differs_from_the_adopted_plan_is_a_finding() {
        ResultsRow row = results.results(backend.user(DemonstrationUser.MINE), STRATEGY, R5).rows().stream()
                .filter(candidate -> candidate.indicator().name().startsWith("市内中学・高校生の海外研修"))
                .findFirst()
                .orElseThrow();
        assertThat(row.findings())
                .filteredOn(finding -> finding.check().code() == CheckCode.TARGET_DIFFERS_FROM_PLAN)
                .singleElement()
                .satisfies(finding -> assertThat(finding.check().message()).contains("175", "285"));
    }

    private ResultsRow row(String plan, String no) {
        return results.results(backend.user(DemonstrationUser.SECRETARIAT), plan, R4).rows().stream()
                .filter(row -> row.indicator().no().equals(no))
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> kpis(Summary summary, String section) {
        return counts(summary, section, IndicatorKind.KPI);
    }

    private static List<Integer> counts(Summary summary, String section, IndicatorKind kind) {
        return summary.bySection().stream()
                .filter(counts -> counts.section().number().equals(section) && counts.kind() == kind)
                .findFirst()
                .map(counts -> List.copyOf(counts.counts().asMap().values()))
                .orElseThrow();
    }
}
