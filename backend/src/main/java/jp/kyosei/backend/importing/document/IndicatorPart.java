package jp.kyosei.backend.importing.document;

import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * A part of an indicator that has a place of its own, in a file as in a document.
 *
 * @param year none where the part is of no year
 * @param detail whose it is, or which of several; empty for none
 */
public record IndicatorPart(Kind kind, @Nullable FiscalYear year, String detail) {
    /** The indicator itself, by its name. */
    public static final IndicatorPart NAME = new IndicatorPart(Kind.NAME, null, "");

    public static final IndicatorPart UNIT = new IndicatorPart(Kind.UNIT, null, "");

    public static final IndicatorPart BASELINE = new IndicatorPart(Kind.BASELINE, null, "");

    /** What kind of part it is. */
    public enum Kind {
        NAME,
        UNIT,
        BASELINE,
        TARGET,
        FIGURE,
        RECORD,
        NARRATIVE
    }

    /** The target of a year. */
    public static IndicatorPart target(FiscalYear year) {
        return new IndicatorPart(Kind.TARGET, year, "");
    }

    /** @param town none for the figure of the whole owner */
    public static IndicatorPart figure(FiscalYear year, @Nullable MunicipalityCode town) {
        return new IndicatorPart(Kind.FIGURE, year, town == null ? "" : town.value());
    }

    /** @param column of what was printed of the year; empty for the whole of it */
    public static IndicatorPart record(FiscalYear year, String column) {
        return new IndicatorPart(Kind.RECORD, year, column);
    }

    /** @param town none for the narrative of the whole owner */
    public static IndicatorPart narrative(FiscalYear year, @Nullable MunicipalityCode town) {
        return new IndicatorPart(Kind.NARRATIVE, year, town == null ? "" : town.value());
    }

    /** Whether it is of that kind and year, whosever it is. */
    public boolean is(Kind wanted, FiscalYear of) {
        return kind == wanted && of.equals(year);
    }
}
