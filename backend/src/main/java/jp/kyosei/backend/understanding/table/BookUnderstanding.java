package jp.kyosei.backend.understanding.table;

import jp.kyosei.backend.sheet.Book;
import jp.kyosei.backend.understanding.Hints;
import jp.kyosei.backend.understanding.UnderstoodBook;

/** Understands the sheets of a file. */
public final class BookUnderstanding {
    private final Hints hints;

    public BookUnderstanding(Hints hints) {
        this.hints = hints;
    }

    public UnderstoodBook understand(Book book) {
        SheetUnderstanding understanding = new SheetUnderstanding(hints);
        return new UnderstoodBook(
                book.sheets().stream().map(understanding::understand).toList());
    }
}
