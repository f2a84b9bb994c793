package jp.kyosei.backend.sheet;

import java.util.List;

/**
 * A file as it was read.
 *
 * @param sheets those that were read, in order; text files have one
 * @param hidden the names of the sheets that nobody sees and that were not read
 */
public record Book(BookKind kind, List<Sheet> sheets, List<String> hidden) {
    public Book {
        sheets = List.copyOf(sheets);
        hidden = List.copyOf(hidden);
    }

    /** One of which everything was read. */
    public Book(BookKind kind, List<Sheet> sheets) {
        this(kind, sheets, List.of());
    }
}
