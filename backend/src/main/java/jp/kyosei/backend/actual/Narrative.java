package jp.kyosei.backend.actual;

import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * A narrative (評価文) of a year.
 *
 * @param municipality whose it is; none for one of the whole owner
 * @param progress 進捗状況・成果
 * @param outlook 今後の取組等
 */
public record Narrative(
        IndicatorId indicator,
        FiscalYear fiscalYear,
        @Nullable MunicipalityCode municipality,
        String progress,
        String outlook) {}
