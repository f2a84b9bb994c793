package jp.kyosei.backend.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.evaluation.GradeLabel;
import jp.kyosei.backend.evaluation.RuleSet;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.report.paper.LineBreaks;
import jp.kyosei.backend.report.paper.Paper;
import jp.kyosei.backend.results.Trend;
import org.jspecify.annotations.Nullable;

/** 達成度の推移: the grade of every indicator in every year, and how many there are of each. */
public final class TrendPaper {
    private static final int LEVELS_IN_COLUMNS = 2;
    private static final int MOST_YEARS_UPRIGHT = 7;

    private TrendPaper() {}

    /**
     * What it shows.
     *
     * @param grades the best first
     */
    public record Matrix(
            String planTitle,
            String ownerName,
            List<String> levelNames,
            List<FiscalYear> years,
            List<GradeLabel> grades,
            String unmeasured,
            List<Line> lines) {
        public Matrix {
            levelNames = List.copyOf(levelNames);
            years = List.copyOf(years);
            grades = List.copyOf(grades);
            lines = List.copyOf(lines);
        }

        /** As it is at this moment. */
        public static Matrix of(Trend trend) {
            PlanContent content = trend.content();
            RuleSet rules = trend.rules().inForce(trend.years().getLast());
            return new Matrix(
                    content.plan().title(),
                    content.ownerName(),
                    content.plan().levelNames(),
                    trend.years(),
                    rules.grading().labels(),
                    rules.unmeasuredLabel(),
                    trend.rows().stream().map(row -> line(content, row)).toList());
        }

        /** As it was issued. */
        public static Matrix of(PaperSheet sheet) {
            return new Matrix(
                    sheet.planTitle(),
                    sheet.ownerName(),
                    sheet.plan().levelNames(),
                    sheet.years(),
                    sheet.grades(),
                    sheet.unmeasured(),
                    sheet.entries().stream()
                            .map(entry -> new Line(
                                    entry.no(),
                                    entry.name(),
                                    entry.sections(),
                                    entry.years().stream()
                                            .map(year -> Optional.ofNullable(year.grade()))
                                            .toList()))
                            .toList());
        }
    }

    /** One indicator; a grade per year. */
    public record Line(String no, String name, List<PaperSheet.SectionTitle> sections, List<Optional<Grade>> grades) {
        public Line {
            sections = List.copyOf(sections);
            grades = List.copyOf(grades);
        }
    }

    private static Line line(PlanContent content, Trend.Row row) {
        return new Line(
                row.indicator().no(),
                row.indicator().name(),
                row.sectionPath().stream()
                        .flatMap(number -> content.section(number).stream())
                        .map(section -> new PaperSheet.SectionTitle(section.number(), section.title()))
                        .toList(),
                row.evaluations().stream()
                        .map(evaluation -> Optional.ofNullable(evaluation.grade()))
                        .toList());
    }

    /** The paper. */
    public static Paper of(Matrix matrix, OfficeWords office) {
        Paper.PageForm form =
                matrix.years().size() > MOST_YEARS_UPRIGHT ? Paper.PageForm.A4_LANDSCAPE : Paper.PageForm.A4_PORTRAIT;
        int levels = matrix.levelNames().size() <= LEVELS_IN_COLUMNS
                ? matrix.levelNames().size()
                : 0;
        boolean longLabels = matrix.grades().stream().anyMatch(grade -> LineBreaks.width(grade.label()) > 2);
        double grade = longLabels ? 16.5 : 11;
        List<Paper.Column> columns = new ArrayList<>();
        List<Paper.Cell> heads = new ArrayList<>();
        columns.add(new Paper.Column(levels == 0 ? 18 : 10, Paper.Align.CENTER));
        heads.add(Paper.Cell.of("No."));
        for (int level = 0; level < levels; level++) {
            columns.add(new Paper.Column(level == 0 && levels > 1 ? 22 : 36, Paper.Align.LEFT));
            heads.add(Paper.Cell.of(matrix.levelNames().get(level)));
        }
        double left = form.printedWidth()
                - columns.stream().mapToDouble(Paper.Column::width).sum()
                - grade * matrix.years().size();
        columns.add(new Paper.Column(left, Paper.Align.LEFT));
        heads.add(Paper.Cell.of("指標"));
        for (FiscalYear year : matrix.years()) {
            columns.add(new Paper.Column(grade, Paper.Align.CENTER));
            heads.add(Paper.Cell.of(year.shortLabel()));
        }
        List<Paper.Row> rows = new ArrayList<>();
        List<PaperSheet.SectionTitle> shown = List.of();
        for (Line line : matrix.lines()) {
            if (levels == 0) {
                addHeadings(rows, shown, line.sections(), columns.size());
            }
            rows.add(Paper.Row.of(cells(line, shown, levels)));
            shown = line.sections();
        }
        for (String label : Stream.concat(
                        matrix.grades().stream().map(GradeLabel::label), Stream.of(matrix.unmeasured()))
                .toList()) {
            List<Paper.Cell> cells = new ArrayList<>();
            cells.add(Paper.Cell.of("「%s」の指標の数".formatted(label)).across(levels + 2));
            for (int index = 0; index < matrix.years().size(); index++) {
                cells.add(Paper.Cell.count(count(matrix, index, label)));
            }
            rows.add(new Paper.Row(Paper.Manner.TOTAL, cells));
        }
        String meanings = matrix.grades().stream()
                .map(one -> one.meaning().isEmpty() ? one.label() : "%s：%s".formatted(one.label(), one.meaning()))
                .reduce((before, next) -> before + "、" + next)
                .orElse("");
        List<Paper.Block> blocks = new ArrayList<>();
        office.sentences().forEach(sentence -> blocks.add(new Paper.Block.Words(sentence)));
        blocks.add(new Paper.Block.Table("指標ごと、年度ごとの達成度", columns, List.of(heads), rows, levels + 1));
        blocks.add(new Paper.Block.Footnotes(List.of("達成度　" + meanings + "。空欄は、実績を把握できなかった年度です。")));
        return new Paper(office.title(), office.mark(), form, List.of(matrix.ownerName()), blocks);
    }

    private static int count(Matrix matrix, int year, String label) {
        return (int) matrix.lines().stream()
                .filter(line ->
                        label.equals(line.grades().get(year).map(Grade::label).orElse(matrix.unmeasured())))
                .count();
    }

    private static void addHeadings(
            List<Paper.Row> rows,
            List<PaperSheet.SectionTitle> shown,
            List<PaperSheet.SectionTitle> sections,
            int columns) {
        boolean differs = false;
        for (int level = 0; level < sections.size(); level++) {
            PaperSheet.SectionTitle section = sections.get(level);
            differs = differs || level >= shown.size() || !shown.get(level).equals(section);
            if (differs) {
                rows.add(Paper.Row.heading(
                        level + 1, "　".repeat(level) + section.number() + "　" + section.title(), columns));
            }
        }
    }

    private static List<Paper.Cell> cells(Line line, List<PaperSheet.SectionTitle> shown, int levels) {
        List<Paper.Cell> cells = new ArrayList<>();
        cells.add(Paper.Cell.of(line.no()));
        boolean same = true;
        for (int level = 0; level < levels; level++) {
            PaperSheet.@Nullable SectionTitle section = at(line.sections(), level);
            same = same && section != null && section.equals(at(shown, level));
            Paper.Cell cell = Paper.Cell.of(section == null ? "" : section.title());
            cells.add(same ? cell.joined() : cell);
        }
        cells.add(Paper.Cell.of(line.name()));
        line.grades()
                .forEach(grade ->
                        cells.add(grade.map(one -> Paper.Cell.of(one.label()).toned(one.tone()))
                                .orElseGet(Paper.Cell::blank)));
        return cells;
    }

    private static PaperSheet.@Nullable SectionTitle at(List<PaperSheet.SectionTitle> sections, int level) {
        return level < sections.size() ? sections.get(level) : null;
    }
}
