package jp.kyosei.backend.understanding;

import java.util.Arrays;
import java.util.Optional;
import jp.kyosei.backend.figure.FiscalYear;
import org.jspecify.annotations.Nullable;

/**
 * What a column holds (or a row, in tables whose years run down), of which fiscal year, and of which municipality.
 *
 * @param year none for columns that belong to no year, and where the header does not say
 * @param town the name of a member municipality; none where it is nobody's in particular
 */
public record ColumnMeaning(
        ColumnKind kind,
        @Nullable FiscalYear year,
        @Nullable String town) {
    public static final ColumnMeaning IGNORED = new ColumnMeaning(ColumnKind.IGNORED, null);

    private static final int PARTS = 3;

    public ColumnMeaning(ColumnKind kind, @Nullable FiscalYear year) {
        this(kind, year, null);
    }

    public static ColumnMeaning of(ColumnKind kind) {
        return new ColumnMeaning(kind, null);
    }

    public boolean is(ColumnKind wanted) {
        return kind == wanted;
    }

    public ColumnMeaning in(@Nullable FiscalYear other) {
        return new ColumnMeaning(kind, other, town);
    }

    public ColumnMeaning ofTown(@Nullable String other) {
        return new ColumnMeaning(kind, year, other);
    }

    /** As an answer to a question names it: {@code ACTUAL:2022}. */
    public String code() {
        String ofYear = kind.name() + (year == null ? "" : ":" + year.year());
        return town == null ? ofYear : "%s%s:%s".formatted(ofYear, year == null ? ":" : "", town);
    }

    /** What {@link #code} says; empty where it says nothing of the kind. */
    public static Optional<ColumnMeaning> ofCode(String code) {
        String[] parts = code.split(":", PARTS);
        return Arrays.stream(ColumnKind.values())
                .filter(kind -> kind.name().equals(parts[0]))
                .findFirst()
                .map(kind -> new ColumnMeaning(
                        kind,
                        parts.length > 1 && !parts[1].isEmpty()
                                ? FiscalYear.parse(parts[1]).orElse(null)
                                : null,
                        parts.length == PARTS ? parts[2] : null));
    }

    /** In words: {@code R4の実績値}. */
    public String label() {
        String words = year == null ? kind.label() : "%sの%s".formatted(year.shortLabel(), kind.label());
        return town == null ? words : "%s（%s）".formatted(words, town);
    }
}
