package jp.kyosei.backend.actual.record;

import java.math.BigDecimal;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.IndicatorId;
import org.jspecify.annotations.Nullable;

/**
 * What the paper of that year printed, kept to be compared with what is computed.
 *
 * @param grade none where the grade column was printed blank
 * @param rate none where the paper has no such column
 * @param change none where the paper has no such column
 * @param target none where the paper has no such column
 */
public record PublishedRecord(
        IndicatorId indicator,
        FiscalYear fiscalYear,
        @Nullable String grade,
        @Nullable String rate,
        @Nullable String change,
        @Nullable BigDecimal target) {}
