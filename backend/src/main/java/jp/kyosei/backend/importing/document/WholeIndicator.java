package jp.kyosei.backend.importing.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyosei.backend.actual.narrative.NarrativeText;
import jp.kyosei.backend.actual.record.PublishedRecord;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.ChangeDigits;
import jp.kyosei.backend.evaluation.Consolidation;
import jp.kyosei.backend.evaluation.Direction;
import jp.kyosei.backend.evaluation.Measure;
import jp.kyosei.backend.evaluation.ProgressFormula;
import jp.kyosei.backend.evaluation.Target;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.indicator.IndicatorKind;
import jp.kyosei.backend.indicator.Reporter;
import jp.kyosei.backend.owners.department.Department;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * An indicator as a file or a document has it, with everything recorded of it, understood: its figures are figures.
 *
 * @param no its number; made up where the file has none
 * @param section the number of its section
 * @param targets in the order of the file; none where a plan that is there already says them
 * @param figures as they may be stored for their years
 */
public record WholeIndicator(
        String no,
        IndicatorKind kind,
        String section,
        String name,
        String description,
        String unit,
        int decimals,
        ChangeDigits changeDigits,
        boolean ratioAsPercent,
        Direction direction,
        boolean cumulative,
        @Nullable ProgressFormula progressFormula,
        Baseline baseline,
        List<Target> targets,
        @Nullable BigDecimal statedTarget,
        Consolidation consolidation,
        List<Asked> reporters,
        String source,
        List<Figure> figures,
        List<Printed> records,
        List<Words> narratives) {
    public WholeIndicator {
        targets = List.copyOf(targets);
        reporters = List.copyOf(reporters);
        figures = List.copyOf(figures);
        records = List.copyOf(records);
        narratives = List.copyOf(narratives);
    }

    /**
     * Who reports it.
     *
     * @param department the code of the department there; none where none is named
     */
    public record Asked(MunicipalityCode town, @Nullable String department) {}

    /**
     * The figure of a year, or why there is none.
     *
     * @param town none for the figure of the whole owner
     */
    public record Figure(FiscalYear year, @Nullable MunicipalityCode town, Observation observation) {}

    /**
     * What was written of a year.
     *
     * @param town none for the narrative of the whole owner
     */
    public record Words(FiscalYear year, @Nullable MunicipalityCode town, NarrativeText text) {}

    /** What a paper printed of a year; each none where it printed nothing. */
    public record Printed(
            FiscalYear year,
            @Nullable String grade,
            @Nullable String rate,
            @Nullable String change,
            @Nullable BigDecimal target) {

        /** The same of an indicator that is stored. */
        public PublishedRecord of(IndicatorId indicator) {
            return new PublishedRecord(indicator, year, grade, rate, change, target);
        }
    }

    /** The same with other figures. */
    public WholeIndicator withFigures(List<Figure> others) {
        return measuredIn(unit, baseline, targets, others);
    }

    /** The same with its figures in another unit. */
    public WholeIndicator measuredIn(String other, Baseline from, List<Target> to, List<Figure> measured) {
        return new WholeIndicator(
                no,
                kind,
                section,
                name,
                description,
                other,
                decimals,
                changeDigits,
                ratioAsPercent,
                direction,
                cumulative,
                progressFormula,
                from,
                to,
                statedTarget,
                consolidation,
                reporters,
                source,
                measured,
                records,
                narratives);
    }

    /** The same with another direction. */
    public WholeIndicator facing(Direction other) {
        return new WholeIndicator(
                no,
                kind,
                section,
                name,
                description,
                unit,
                decimals,
                changeDigits,
                ratioAsPercent,
                other,
                cumulative,
                progressFormula,
                baseline,
                targets,
                statedTarget,
                consolidation,
                reporters,
                source,
                figures,
                records,
                narratives);
    }

    /** An indicator of a plan, of which a file says nothing but figures. */
    public static WholeIndicator of(Indicator known, List<Figure> figures) {
        Measure measure = known.measure();
        return new WholeIndicator(
                known.no(),
                known.kind(),
                known.section(),
                known.name(),
                known.description(),
                known.unit(),
                measure.decimals(),
                measure.changeDigits(),
                measure.ratioAsPercent(),
                measure.direction(),
                measure.cumulative(),
                measure.progressFormula(),
                measure.baseline(),
                List.of(),
                known.statedTarget(),
                known.consolidation(),
                known.reporters().stream()
                        .map(reporter -> new Asked(reporter.municipality(), null))
                        .toList(),
                known.source(),
                figures,
                List.of(),
                List.of());
    }

    /**
     * The indicator under an id of its own.
     *
     * @param departments of the towns that report; one that is not there is left out
     * @throws IllegalArgumentException if it has no target
     */
    public Indicator indicator(Map<MunicipalityCode, List<Department>> departments) {
        return new Indicator(
                IndicatorId.next(),
                no,
                kind,
                section,
                name,
                description,
                unit,
                new Measure(
                        direction,
                        cumulative,
                        decimals,
                        changeDigits,
                        ratioAsPercent,
                        progressFormula,
                        baseline,
                        targets),
                statedTarget,
                consolidation,
                reporters.stream().map(asked -> reporter(asked, departments)).toList(),
                source);
    }

    private static Reporter reporter(Asked asked, Map<MunicipalityCode, List<Department>> departments) {
        Optional<Department> department = departments.getOrDefault(asked.town(), List.of()).stream()
                .filter(known -> known.code().equals(asked.department()))
                .findFirst();
        return new Reporter(
                asked.town(),
                "",
                department.map(Department::owner).orElse(null),
                department.map(Department::id).orElse(null),
                department.map(Department::name).orElse(null));
    }
}
