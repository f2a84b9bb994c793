package jp.kyosei.backend.importing.naming;

import java.time.Instant;
import jp.kyosei.backend.indicator.IndicatorId;

/**
 * What was answered to a name of a file, for one indicator.
 *
 * @param key of the name and the indicator; by it, it is forgotten
 * @param name as it stood in the file
 * @param indicatorName what the indicator was called then
 * @param same whether it is that indicator
 * @param fileName of the import in which it was said
 * @param by who brought that file in
 */
public record RememberedName(
        IndicatorId indicator,
        String key,
        String name,
        String indicatorName,
        boolean same,
        String fileName,
        String by,
        Instant at) {}
