package jp.kyosei.backend.understanding.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.sheet.Book;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.sheet.Sheet;
import jp.kyosei.backend.understanding.ColumnMeaning;
import jp.kyosei.backend.understanding.IndicatorLine;
import jp.kyosei.backend.understanding.LineCell;
import jp.kyosei.backend.understanding.UnderstoodSheet;
import jp.kyosei.backend.understanding.fate.Fate;
import jp.kyosei.backend.understanding.fate.SheetFates;
import org.jspecify.annotations.Nullable;

/** Leaves out sheets that are not meant: examples of how to fill in, and copies of last year's beside this year's. */
final class SheetsChosen {
    private static final Pattern EXAMPLE = Pattern.compile("(?i).*(?:記入例|記載例|入力例|作成例|記入要領|サンプル|見本|sample|example).*");
    private static final Pattern OLD =
            Pattern.compile("(?i).*(?:前年|昨年|前回|旧|過去|コピー|控え|バックアップ|old|copy|backup).*|.*[(（][0-9０-９][)）]");
    private static final int TITLE_ROWS = 4;

    private final HeadSense sense;
    private final Book book;
    private final List<UnderstoodSheet> sheets;

    /** @param sheets those of the book, in its order */
    SheetsChosen(HeadSense sense, Book book, List<UnderstoodSheet> sheets) {
        this.sense = sense;
        this.book = book;
        this.sheets = new ArrayList<>(sheets);
    }

    List<UnderstoodSheet> chosen() {
        boolean several = sheets.stream().filter(UnderstoodSheet::isTable).count() > 1;
        for (int index = 0; index < sheets.size() && several; index++) {
            if (sheets.get(index).isTable()
                    && EXAMPLE.matcher(sheets.get(index).name()).matches()) {
                leaveOut(index, "記入例のシートのため取り込みません。");
            }
        }
        for (int one = 0; one < sheets.size(); one++) {
            for (int other = one + 1; other < sheets.size(); other++) {
                if (isSameTable(sheets.get(one), sheets.get(other))) {
                    older(one, other)
                            .ifPresent(old ->
                                    leaveOut(old, "同じ指標の新しいシートがほかにあるため、このシートは取り込みません。取り込むときは、このシートだけのファイルにしてください。"));
                }
            }
        }
        return sheets;
    }

    private void leaveOut(int index, String why) {
        Sheet sheet = book.sheets().get(index);
        SheetFates fates = new SheetFates(sheet.name());
        for (Sheet.Row row : sheet.rows()) {
            for (Cell cell : row.cells()) {
                fates.say(new CellPlace(sheet.name(), row.index(), cell.column()), Fate.REPEATED, why);
            }
        }
        Sheet.Row first = sheet.rows().getFirst();
        sheets.set(
                index,
                new UnderstoodSheet(
                        sheet.name(),
                        List.of(),
                        fates.of(sheet, why),
                        List.of(),
                        List.of(),
                        List.of(new UnderstoodSheet.SheetProblem(
                                new CellPlace(
                                        sheet.name(),
                                        first.index(),
                                        first.cells().getFirst().column()),
                                "シート「%s」: %s".formatted(sheet.name(), why)))));
    }

    /** Whether most indicators of one stand in the other, and some of them with other figures. */
    private static boolean isSameTable(UnderstoodSheet one, UnderstoodSheet other) {
        Map<String, IndicatorLine> known = new HashMap<>();
        one.lines().forEach(line -> known.putIfAbsent(line.name(), line));
        int size = Math.min(one.lines().size(), other.lines().size());
        int same = 0;
        boolean contradicts = false;
        Set<String> seen = new HashSet<>();
        for (IndicatorLine line : other.lines()) {
            IndicatorLine before = known.get(line.name());
            if (before == null || !seen.add(line.name())) {
                continue;
            }
            same++;
            for (Map.Entry<ColumnMeaning, LineCell> cell : line.cells().entrySet()) {
                boolean figure = cell.getKey().kind().holdsFigures();
                LineCell there = before.cells().get(cell.getKey());
                contradicts |= figure
                        && there != null
                        && !there.text().equals(cell.getValue().text());
            }
        }
        return size > 0 && same * 2 >= size && contradicts;
    }

    /** Which of two is the older; empty where nothing says it. */
    private Optional<Integer> older(int one, int other) {
        FiscalYear first = year(one);
        FiscalYear second = year(other);
        if (first != null && second != null && !first.equals(second)) {
            return Optional.of(first.compareTo(second) < 0 ? one : other);
        }
        boolean oldOne = OLD.matcher(sheets.get(one).name()).matches();
        boolean oldOther = OLD.matcher(sheets.get(other).name()).matches();
        return oldOne == oldOther ? Optional.empty() : Optional.of(oldOne ? one : other);
    }

    /** The year that a sheet's name or title names. */
    private @Nullable FiscalYear year(int index) {
        Sheet sheet = book.sheets().get(index);
        Stream<String> titles = sheet.rows().stream()
                .limit(TITLE_ROWS)
                .filter(row -> row.cells().size() == 1)
                .map(row -> row.cells().getFirst().text());
        return Stream.concat(Stream.of(sheet.name()), titles)
                .flatMap(text -> Stream.ofNullable(sense.year(text)))
                .findFirst()
                .orElse(null);
    }
}
