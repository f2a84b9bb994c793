package jp.kyosei.backend.results;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.tenancy.MunicipalityCode;

/**
 * What a town wrote about an indicator in the year of a sheet (評価文).
 *
 * @param town its name; empty for the owner as a whole
 * @param progress 進捗状況・成果
 * @param outlook 今後の取組等
 * @param initiatives 具体的な取組
 */
public record TownNarrative(String town, String progress, String outlook, String initiatives) {
    /** Those of the sheet's year that say something, by the codes of the towns; others are left out. */
    public static Map<IndicatorId, List<TownNarrative>> ofYear(ResultsSheet sheet, List<Narrative> narratives) {
        Map<IndicatorId, Indicator> indicators = sheet.rows().stream()
                .map(ResultsRow::indicator)
                .collect(Collectors.toMap(Indicator::id, Function.identity()));
        return narratives.stream()
                .filter(narrative -> narrative.fiscalYear().equals(sheet.fiscalYear())
                        && !narrative.text().isEmpty())
                .sorted(Comparator.comparing(narrative -> Optional.ofNullable(narrative.municipality())
                        .map(MunicipalityCode::value)
                        .orElse("")))
                .collect(Collectors.groupingBy(
                        Narrative::indicator,
                        Collectors.mapping(
                                narrative -> new TownNarrative(
                                        townOf(narrative, indicators),
                                        narrative.progress(),
                                        narrative.outlook(),
                                        narrative.text().initiatives()),
                                Collectors.toList())));
    }

    private static String townOf(Narrative narrative, Map<IndicatorId, Indicator> indicators) {
        MunicipalityCode town = narrative.municipality();
        if (town == null) {
            return "";
        }
        return Optional.ofNullable(indicators.get(narrative.indicator()))
                .map(indicator -> indicator.townName(town))
                .orElse(town.value());
    }
}
