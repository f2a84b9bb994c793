package jp.kyosei.backend.sheet;

import java.util.List;

/** A file as it was read: its visible sheets in order; text files have one. */
public record Book(BookKind kind, List<Sheet> sheets) {
    public Book {
        sheets = List.copyOf(sheets);
    }
}
