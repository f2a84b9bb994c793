package jp.kyosei.backend.importing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.Measure;
import jp.kyosei.backend.evaluation.Target;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.FlatFigure;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.indicator.Reporter;
import jp.kyosei.backend.owners.Department;
import jp.kyosei.backend.tenancy.MunicipalityCode;

/** Turns the checked indicator entries of a document into domain values. */
final class IndicatorEntries {
    private IndicatorEntries() {}

    static Indicator indicator(PlanDocument.IndicatorEntry entry, Map<MunicipalityCode, List<Department>> departments) {
        return new Indicator(
                IndicatorId.next(),
                entry.no(),
                entry.kind(),
                entry.section(),
                entry.name(),
                entry.description(),
                entry.unit(),
                new Measure(
                        entry.direction(),
                        entry.cumulative(),
                        entry.decimals(),
                        entry.changeDigits(),
                        entry.ratioAsPercent(),
                        entry.progressFormula(),
                        baseline(entry.baseline()),
                        entry.targets().stream()
                                .map(target -> new Target(new FiscalYear(target.fiscalYear()), target.value()))
                                .toList()),
                entry.statedTarget(),
                entry.consolidation(),
                entry.reporters().stream()
                        .map(reporter -> reporter(reporter, departments))
                        .toList(),
                entry.source());
    }

    static Observation observation(PlanDocument.ActualEntry entry) {
        PlanDocument.MissingEntry missing = entry.missing();
        String note = missing == null ? entry.note() : missing.note();
        return new FlatFigure(
                        entry.value(),
                        entry.numerator(),
                        entry.denominator(),
                        missing == null ? null : missing.reason(),
                        Objects.requireNonNullElse(note, ""),
                        entry.referenceYear())
                .figure();
    }

    private static Baseline baseline(PlanDocument.BaselineEntry entry) {
        return switch (entry.type()) {
            case MEASURED ->
                new Baseline.Measured(
                        Objects.requireNonNull(entry.value()),
                        new FiscalYear(Objects.requireNonNull(entry.fiscalYear())));
            case ABSENT -> new Baseline.Absent();
            case ADDED_LATER -> new Baseline.AddedLater(Objects.requireNonNullElse(entry.note(), ""));
        };
    }

    private static Reporter reporter(
            PlanDocument.ReporterEntry entry, Map<MunicipalityCode, List<Department>> departments) {
        MunicipalityCode town = new MunicipalityCode(entry.municipality());
        Optional<Department> department = departments.getOrDefault(town, List.of()).stream()
                .filter(known -> known.code().equals(entry.department()))
                .findFirst();
        return new Reporter(
                town,
                "",
                department.map(Department::owner).orElse(null),
                department.map(Department::id).orElse(null),
                department.map(Department::name).orElse(null));
    }
}
