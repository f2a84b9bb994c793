package jp.kyosei.backend.understanding.fate;

import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.sheet.CellPlace;
import org.jspecify.annotations.Nullable;

/**
 * What became of a cell.
 *
 * @param year the fiscal year that it belongs to; none where it belongs to none
 * @param town the name of the municipality whose it is; none where it names none
 * @param certainty from 0 (not known) to 1 (certain)
 * @param because why, one clause in Japanese
 */
public record CellFate(
        CellPlace place,
        Fate fate,
        @Nullable FiscalYear year,
        @Nullable String town,
        double certainty,
        String because) {}
