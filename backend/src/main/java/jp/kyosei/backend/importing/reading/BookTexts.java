package jp.kyosei.backend.importing.reading;

import java.util.List;
import java.util.Optional;
import jp.kyosei.backend.importing.document.PlanTexts;
import jp.kyosei.backend.sheet.Book;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.sheet.Sheet;
import jp.kyosei.backend.text.TextKind;
import org.jspecify.annotations.Nullable;

/** The texts of a file: cleaned before they are read, and those that cannot be kept named with their cells. */
public final class BookTexts {
    private BookTexts() {}

    /** A file without what nobody sees in its cells, and with letters put together; what is blank then is no cell. */
    public static Book cleaned(Book book) {
        return new Book(
                book.kind(),
                book.sheets().stream()
                        .map(sheet -> new Sheet(
                                sheet.name(),
                                sheet.rows().stream()
                                        .map(row -> new Sheet.Row(
                                                row.index(),
                                                row.cells().stream()
                                                        .map(BookTexts::cleaned)
                                                        .filter(cell ->
                                                                !cell.text().isBlank())
                                                        .toList()))
                                        .toList(),
                                sheet.merges(),
                                sheet.hiddenRows(),
                                sheet.hiddenColumns()))
                        .toList(),
                book.hidden());
    }

    private static Cell cleaned(Cell cell) {
        String text = TextKind.cleaned(cell.text());
        return text.equals(cell.text()) ? cell : cell.with(text);
    }

    /** The texts of what was read that cannot be kept, each with the cell in which it stands. */
    public static List<Finding> problems(ReadPlan read, Book book) {
        return PlanTexts.wrong(read.plan()).stream()
                .map(one -> Finding.problem(
                        cellOf(book, one.text()).orElseGet(() -> placeOf(read, one)), one.no(), one.message()))
                .toList();
    }

    private static @Nullable CellPlace placeOf(ReadPlan read, PlanTexts.Wrong one) {
        return read.indicators().stream()
                .filter(indicator -> indicator.whole().no().equals(one.no()))
                .findFirst()
                .map(indicator -> indicator.at(one.part()))
                .orElse(null);
    }

    private static Optional<CellPlace> cellOf(Book book, String text) {
        for (Sheet sheet : book.sheets()) {
            for (Sheet.Row row : sheet.rows()) {
                for (Cell cell : row.cells()) {
                    if (cell.text().contains(text)) {
                        return Optional.of(new CellPlace(sheet.name(), row.index(), cell.column()));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
