package jp.kyosei.backend.evaluation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a paper printed of a year.
 *
 * @param grade none where the column was printed blank
 * @param rate none where the paper has no such column
 * @param change none where the paper has no such column
 * @param target none where the paper has no such column
 */
public record Published(
        @Nullable String grade,
        @Nullable String rate,
        @Nullable String change,
        @Nullable BigDecimal target) {}
