package jp.kyosei.backend.importing.layout;

import java.math.BigDecimal;
import java.util.List;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.sheet.CellPlace;
import org.jspecify.annotations.Nullable;

/**
 * What a cell says of an indicator.
 *
 * @param values as which it may be read, one for each way to read its unit; empty for what is no figure
 * @param words a unit, in the ways in which it may be read, or empty
 * @param reference of which year the value really is; none where it is the year's own
 */
record Fact(
        CellPlace place,
        What what,
        String indicator,
        @Nullable FiscalYear year,
        String town,
        List<BigDecimal> values,
        List<String> words,
        @Nullable FiscalYear reference) {
    Fact {
        values = List.copyOf(values);
        words = List.copyOf(words);
    }

    /** What it says. */
    enum What {
        NAME,
        UNIT,
        /** That less of it is better. */
        LOWER,
        BASELINE,
        TARGET,
        ACTUAL,
        /** Why there is no figure. */
        MISSING,
        /** Words in the place of a figure. */
        WORDS,
        /** Nobody can know it: it has to be asked. */
        ASK
    }
}
