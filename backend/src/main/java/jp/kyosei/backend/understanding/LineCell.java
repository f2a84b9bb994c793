package jp.kyosei.backend.understanding;

import java.math.BigDecimal;
import jp.kyosei.backend.sheet.CellPlace;
import org.jspecify.annotations.Nullable;

/**
 * A cell of an indicator's line.
 *
 * @param text as a person sees it; parts of several rows joined by line breaks
 * @param number the number stored, a percentage as its fraction; none where the cell holds text
 */
public record LineCell(
        CellPlace place, String text, @Nullable BigDecimal number) {}
