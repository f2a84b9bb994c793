package jp.kyosei.backend.importing.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.sheet.Book;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.sheet.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * The sheet 実績一覧 of this product's own workbook, which people read and print: known by its heads wherever they stand, under
 * whatever name, with rows sorted, left out or added.
 */
final class PrintedResults {
    private static final Pattern YEAR = Pattern.compile("^([^\\n]+)\\n実績値(?:\\n.*)?$");
    private static final String PART = "└";
    private static final String CONTINUED = "（続き）";
    private static final int MOST_ROWS_ABOVE = 30;

    private final Sheet sheet;
    private final int no;
    private final int name;
    private final int unit;
    private final SortedMap<Integer, FiscalYear> years;
    private final Map<What, Integer> others;
    private final List<SeenFigure> figures = new ArrayList<>();
    private final List<SeenWords> words = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /** What else the sheet prints of an indicator. */
    enum What {
        NAME("指標名", "指標名は計画のものです"),
        UNIT("単位", "単位は計画のものです"),
        BASELINE("現状値", "現状値は計画のものです"),
        TARGET("目標値", "目標値は計画のものです"),
        RATE("進捗率", "進捗率は計算した値です"),
        CHANGE("対前年", "対前年は計算した値です"),
        GRADE("達成度", "達成度は計算した値です");

        private final String title;
        private final String why;

        What(String title, String why) {
            this.title = title;
            this.why = why;
        }

        String title() {
            return title;
        }

        /** Why it is not taken, without a full stop. */
        String why() {
            return why;
        }
    }

    /** Something else that the sheet prints of an indicator. */
    record SeenWords(String no, What what, FiscalYear judged, Cell cell, CellPlace place) {
        String text() {
            return cell.text().strip();
        }

        /** The same read as a figure. */
        SeenFigure asFigure() {
            return SeenFigure.of(no, "", "", judged, "", cell, place);
        }
    }

    private PrintedResults(Sheet sheet, Sheet.Row heads) {
        this.sheet = sheet;
        SortedMap<Integer, FiscalYear> found = new TreeMap<>();
        Map<What, Integer> other = new HashMap<>();
        int numbers = 0;
        int names = 0;
        for (Cell cell : heads.cells()) {
            String head = cell.text().strip();
            Matcher year = YEAR.matcher(head);
            if (head.equals("No.")) {
                numbers = cell.column();
            } else if (head.equals("指標")) {
                names = cell.column();
            } else if (year.matches()) {
                FiscalYear.parse(year.group(1)).ifPresent(of -> found.put(cell.column(), of));
            } else {
                what(head).ifPresent(what -> other.put(what, cell.column()));
            }
        }
        this.no = numbers;
        this.name = names;
        this.unit = other.getOrDefault(What.UNIT, -1);
        this.years = found;
        this.others = other;
        int from = sheet.rows().indexOf(heads) + 1;
        read(sheet.rows().subList(from, sheet.rows().size()));
    }

    private static Optional<What> what(String head) {
        if (head.equals(What.UNIT.title())) {
            return Optional.of(What.UNIT);
        }
        if (head.startsWith(What.BASELINE.title()) || head.startsWith(What.TARGET.title())) {
            return Optional.of(head.startsWith(What.BASELINE.title()) ? What.BASELINE : What.TARGET);
        }
        if (head.contains("\n進捗率")) {
            return Optional.of(What.RATE);
        }
        if (head.contains("\n対前年")) {
            return Optional.of(What.CHANGE);
        }
        return head.contains("\n達成度") || head.contains("\n状況") ? Optional.of(What.GRADE) : Optional.empty();
    }

    /** The first sheet that has the heads of 実績一覧. */
    static Optional<PrintedResults> in(Book book) {
        for (Sheet sheet : book.sheets()) {
            for (Sheet.Row row : sheet.rows().stream().limit(MOST_ROWS_ABOVE).toList()) {
                if (isHeads(row)) {
                    return Optional.of(new PrintedResults(sheet, row));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isHeads(Sheet.Row row) {
        List<String> heads =
                row.cells().stream().map(cell -> cell.text().strip()).toList();
        return heads.contains("No.")
                && heads.contains("指標")
                && heads.contains(What.UNIT.title())
                && heads.stream().anyMatch(head -> YEAR.matcher(head).matches())
                && heads.stream()
                        .anyMatch(head -> what(head).filter(What.RATE::equals).isPresent())
                && heads.stream()
                        .anyMatch(head -> what(head).filter(What.CHANGE::equals).isPresent());
    }

    private void read(List<Sheet.Row> rows) {
        String number = "";
        String title = "";
        String measuredIn = "";
        Set<String> parts = new HashSet<>();
        List<SeenFigure> ofTowns = new ArrayList<>();
        boolean mixedUp = false;
        for (Sheet.Row row : rows) {
            Map<Integer, Cell> cells = new HashMap<>();
            row.cells().forEach(cell -> cells.put(cell.column(), cell));
            String first = text(cells.get(no));
            String named = text(cells.get(name));
            if (named.startsWith(PART)) {
                String town = named.substring(PART.length()).strip();
                mixedUp |= number.isEmpty() || !parts.add(town);
                ofTowns.addAll(figures(row, cells, number, title, measuredIn, town));
            } else if (!first.isEmpty() && !named.isEmpty() && !first.endsWith(CONTINUED)) {
                number = first;
                title = plainName(named);
                measuredIn = text(cells.get(unit));
                parts.clear();
                figures.addAll(figures(row, cells, number, title, measuredIn, ""));
                addName(row, cells.get(name), number);
                addWords(row, cells, number);
            }
        }
        if (mixedUp) {
            findings.add(Finding.notice(
                    null, "", "シート「%s」の市町村の行（└）は、並べ替えたため、どの指標のものか分かりません。取り込みません。".formatted(sheet.name())));
        } else {
            figures.addAll(ofTowns);
        }
    }

    /** A name without what the sheet puts around it. */
    static String plainName(String printed) {
        return printed.strip().replaceAll("^【[^】]*】\\s*", "").replaceAll("※$", "");
    }

    private List<SeenFigure> figures(
            Sheet.Row row, Map<Integer, Cell> cells, String number, String title, String measuredIn, String town) {
        List<SeenFigure> found = new ArrayList<>();
        years.forEach((column, year) -> {
            Cell cell = cells.get(column);
            if (cell != null && !cell.text().isBlank()) {
                found.add(SeenFigure.of(
                        number, title, measuredIn, year, town, cell, new CellPlace(sheet.name(), row.index(), column)));
            }
        });
        return found;
    }

    private void addName(Sheet.Row row, @Nullable Cell cell, String number) {
        if (cell != null) {
            words.add(new SeenWords(
                    number, What.NAME, judgedYear(), cell, new CellPlace(sheet.name(), row.index(), name)));
        }
    }

    private void addWords(Sheet.Row row, Map<Integer, Cell> cells, String number) {
        others.forEach((what, column) -> {
            Cell cell = cells.get(column);
            if (cell != null && !cell.text().isBlank()) {
                words.add(new SeenWords(
                        number, what, judgedYear(), cell, new CellPlace(sheet.name(), row.index(), column)));
            }
        });
    }

    private static String text(@Nullable Cell cell) {
        return cell == null ? "" : cell.text().strip();
    }

    /** The newest year, whose rate and grade are printed. */
    FiscalYear judgedYear() {
        return Collections.max(years.values());
    }

    /** The figures, those of the whole first. */
    List<SeenFigure> figures() {
        return List.copyOf(figures);
    }

    /** What else stands in it; texts are not among it. */
    List<SeenWords> words() {
        return List.copyOf(words);
    }

    /** What could not be understood. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
