package jp.kyosei.backend.understanding;

import java.math.BigDecimal;
import jp.kyosei.backend.sheet.CellPlace;
import org.jspecify.annotations.Nullable;

/**
 * A cell of an indicator's line.
 *
 * @param text as a person sees it; parts of several rows joined by line breaks
 * @param number the number that a person sees, exactly: 88.2 of 88.2%, 57 of 57000 under {@code #,##0,}; none where the cell holds text
 */
public record LineCell(
        CellPlace place, String text, @Nullable BigDecimal number) {}
