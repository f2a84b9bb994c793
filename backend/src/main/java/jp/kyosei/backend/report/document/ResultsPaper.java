package jp.kyosei.backend.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.report.paper.Paper;
import jp.kyosei.backend.report.paper.Pieces;

/**
 * 実績一覧 on A3: a plan of one or two levels has a column for each of them, as 一関・平泉 keep it; one of more has heading
 * rows, and for each of its top sections a page with the counts above, as 美祢市 keeps it. Narratives have a column where
 * there are any.
 */
public final class ResultsPaper {
    /** Behind a figure from which a municipality's part is missing. */
    public static final String PARTIAL = "†";

    /** Behind a figure that is not confirmed. */
    public static final String PROVISIONAL = "＊";

    private final PaperSheet sheet;
    private final SheetColumns columns;
    private final SectionTables counts;
    private final boolean bothKinds;

    private ResultsPaper(PaperSheet sheet) {
        this.sheet = sheet;
        this.columns = new SheetColumns(sheet);
        this.counts = new SectionTables(sheet);
        this.bothKinds =
                sheet.entries().stream().map(PaperSheet.Entry::kind).distinct().count() > 1;
    }

    /** As it is printed. */
    public static Paper of(PaperSheet sheet, OfficeWords office) {
        ResultsPaper paper = new ResultsPaper(sheet);
        return paper.columns.levels() == 0 && paper.counts.sections().size() > 1
                ? paper.paper(office, paper.pages())
                : inOneTable(sheet, office);
    }

    /** The same in one table, which a spreadsheet sorts and filters; the counts stand in its headings. */
    public static Paper inOneTable(PaperSheet sheet, OfficeWords office) {
        ResultsPaper paper = new ResultsPaper(sheet);
        return paper.paper(office, List.of(paper.table(sheet.entries(), true)));
    }

    /** Under that title, as {@link #of}. */
    public static Paper of(PaperSheet sheet, String title, String mark) {
        return of(sheet, new OfficeWords(title, mark, List.of()));
    }

    private Paper paper(OfficeWords office, List<Paper.Block> tables) {
        List<Paper.Block> blocks = new ArrayList<>();
        office.sentences().forEach(sentence -> blocks.add(new Paper.Block.Words(sentence)));
        blocks.addAll(tables);
        blocks.add(SheetFootnotes.of(sheet));
        return new Paper(
                office.title(),
                office.mark(),
                Paper.PageForm.A3_LANDSCAPE,
                List.of("%s　計画期間：%s".formatted(sheet.ownerName(), sheet.period())),
                blocks);
    }

    private List<Paper.Block> pages() {
        List<Paper.Block> blocks = new ArrayList<>();
        for (PaperSheet.SectionTitle section : counts.sections()) {
            if (!blocks.isEmpty()) {
                blocks.add(new Paper.Block.NewPage());
            }
            blocks.add(new Paper.Block.Heading(1, counts.caption(section)));
            blocks.add(counts.table(section));
            blocks.add(table(
                    sheet.entries().stream()
                            .filter(entry -> !entry.sections().isEmpty()
                                    && entry.sections().getFirst().equals(section))
                            .toList(),
                    false));
        }
        return blocks;
    }

    private Paper.Block.Table table(List<PaperSheet.Entry> entries, boolean counted) {
        List<Paper.Row> rows = new ArrayList<>();
        List<PaperSheet.SectionTitle> shown = List.of();
        for (PaperSheet.Entry entry : entries) {
            if (columns.levels() == 0) {
                addHeadings(rows, shown, entry.sections(), counted);
            }
            addRows(rows, shown, entry);
            shown = entry.sections();
        }
        return columns.table("%sの実績".formatted(sheet.fiscalYear().longLabel()), rows);
    }

    private void addHeadings(
            List<Paper.Row> rows,
            List<PaperSheet.SectionTitle> shown,
            List<PaperSheet.SectionTitle> sections,
            boolean counted) {
        boolean differs = false;
        for (int level = 0; level < sections.size(); level++) {
            differs = differs || level >= shown.size() || !shown.get(level).equals(sections.get(level));
            if (differs) {
                PaperSheet.SectionTitle section = sections.get(level);
                String words = "　".repeat(level) + section.number() + "　" + section.title();
                rows.add(Paper.Row.heading(
                        level + 1,
                        counted && level < SectionTables.LEVELS
                                ? words + counts.inWords(sections.subList(0, level + 1))
                                : words,
                        columns.number()));
            }
        }
    }

    private void addRows(List<Paper.Row> rows, List<PaperSheet.SectionTitle> shown, PaperSheet.Entry entry) {
        List<List<Paper.Line>> told = Pieces.of(SheetTexts.narrative(entry), columns.narrativeWidth());
        List<List<Paper.Line>> done = Pieces.of(SheetTexts.initiatives(entry), columns.initiativesWidth());
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
        for (int level = 0; level < columns.levels(); level++) {
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
        if (columns.hasInitiatives()) {
            cells.add(Paper.Cell.of(new Paper.Content.Lines(done)));
        }
        if (columns.hasNarratives()) {
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
        String name = entry.name().lines().map(String::strip).collect(Collectors.joining());
        lines.add(new Paper.Line(name + (entry.cumulative() ? "※" : "") + (first ? "" : "（続き）"), Paper.Weight.PLAIN));
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
}
