package jp.kyosei.backend.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import jp.kyosei.backend.evaluation.Consolidation;
import jp.kyosei.backend.evaluation.Measure;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * An indicator as a plan version defines it.
 *
 * @param no its number or code within the plan, such as {@code 9} or {@code 1-1-1-1}; unique in the version
 * @param section the number of its section
 * @param description what it measures, in plain words for a citizen; may be empty
 * @param measure the facts that its evaluation needs
 * @param statedTarget the target printed in the adopted plan, where the results sheet uses another
 * @param reporters the municipalities that report it, by code
 * @param source where the figure comes from; may be empty
 */
public record Indicator(
        IndicatorId id,
        String no,
        IndicatorKind kind,
        String section,
        String name,
        String description,
        String unit,
        Measure measure,
        @Nullable BigDecimal statedTarget,
        Consolidation consolidation,
        List<Reporter> reporters,
        String source) {
    public Indicator {
        reporters = List.copyOf(reporters);
    }

    /** Who reports it for a municipality; empty where it is not asked. */
    public Optional<Reporter> reporter(MunicipalityCode town) {
        return reporters.stream()
                .filter(reporter -> reporter.municipality().equals(town))
                .findFirst();
    }

    /** The name of a municipality that reports it; its code where it does not, or no longer. */
    public String townName(MunicipalityCode town) {
        return reporter(town).map(Reporter::municipalityName).orElse(town.value());
    }

    /** The same indicator under another section. */
    public Indicator under(String otherSection) {
        return new Indicator(
                id,
                no,
                kind,
                otherSection,
                name,
                description,
                unit,
                measure,
                statedTarget,
                consolidation,
                reporters,
                source);
    }

    /** The same indicator, measured otherwise. */
    public Indicator withMeasure(Measure other) {
        return new Indicator(
                id, no, kind, section, name, description, unit, other, statedTarget, consolidation, reporters, source);
    }
}
