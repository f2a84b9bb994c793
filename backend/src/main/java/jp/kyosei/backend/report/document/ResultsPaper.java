package jp.kyosei.backend.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.evaluation.GradeLabel;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.report.paper.Paper;
import jp.kyosei.backend.report.paper.Pieces;
import org.jspecify.annotations.Nullable;

/**
 * 実績一覧 on A3: a plan of one or two levels has a column for each of them, as 一関・平泉 keep it, one of more has heading
 * rows, as 美祢市 keeps it. Narratives have a column where there are any.
 */
public final class ResultsPaper {
    /** Behind a figure from which a municipality's part is missing. */
    public static final String PARTIAL = "▲";

    /** Behind a figure that is not confirmed. */
    public static final String PROVISIONAL = "＊";

    private static final int LEVELS_IN_COLUMNS = 2;

    private final PaperSheet sheet;
    private final int levelColumns;
    private final boolean narratives;
    private final boolean initiatives;
    private final boolean bothKinds;
    private final List<Paper.Column> columns = new ArrayList<>();
    private final List<Paper.Cell> heads = new ArrayList<>();
    private int nameColumn;
    private double initiativesWidth;
    private double narrativeWidth;

    private ResultsPaper(PaperSheet sheet) {
        this.sheet = sheet;
        int levels = sheet.plan().levelNames().size();
        this.levelColumns = levels <= LEVELS_IN_COLUMNS ? levels : 0;
        this.narratives =
                sheet.entries().stream().anyMatch(entry -> !entry.narratives().isEmpty());
        this.initiatives = sheet.entries().stream()
                .anyMatch(entry -> !entry.initiatives().isEmpty()
                        || entry.narratives().stream()
                                .anyMatch(told -> !told.initiatives().isBlank()));
        this.bothKinds =
                sheet.entries().stream().map(PaperSheet.Entry::kind).distinct().count() > 1;
        layColumns();
    }

    /** @param mark such as 資料No.1; may be empty */
    public static Paper of(PaperSheet sheet, String title, String mark) {
        return new ResultsPaper(sheet).paper(title, mark);
    }

    /** The title that it has of itself. */
    public static String title(PaperSheet sheet) {
        return "%s　指標の%s実績一覧".formatted(sheet.planTitle(), sheet.fiscalYear().longLabel());
    }

    private void layColumns() {
        double figure = sheet.years().size() > 6 ? 14 : 17;
        column("No.", levelColumns == 0 ? 16 : 9, Paper.Align.CENTER);
        for (int level = 0; level < levelColumns; level++) {
            column(sheet.plan().levelNames().get(level), level == 0 && levelColumns > 1 ? 17 : 27, Paper.Align.LEFT);
        }
        nameColumn = columns.size();
        column("指標", 0, Paper.Align.LEFT);
        column("単位", 12, Paper.Align.CENTER);
        column("現状値" + year(sheet.baselineYear()), figure, Paper.Align.RIGHT);
        sheet.years().forEach(year -> column(year.shortLabel() + "\n実績値", figure, Paper.Align.RIGHT));
        column("目標値" + year(sheet.targetYear()), figure, Paper.Align.RIGHT);
        String judged = sheet.fiscalYear().shortLabel();
        column(judged + "\n進捗率", 16, Paper.Align.RIGHT);
        column(judged + "\n対前年", 16, Paper.Align.RIGHT);
        column(judged + "\n達成度", 16, Paper.Align.CENTER);
        double left = Paper.PageForm.A3_LANDSCAPE.printedWidth()
                - columns.stream().mapToDouble(Paper.Column::width).sum();
        // What is left is shared by the columns that hold sentences.
        double name = initiatives || narratives ? Math.min(46, left * 0.3) : left;
        left -= name;
        initiativesWidth = initiatives ? (narratives ? left * 0.38 : left) : 0;
        narrativeWidth = narratives ? left - initiativesWidth : 0;
        columns.set(nameColumn, new Paper.Column(name, Paper.Align.LEFT));
        if (initiatives) {
            column("事業名（取組）", initiativesWidth, Paper.Align.LEFT);
        }
        if (narratives) {
            column("評価（進捗状況・成果、今後の取組等）", narrativeWidth, Paper.Align.LEFT);
        }
    }

    private static String year(@Nullable FiscalYear year) {
        return year == null ? "" : "\n（%s）".formatted(year.shortLabel());
    }

    private void column(String head, double width, Paper.Align align) {
        columns.add(new Paper.Column(width, align));
        heads.add(Paper.Cell.of(head));
    }

    private Paper paper(String title, String mark) {
        List<Paper.Row> rows = new ArrayList<>();
        List<PaperSheet.SectionTitle> shown = List.of();
        for (PaperSheet.Entry entry : sheet.entries()) {
            if (levelColumns == 0) {
                addHeadings(rows, shown, entry.sections());
            }
            addRows(rows, shown, entry);
            shown = entry.sections();
        }
        List<Paper.Block> blocks = new ArrayList<>();
        blocks.add(new Paper.Block.Table(
                "%sの実績".formatted(sheet.fiscalYear().longLabel()), columns, List.of(heads), rows, nameColumn));
        blocks.add(new Paper.Block.Footnotes(footnotes()));
        return new Paper(
                title,
                mark,
                Paper.PageForm.A3_LANDSCAPE,
                List.of("%s　計画期間：%s".formatted(sheet.ownerName(), sheet.period())),
                blocks);
    }

    private void addHeadings(
            List<Paper.Row> rows, List<PaperSheet.SectionTitle> shown, List<PaperSheet.SectionTitle> sections) {
        boolean differs = false;
        for (int level = 0; level < sections.size(); level++) {
            differs = differs || level >= shown.size() || !shown.get(level).equals(sections.get(level));
            if (differs) {
                PaperSheet.SectionTitle section = sections.get(level);
                rows.add(Paper.Row.heading(
                        level + 1, "　".repeat(level) + section.number() + "　" + section.title(), columns.size()));
            }
        }
    }

    private void addRows(List<Paper.Row> rows, List<PaperSheet.SectionTitle> shown, PaperSheet.Entry entry) {
        List<List<Paper.Line>> told = Pieces.of(narrative(entry), narrativeWidth);
        List<List<Paper.Line>> done = Pieces.of(initiatives(entry), initiativesWidth);
        int pieces = Math.max(1, Math.max(told.size(), done.size()));
        for (int piece = 0; piece < pieces; piece++) {
            rows.add(Paper.Row.of(cells(shown, entry, piece, Pieces.at(done, piece), Pieces.at(told, piece))));
        }
    }

    private List<Paper.Cell> cells(
            List<PaperSheet.SectionTitle> shown,
            PaperSheet.Entry entry,
            int piece,
            List<Paper.Line> done,
            List<Paper.Line> told) {
        boolean first = piece == 0;
        List<Paper.Cell> cells = new ArrayList<>();
        cells.add(Paper.Cell.of(first ? entry.no() : entry.no() + "\n（続き）"));
        boolean same = true;
        for (int level = 0; level < levelColumns; level++) {
            Optional<PaperSheet.SectionTitle> section = at(entry.sections(), level);
            same = same && (!first || (section.isPresent() && section.equals(at(shown, level))));
            Paper.Cell cell =
                    Paper.Cell.of(section.map(PaperSheet.SectionTitle::title).orElse(""));
            cells.add(same ? cell.joined() : cell);
        }
        cells.add(name(entry, first));
        if (first) {
            cells.add(Paper.Cell.of(entry.unit()));
            cells.add(Paper.Cell.of(entry.baseline()));
            entry.years().forEach(year -> cells.add(Paper.Cell.of(year.figure())));
            cells.add(Paper.Cell.of(entry.target()));
            cells.add(Paper.Cell.of(Printed.content(entry.progressText())));
            cells.add(Paper.Cell.of(Printed.content(entry.changeText())));
            cells.add(grade(entry));
        } else {
            int figures = sheet.years().size() + 6;
            for (int blank = 0; blank < figures; blank++) {
                cells.add(Paper.Cell.blank());
            }
        }
        if (initiatives) {
            cells.add(Paper.Cell.of(new Paper.Content.Lines(done)));
        }
        if (narratives) {
            cells.add(Paper.Cell.of(new Paper.Content.Lines(told)));
        }
        return cells;
    }

    private static Optional<PaperSheet.SectionTitle> at(List<PaperSheet.SectionTitle> sections, int level) {
        return level < sections.size() ? Optional.of(sections.get(level)) : Optional.empty();
    }

    private Paper.Cell name(PaperSheet.Entry entry, boolean first) {
        List<Paper.Line> lines = new ArrayList<>();
        if (bothKinds && first) {
            lines.add(new Paper.Line("【%s】".formatted(entry.kind()), Paper.Weight.SMALL));
        }
        lines.add(new Paper.Line(
                entry.name() + (entry.cumulative() ? "※" : "") + (first ? "" : "（続き）"), Paper.Weight.PLAIN));
        return Paper.Cell.of(new Paper.Content.Lines(lines));
    }

    private static Paper.Cell grade(PaperSheet.Entry entry) {
        Grade grade = entry.grade();
        List<Paper.Line> lines = new ArrayList<>();
        if (grade != null) {
            lines.add(new Paper.Line(grade.label(), Paper.Weight.STRONG));
        }
        if (!entry.manualGrade().isEmpty()) {
            lines.add(new Paper.Line("手動 " + entry.manualGrade(), Paper.Weight.SMALL));
        }
        return Paper.Cell.of(new Paper.Content.Lines(lines)).toned(grade == null ? "" : grade.tone());
    }

    private static List<Paper.Line> initiatives(PaperSheet.Entry entry) {
        List<String> named = new ArrayList<>();
        boolean several = entry.narratives().size() > 1;
        entry.narratives().forEach(told -> told.initiatives()
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line ->
                        named.add(several && !told.town().isEmpty() ? line + "（%s）".formatted(told.town()) : line)));
        return (named.isEmpty() ? entry.initiatives() : named)
                .stream()
                        .flatMap(String::lines)
                        .map(line -> new Paper.Line("・" + line.strip(), Paper.Weight.PLAIN))
                        .toList();
    }

    private static List<Paper.Line> narrative(PaperSheet.Entry entry) {
        List<Paper.Line> lines = new ArrayList<>();
        addNarrative(lines, "【進捗状況・成果】", entry.narratives(), PaperSheet.Told::progress);
        addNarrative(lines, "【今後の取組等】", entry.narratives(), PaperSheet.Told::outlook);
        return lines;
    }

    private static void addNarrative(
            List<Paper.Line> lines, String head, List<PaperSheet.Told> told, Function<PaperSheet.Told, String> part) {
        List<PaperSheet.Told> saying =
                told.stream().filter(one -> !part.apply(one).isBlank()).toList();
        if (saying.isEmpty()) {
            return;
        }
        lines.add(new Paper.Line(head, Paper.Weight.STRONG));
        for (PaperSheet.Told one : saying) {
            if (!one.town().isEmpty() && told.size() > 1) {
                lines.add(new Paper.Line("（%s）".formatted(one.town()), Paper.Weight.PLAIN));
            }
            part.apply(one).strip().lines().forEach(line -> lines.add(new Paper.Line(line, Paper.Weight.PLAIN)));
        }
    }

    private List<String> footnotes() {
        List<String> notes = new ArrayList<>();
        notes.add(Stream.concat(
                        sheet.grades().stream().map(ResultsPaper::meaning),
                        Stream.of("%s：実績を把握できなかった指標".formatted(sheet.unmeasured())))
                .reduce("達成度　", (before, next) -> before.endsWith("　") ? before + next : before + "、" + next));
        notes.addAll(sheet.rules());
        if (sheet.entries().stream().anyMatch(PaperSheet.Entry::cumulative)) {
            notes.add("※は累計の指標です。");
        }
        List<PaperSheet.Year> years = sheet.entries().stream()
                .flatMap(entry -> entry.years().stream())
                .toList();
        if (years.stream().anyMatch(year -> year.figure().printed().stream()
                .anyMatch(line -> line.text().endsWith(")")))) {
            notes.add("数値の後の（　）は、その数値が表す年度です。");
        }
        if (years.stream().anyMatch(PaperSheet.Year::partial)) {
            notes.add(PARTIAL + "は、一部の市町村の値を含まない数値です。");
        }
        if (years.stream().anyMatch(PaperSheet.Year::provisional)) {
            notes.add(PROVISIONAL + "は、確定前の数値です。");
        }
        sheet.entries().forEach(entry -> entry.remarks()
                .forEach(remark -> notes.add("No.%s　%s".formatted(entry.no(), remark))));
        return notes;
    }

    private static String meaning(GradeLabel grade) {
        return grade.meaning().isEmpty() ? grade.label() : "%s：%s".formatted(grade.label(), grade.meaning());
    }
}
