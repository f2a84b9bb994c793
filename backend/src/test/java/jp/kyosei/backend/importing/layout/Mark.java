package jp.kyosei.backend.importing.layout;

import java.util.Locale;
import jp.kyosei.backend.figure.FiscalYear;
import org.jspecify.annotations.Nullable;

/**
 * What a person of the office would say that a cell is.
 *
 * @param year of a figure; none where the sheet does not say it, which is to be asked
 * @param town whose figure it is; empty where the sheet names none
 */
record Mark(Kind kind, @Nullable FiscalYear year, String town) {

    /** What a cell can be. */
    enum Kind {
        HEAD,
        NO,
        NAME,
        /** The second part of a name, whose first stands left of it or above. */
        MORE,
        SECTION,
        /** A word that says what a row or column is: 目標, 実績, 男性. */
        WORD,
        UNIT,
        TOWN,
        BASELINE,
        TARGET,
        ACTUAL,
        /** What a paper printed of the evaluation, and its texts: not held by the card, but no figures. */
        PUBLISHED,
        TEXT,
        /** A figure that is none of the plan: a forecast, half a year, the prefecture, money. */
        OTHER,
        TOTAL,
        REMARK,
        TITLE,
        REPEATED,
        HIDDEN;

        boolean isFigure() {
            return this == BASELINE || this == TARGET || this == ACTUAL;
        }
    }

    static Mark of(Kind kind) {
        return new Mark(kind, null, "");
    }

    /** Reads {@code unit}, {@code actual:R4}, {@code actual:R4@西町}, {@code baseline:?}. */
    static Mark parse(String token) {
        String[] parts = token.split(":", 2);
        Kind kind = Kind.valueOf(parts[0].toUpperCase(Locale.ROOT));
        if (parts.length == 1) {
            if (kind.isFigure()) {
                throw new IllegalArgumentException(token + " names no year");
            }
            return of(kind);
        }
        String[] yearAndTown = parts[1].split("@", 2);
        String town = yearAndTown.length == 2 ? yearAndTown[1] : "";
        return new Mark(kind, year(yearAndTown[0]), town);
    }

    static @Nullable FiscalYear year(String text) {
        return text.equals("?")
                ? null
                : FiscalYear.parse(text).orElseThrow(() -> new IllegalArgumentException("no year: " + text));
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }
}
