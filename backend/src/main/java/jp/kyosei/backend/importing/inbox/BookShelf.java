package jp.kyosei.backend.importing.inbox;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Supplier;
import jp.kyosei.backend.sheet.Book;

/** Keeps the books read last, so that a preview that is looked at again does not read the file again. */
@Singleton
final class BookShelf {
    /** A book within the limits takes some tens of megabytes. */
    private static final int MOST = 4;

    private final SequencedMap<ImportId, Book> books = new LinkedHashMap<>();

    Book book(ImportId id, Supplier<Book> reading) {
        synchronized (books) {
            Book known = books.get(id);
            if (known != null) {
                return known;
            }
        }
        Book read = reading.get();
        put(id, read);
        return read;
    }

    void put(ImportId id, Book book) {
        synchronized (books) {
            books.putLast(id, book);
            while (books.size() > MOST) {
                Map.Entry<ImportId, Book> oldest = books.firstEntry();
                books.remove(oldest.getKey());
            }
        }
    }

    void remove(ImportId id) {
        synchronized (books) {
            books.remove(id);
        }
    }
}
