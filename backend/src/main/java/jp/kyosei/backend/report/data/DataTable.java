package jp.kyosei.backend.report.data;

import java.math.BigDecimal;
import java.util.List;
import jp.kyosei.backend.figure.FiscalYear;
import org.jspecify.annotations.Nullable;

/**
 * A table for programs: one header row, one record a row, one value a cell.
 *
 * @param title the name of its sheet
 */
public record DataTable(String title, List<String> heads, List<List<Datum>> rows) {
    public DataTable {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    /** One value. */
    public sealed interface Datum {
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

        /** A fiscal year by the number of its April. */
        static Datum year(@Nullable FiscalYear year) {
            return year == null ? NOTHING : of(year.year());
        }

        /** The same in 和暦, for people. */
        static Datum era(@Nullable FiscalYear year) {
            return year == null ? NOTHING : of(year.longLabel());
        }
    }
}
