package jp.kyosei.backend.report.document;

import java.util.ArrayList;
import java.util.List;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.report.paper.Paper;
import org.jspecify.annotations.Nullable;

/** The columns of 実績一覧: how wide they are and what stands above them. */
final class SheetColumns {
    private static final int LEVELS_IN_COLUMNS = 2;
    private static final int MOST_YEARS_WIDE = 6;
    private static final String LETTERS = "bcdefghijklmnopqrstuvwxy";

    private final PaperSheet sheet;
    private final List<Paper.Column> columns = new ArrayList<>();
    private final List<Paper.Cell> heads = new ArrayList<>();
    private final int levels;
    private final boolean lettered;
    private final int nameColumn;
    private final double initiativesWidth;
    private final double narrativeWidth;

    SheetColumns(PaperSheet sheet) {
        this.sheet = sheet;
        int named = sheet.plan().levelNames().size();
        this.levels = named <= LEVELS_IN_COLUMNS ? named : 0;
        this.lettered = !sheet.rateHead().isEmpty() && sheet.years().size() < LETTERS.length();
        boolean narratives =
                sheet.entries().stream().anyMatch(entry -> !entry.narratives().isEmpty());
        boolean initiatives = sheet.entries().stream()
                .anyMatch(entry -> !entry.initiatives().isEmpty()
                        || entry.narratives().stream()
                                .anyMatch(told -> !told.initiatives().isBlank()));

        double figure = sheet.years().size() > MOST_YEARS_WIDE ? 14 : 17;
        column("No.", levels == 0 ? 16 : 9, Paper.Align.CENTER);
        for (int level = 0; level < levels; level++) {
            column(sheet.plan().levelNames().get(level), level == 0 && levels > 1 ? 17 : 27, Paper.Align.LEFT);
        }
        nameColumn = columns.size();
        column("指標", 0, Paper.Align.LEFT);
        column("単位", 12, Paper.Align.CENTER);
        column("現状値" + year(sheet.baselineYear()) + letter("a"), figure, Paper.Align.RIGHT);
        for (int place = 0; place < sheet.years().size(); place++) {
            column(
                    sheet.years().get(place).shortLabel() + "\n実績値" + letter(letterOf(place)),
                    figure,
                    Paper.Align.RIGHT);
        }
        column("目標値" + year(sheet.targetYear()) + letter("z"), figure, Paper.Align.RIGHT);
        String judged = sheet.fiscalYear().shortLabel();
        column(judged + "\n進捗率" + letter(sheet.rateHead().replace("f", own())), 16, Paper.Align.RIGHT);
        column(judged + "\n対前年" + letter("%s-%s".formatted(own(), before())), 19, Paper.Align.RIGHT);
        column(
                lettered ? "%s\n状況\na⇒%s比較".formatted(judged, own()) : judged + "\n達成度",
                lettered ? 20 : 16,
                Paper.Align.CENTER);
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

    private void column(String head, double width, Paper.Align align) {
        columns.add(new Paper.Column(width, align));
        heads.add(Paper.Cell.of(head));
    }

    private static String year(@Nullable FiscalYear year) {
        return year == null ? "" : "\n（%s）".formatted(year.shortLabel());
    }

    private String letter(String letters) {
        return lettered ? "\n" + letters : "";
    }

    private String letterOf(int place) {
        return lettered ? LETTERS.substring(place, place + 1) : "";
    }

    /** The letter of the judged year, which is the last. */
    private String own() {
        return letterOf(sheet.years().size() - 1);
    }

    private String before() {
        return sheet.years().size() > 1 ? letterOf(sheet.years().size() - 2) : "a";
    }

    /** How many of the plan's levels have a column; none where they are headings within the table. */
    int levels() {
        return levels;
    }

    int number() {
        return columns.size();
    }

    boolean hasInitiatives() {
        return initiativesWidth > 0;
    }

    boolean hasNarratives() {
        return narrativeWidth > 0;
    }

    /** In millimetres, as {@link #narrativeWidth}. */
    double initiativesWidth() {
        return initiativesWidth;
    }

    double narrativeWidth() {
        return narrativeWidth;
    }

    Paper.Block.Table table(String caption, List<Paper.Row> rows) {
        return new Paper.Block.Table(caption, columns, List.of(heads), rows, nameColumn);
    }
}
