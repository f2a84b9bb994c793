package jp.kyosei.backend.report.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.kyosei.backend.report.paper.LineBreaks;
import jp.kyosei.backend.report.paper.Paper;
import jp.kyosei.backend.report.paper.Paper.PageForm;
import jp.kyosei.backend.report.paper.Pieces;
import jp.kyosei.backend.report.paper.PrintedText;
import jp.kyosei.backend.text.CellLimit;
import jp.kyosei.backend.text.XmlText;

/** Makes the HTML of which a PDF file is set: for our own engine only, not for browsers. */
final class PaperHtml {
    private static final String STYLE = """
            * { box-sizing: border-box; }
            body { margin: 0; font-family: FAMILIES; font-size: 9.5pt; line-height: 1.5; color: #000; }
            h1 { margin: 0 0 1.5mm; font-size: 14pt; line-height: 1.35; text-align: center; }
            h2 { margin: 5mm 0 1.5mm; font-size: 11pt; page-break-after: avoid; }
            h3 { margin: 4mm 0 1mm; font-size: 10pt; page-break-after: avoid; }
            p { margin: 0 0 1.5mm; }
            p.line { text-align: right; font-size: 9pt; margin: 0 0 2mm; }
            ul { margin: 1.5mm 0; padding: 0 0 0 5mm; }
            ul.notes { margin: 2mm 0 0; padding: 0; list-style: none; font-size: 8pt; line-height: 1.4; }
            table { width: 99.9%; table-layout: fixed; border-collapse: collapse;
                    -fs-table-paginate: paginate; -fs-border-rendering: no-bevel; margin: 0; }
            table + table { margin-top: 3mm; }
            tr { page-break-inside: avoid; }
            th, td { border: 0.5pt solid #555; padding: 0.9mm 1mm;
                     vertical-align: top; text-align: left; word-wrap: break-word; font-weight: normal; }
            thead th { background: #e9ecf2; text-align: center; vertical-align: middle; }
            td.up, th.up { border-bottom-style: hidden; }
            .a3 td, .a3 th { font-size: 8pt; line-height: 1.35; }
            .a4 td, .a4 th { font-size: 8.5pt; line-height: 1.4; }
            td.r, th.r { text-align: right; }
            td.c, th.c { text-align: center; }
            tr.heading td { background: #dfe5f0; font-weight: bold; }
            tr.subheading td { background: #f1f4f9; font-weight: bold; }
            tr.total td { background: #f4f4f4; }
            .s { font-size: 85%; }
            td.tA { background: #e6f5ec; } td.tB { background: #e8f1fe; }
            td.tC { background: #fff0b3; } td.tD { background: #fdeeee; }
            td.ch, th.ch { text-decoration: underline; background: #fff7d6; }
            div.paper { page-break-before: always; }
            div.first { page-break-before: auto; }
            div.next { page-break-before: always; }
            div.cover { text-align: center; padding-top: 75mm; }
            div.cover h1 { font-size: 22pt; line-height: 1.6; margin-bottom: 12mm; }
            div.cover p.line { text-align: center; font-size: 13pt; margin: 0 0 3mm; }
            """;

    private static final int MOST_IN_A_PIECE = 400;

    /** Leaves room for half the line at the right, which would be cut. */
    private static final double WITHIN_THE_EDGE = 0.999;

    private final StringBuilder html = new StringBuilder();
    private final PaperLetters letters;
    private final Breaks breaks;

    /** How many tables each paper has, as far as bookmarks are written. */
    private final List<Integer> tablesOf = new ArrayList<>();

    private int table;

    private final int mostLines;

    private PaperHtml(Breaks breaks, int mostLines, PaperLetters letters) {
        this.letters = letters;
        this.breaks = breaks;
        this.mostLines = mostLines;
    }

    /**
     * Where pages break, as found by setting the papers once.
     *
     * @param tops the rows that stand first on their page, by id: what is joined with the cell above is said again there
     * @param bottoms the rows that stand last on their page: their cells are closed
     * @param pushed the rows that begin a new page so as not to be parted from the next
     */
    record Breaks(Set<String> tops, Set<String> bottoms, Set<String> pushed) {
        static final Breaks NONE = new Breaks(Set.of(), Set.of(), Set.of());

        Breaks {
            tops = Set.copyOf(tops);
            bottoms = Set.copyOf(bottoms);
            pushed = Set.copyOf(pushed);
        }
    }

    /** The id of a row: of the table of that number in the file, from 0. */
    static String id(int table, int row) {
        return "t%dr%d".formatted(table, row);
    }

    /**
     * The whole document.
     *
     * @param title of the file
     * @param mostLines of a cell
     * @param letters by which its texts are set; knows afterwards which they need
     */
    static String of(String title, List<Paper> papers, Breaks breaks, int mostLines, PaperLetters letters) {
        return new PaperHtml(breaks, mostLines, letters).document(title, papers);
    }

    private String document(String title, List<Paper> papers) {
        html.append("<!DOCTYPE html><html lang=\"ja\"><head><meta charset=\"utf-8\"/><title>");
        name(title);
        html.append("</title><meta name=\"description\" content=\"");
        name(title);
        html.append("\"/><meta name=\"subject\" content=\"");
        name(title);
        html.append("\"/><style>").append(STYLE.replace("FAMILIES", Letters.FAMILIES));
        for (int index = 0; index < papers.size(); index++) {
            page(index, papers.get(index));
        }
        html.append("</style><bookmarks>");
        for (int index = 0; index < papers.size(); index++) {
            bookmarks(index, papers.get(index));
        }
        html.append("</bookmarks></head><body>");
        for (int index = 0; index < papers.size(); index++) {
            paper(index, papers.get(index));
        }
        html.append("</body></html>");
        return html.toString();
    }

    private void page(int index, Paper paper) {
        PageForm form = paper.form();
        html.append("@page p%d { size: %dmm %dmm; margin: 15mm %dmm 13mm;"
                .formatted(index, form.width(), form.height(), form.sideMargin()));
        if (!paper.mark().isEmpty()) {
            html.append(
                    "@top-right { content: '%s'; font-family: %s; font-size: 11pt; vertical-align: bottom; padding-bottom: 2mm; }"
                            .formatted(css(paper.mark()), Letters.FAMILIES));
        }
        if (form != PageForm.COVER) {
            html.append(
                    "@bottom-left { content: '%s'; font-family: %s; font-size: 7.5pt; width: 85%%; text-align: left; }"
                            .formatted(css(PrintedText.heading(paper.title())), Letters.FAMILIES));
            html.append(
                    "@bottom-right { content: counter(page) ' / ' counter(pages); font-family: %s; font-size: 9pt; }"
                            .formatted(Letters.FAMILIES));
        }
        html.append("} .p%d { page: p%d; width: %dmm; }".formatted(index, index, form.printedWidth()));
    }

    private String css(String text) {
        return letters.printable(text).replaceAll("[^\\p{L}\\p{N}\\p{Co}.・（）「」『』【】〜～、。　－／%％ -]", "");
    }

    private void bookmarks(int index, Paper paper) {
        html.append("<bookmark name=\"");
        name(paper.mark().isEmpty() ? paper.title() : paper.mark() + "　" + paper.title());
        html.append("\" href=\"#p%d\">".formatted(index));
        int headings = 0;
        int tables = 0;
        for (Paper.Block block : paper.blocks()) {
            if (block instanceof Paper.Block.Heading heading) {
                bookmark(heading.text(), "p%dh%d".formatted(index, headings++));
            }
            if (block instanceof Paper.Block.Table shown) {
                int number = tablesBefore(index) + tables++;
                for (int row = 0; row < shown.rows().size(); row++) {
                    Paper.Row one = shown.rows().get(row);
                    if (one.manner() == Paper.Manner.HEADING) {
                        bookmark(String.join("", lines(one.cells().getFirst())).strip(), id(number, row));
                    }
                }
            }
        }
        tablesOf.add(tables);
        html.append("</bookmark>");
    }

    private int tablesBefore(int paper) {
        return tablesOf.subList(0, paper).stream().mapToInt(Integer::intValue).sum();
    }

    private void bookmark(String name, String target) {
        html.append("<bookmark name=\"");
        name(name);
        html.append("\" href=\"#").append(target).append("\"/>");
    }

    private void paper(int index, Paper paper) {
        html.append("<div class=\"paper p%d %s%s%s\" id=\"p%d\"><h1>"
                .formatted(
                        index,
                        paper.form() == PageForm.A3_LANDSCAPE ? "a3" : "a4",
                        index == 0 ? " first" : "",
                        paper.form() == PageForm.COVER ? " cover" : "",
                        index));
        text(PrintedText.heading(paper.title()));
        html.append("</h1>");
        paper.lines().forEach(line -> element("p class=\"line\"", "p", PrintedText.heading(line)));
        int headings = 0;
        for (Paper.Block block : paper.blocks()) {
            switch (block) {
                case Paper.Block.Heading heading ->
                    element(
                            "h%d id=\"p%dh%d\"".formatted(heading.level() + 1, index, headings++),
                            "h" + (heading.level() + 1),
                            PrintedText.heading(heading.text()));
                case Paper.Block.NewPage page -> html.append("<div class=\"next\"></div>");
                case Paper.Block.Words words -> element("p", "p", PrintedText.paragraph(words.text()));
                case Paper.Block.Bullets list -> list("ul", list.items());
                case Paper.Block.Footnotes notes -> list("ul class=\"notes\"", notes.lines());
                case Paper.Block.Table shown -> table(shown);
            }
        }
        html.append("</div>");
    }

    private void list(String opening, List<String> items) {
        html.append('<').append(opening).append('>');
        items.forEach(item -> element("li", "li", PrintedText.paragraph(item)));
        html.append("</ul>");
    }

    private void table(Paper.Block.Table shown) {
        html.append("<table><colgroup>");
        shown.columns()
                .forEach(column -> html.append("<col style=\"width:%smm\"/>"
                        .formatted(String.format(Locale.ROOT, "%.2f", column.width() * WITHIN_THE_EDGE))));
        html.append("</colgroup><thead>");
        for (List<Paper.Cell> head : shown.head()) {
            html.append("<tr>");
            int column = 0;
            for (Paper.Cell cell : head) {
                html.append("<th scope=\"col\"");
                if (cell.columns() > 1) {
                    html.append(" colspan=\"%d\"".formatted(cell.columns()));
                }
                html.append('>');
                content(cell, shown.width(column, cell.columns()), Math.min(mostLines, PrintedText.LINES_OF_A_HEAD));
                column += cell.columns();
                html.append("</th>");
            }
            html.append("</tr>");
        }
        html.append("</thead><tbody>");
        for (int row = 0; row < shown.rows().size(); row++) {
            row(shown, row);
        }
        html.append("</tbody></table>");
        table++;
    }

    private void row(Paper.Block.Table shown, int index) {
        Paper.Row row = shown.rows().get(index);
        String id = id(table, index);
        html.append("<tr id=\"%s\" class=\"%s\"%s>"
                .formatted(
                        id,
                        row.manner().name().toLowerCase(Locale.ROOT),
                        breaks.pushed().contains(id) ? " style=\"page-break-before: always\"" : ""));
        boolean top = breaks.tops().contains(id);
        boolean bottom = breaks.bottoms().contains(id);
        int column = 0;
        for (Paper.Cell cell : row.cells()) {
            boolean open = !bottom && shown.joinsBelow(index, column);
            boolean silent = cell.joinsAbove() && !top;
            List<String> classes = new ArrayList<>();
            if (open) {
                classes.add("up");
            }
            if (cell.columns() == 1) {
                switch (align(shown, column, cell)) {
                    case RIGHT -> classes.add("r");
                    case CENTER -> classes.add("c");
                    case LEFT -> {
                        // As everything else.
                    }
                }
            }
            if (!cell.tone().isEmpty()) {
                classes.add("t" + css(cell.tone()));
            }
            if (cell.changed()) {
                classes.add("ch");
            }
            boolean heads = row.manner() == Paper.Manner.FIGURES && column == shown.nameColumn();
            html.append(heads ? "<th scope=\"row\"" : "<td");
            if (!classes.isEmpty()) {
                html.append(" class=\"").append(String.join(" ", classes)).append('"');
            }
            if (cell.columns() > 1) {
                html.append(" colspan=\"%d\"".formatted(cell.columns()));
            }
            html.append('>');
            if (!silent) {
                content(cell, shown.width(column, cell.columns()), mostLines);
            }
            html.append(heads ? "</th>" : "</td>");
            column += cell.columns();
        }
        html.append("</tr>");
    }

    /** A reason in the place of a figure stands in the middle. */
    private static Paper.Align align(Paper.Block.Table shown, int column, Paper.Cell cell) {
        Paper.Align align = shown.columns().get(column).align();
        boolean words =
                cell.content() instanceof Paper.Content.Lines || cell.content() instanceof Paper.Content.NoFigure;
        return words && align == Paper.Align.RIGHT ? Paper.Align.CENTER : align;
    }

    private static List<String> lines(Paper.Cell cell) {
        return cell.content().printed().stream().map(Paper.Line::text).toList();
    }

    /** Not more lines than a page has: a row that is higher can be set on none. */
    private void content(Paper.Cell cell, double width, int most) {
        double letters = Pieces.letters(width);
        boolean first = true;
        int left = most;
        for (Paper.Line line : cell.content().printed()) {
            if (!first) {
                html.append("<br/>");
            }
            first = false;
            Paper.Line whole = new Paper.Line(PrintedText.cell(line.text()), line.weight());
            String fitting = LineBreaks.atMost(whole, letters * Math.max(1, left))
                    .findFirst()
                    .orElse(whole)
                    .text();
            boolean cut = fitting.length() < whole.text().length();
            String words = cut ? fitting + CellLimit.CUT : fitting;
            switch (line.weight()) {
                case STRONG -> element("b", "b", words);
                case SMALL -> element("span class=\"s\"", "span", words);
                case PLAIN -> text(words);
            }
            left -= LineBreaks.lines(fitting, letters);
            if (cut || left < 0) {
                return;
            }
        }
    }

    private void element(String opening, String name, String words) {
        html.append('<').append(opening).append('>');
        text(words);
        html.append("</").append(name).append('>');
    }

    /** What the file says of itself, which is not set: every letter as it is. */
    private void name(String words) {
        html.append(escaped(XmlText.holdable(PrintedText.heading(words)).replaceAll("[\\p{Cc}\\p{Cs}]", "")));
    }

    /** In pieces: the time in which the engine finds the lines of one piece grows with the square of its length. */
    private void text(String words) {
        String printable = letters.printable(words);
        if (printable.length() <= MOST_IN_A_PIECE) {
            html.append(escaped(printable));
            return;
        }
        for (int from = 0; from < printable.length(); ) {
            int to = Math.min(printable.length(), from + MOST_IN_A_PIECE);
            if (to < printable.length() && Character.isLowSurrogate(printable.charAt(to))) {
                to--;
            }
            html.append("<span>").append(escaped(printable.substring(from, to))).append("</span>");
            from = to;
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
