package jp.kyosei.backend.report;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table for programs: one header row, one record a row, one value a cell.
 *
 * @param title the name of its sheet
 */
record DataTable(String title, List<String> heads, List<List<Datum>> rows) {
    DataTable {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    /** One value. */
    sealed interface Datum {
        Datum NOTHING = new Nothing();
        Datum YES = new Figure(BigDecimal.ONE);
        Datum NO = new Figure(BigDecimal.ZERO);

        /** A text as it is. */
        record Text(String text) implements Datum {}

        /** A number with its decimals. */
        record Figure(BigDecimal value) implements Datum {}

        /** Nothing. */
        record Nothing() implements Datum {}

        static Datum of(@Nullable String text) {
            return text == null || text.isEmpty() ? NOTHING : new Text(text);
        }

        static Datum of(@Nullable BigDecimal value) {
            return value == null ? NOTHING : new Figure(value);
        }

        static Datum of(int number) {
            return new Figure(BigDecimal.valueOf(number));
        }

        static Datum of(boolean yes) {
            return yes ? YES : NO;
        }
    }
}
