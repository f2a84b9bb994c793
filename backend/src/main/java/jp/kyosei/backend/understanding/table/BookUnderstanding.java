package jp.kyosei.backend.understanding.table;

import java.util.List;
import jp.kyosei.backend.sheet.Book;
import jp.kyosei.backend.understanding.Hints;
import jp.kyosei.backend.understanding.UnderstoodBook;
import jp.kyosei.backend.understanding.UnderstoodSheet;
import jp.kyosei.backend.understanding.line.LinesTogether;

/** Understands the sheets of a file. */
public final class BookUnderstanding {
    private final Hints hints;

    public BookUnderstanding(Hints hints) {
        this.hints = hints;
    }

    /** What all its sheets say, each cell with its fate. */
    public UnderstoodBook understand(Book book) {
        HeadSense sense = new HeadSense(hints.newestActuals());
        SheetUnderstanding understanding = new SheetUnderstanding(hints, sense);
        List<UnderstoodSheet> sheets =
                book.sheets().stream().map(understanding::understand).toList();
        return new UnderstoodBook(LinesTogether.of(new SheetsChosen(sense, book, sheets).chosen()));
    }
}
