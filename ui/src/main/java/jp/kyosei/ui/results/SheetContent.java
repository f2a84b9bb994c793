package jp.kyosei.ui.results;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the sheet shows. The component names are those that {@code results/sheet.ts} reads; an absent value is null there,
 * which is why it may be null here.
 *
 * @param years the columns, oldest first
 * @param currentYear the year in question, tinted
 * @param baselineLabel heading of the baseline: 現状 H30
 * @param targetLabel heading of the target: 目標 R5
 * @param unmeasuredLabel what a row without a grade is called: 把握できず
 * @param towns the members of an alliance; with fewer than two there is no choice of town
 */
public record SheetContent(
        List<Year> years,
        int currentYear,
        String baselineLabel,
        String targetLabel,
        String unmeasuredLabel,
        List<GradeCount> grades,
        List<Section> sections,
        List<Town> towns,
        List<Row> rows) {
    public SheetContent {
        years = List.copyOf(years);
        grades = List.copyOf(grades);
        sections = List.copyOf(sections);
        towns = List.copyOf(towns);
        rows = List.copyOf(rows);
    }

    /** A column: 2022, R4. */
    public record Year(int year, String label) {}

    /** A grade as a row carries it; the tone is one of a, b, c, d and none. */
    public record Grade(String label, String tone) {}

    /**
     * How many rows have a grade.
     *
     * @param meaning what it stands for: 80〜99%
     * @param previous how many had it last year
     */
    public record GradeCount(
            String label,
            String tone,
            String meaning,
            int count,
            @Nullable Integer previous) {}

    /**
     * A part of the plan; rows name the innermost one that they belong to.
     *
     * @param parent the number of the section above, null at the top
     * @param levelName what the plan calls this level: 施策区分
     */
    public record Section(String number, @Nullable String parent, String title, String levelName) {}

    public record Town(String code, String name) {}

    /**
     * One year of a row.
     *
     * @param reference the year that the figure is really of: H28
     * @param partial whether a town's figure is left out of it
     * @param provisional whether it is not confirmed yet
     * @param number the figure for the course of the years, null where there is none
     */
    public record Cell(
            int year,
            String text,
            @Nullable Missing missing,
            @Nullable String reference,
            boolean partial,
            boolean provisional,
            @Nullable BigDecimal number) {}

    /** Why there is no figure: 中止, and in full コロナのため中止. */
    public record Missing(String label, @Nullable String note) {}

    public record TownRow(String town, String name, List<Cell> cells) {
        public TownRow {
            cells = List.copyOf(cells);
        }
    }

    /**
     * The baseline.
     *
     * @param year only where it differs from the heading's
     */
    public record Baseline(
            String text, @Nullable String year, @Nullable String note) {}

    /**
     * The target.
     *
     * @param year only where it differs from the heading's
     */
    public record Target(String text, @Nullable String year) {}

    /**
     * 指摘: a short label for the flag, and in full what is odd and what to do.
     *
     * @param confirmed why the figure stands, once somebody has said so
     * @param confirmable whether the reader may say so here
     */
    public record Check(
            String code,
            @Nullable Integer year,
            String label,
            String message,
            @Nullable String confirmed,
            boolean confirmable) {}

    /**
     * One indicator.
     *
     * @param href where the indicator's page is, without a leading slash
     * @param kindLabel 数値目標 or KPI where a plan has both, else empty
     * @param progressPercent the length of the bar, null where nothing is computed; the text says it exactly
     * @param changeText the difference to last year, as it is to be read
     * @param previousGrade last year's grade
     * @param consolidationLabel how the towns' figures become one: 低い方で判定
     * @param reporters the codes of the towns that report it
     */
    public record Row(
            String no,
            String href,
            String kind,
            String kindLabel,
            String name,
            String unit,
            String section,
            boolean cumulative,
            @Nullable Baseline baseline,
            @Nullable Target target,
            List<Cell> cells,
            String progressText,
            @Nullable BigDecimal progressPercent,
            @Nullable String changeText,
            @Nullable Grade grade,
            @Nullable String previousGrade,
            @Nullable String consolidationLabel,
            List<String> reporters,
            List<TownRow> byTown,
            List<Check> checks,
            int noteCount) {
        public Row {
            cells = List.copyOf(cells);
            reporters = List.copyOf(reporters);
            byTown = List.copyOf(byTown);
            checks = List.copyOf(checks);
        }
    }
}
