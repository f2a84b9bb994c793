package jp.kyosei.backend.importing.comparing;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.CellChange;
import jp.kyosei.backend.actual.CheckedFinding;
import jp.kyosei.backend.actual.Figures;
import jp.kyosei.backend.actual.record.PublishedRecord;
import jp.kyosei.backend.actual.record.RecordChange;
import jp.kyosei.backend.evaluation.Check;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.importing.document.IndicatorPart;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.importing.reading.ReadIndicator;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.results.ResultsPreview;
import jp.kyosei.backend.ruleset.RuleBook;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.understanding.ColumnKind;

/** What would be computed of a plan if a file were applied. */
final class Foreseen {
    private final ResultsPreview results;

    private Foreseen(ResultsPreview results) {
        this.results = results;
    }

    static Foreseen over(StoredPlan stored, PlannedImport planned) {
        return new Foreseen(new ResultsPreview(
                stored.content(), stored.rules(), stored.indicators(), figures(stored.figures(), planned)));
    }

    static Foreseen of(NewPlan made, RuleBook rules) {
        return new Foreseen(new ResultsPreview(made.content(), rules, made.indicators(), made.figures()));
    }

    private static Figures figures(Figures now, PlannedImport planned) {
        Map<StoredCells.Cell, Actual> figures = new HashMap<>();
        now.actuals()
                .forEach(actual -> figures.put(
                        new StoredCells.Cell(actual.indicator(), actual.fiscalYear(), actual.municipality()), actual));
        for (CellChange change : planned.actuals()) {
            Observation after = change.after();
            if (after != null) {
                Actual before = change.before();
                figures.put(
                        new StoredCells.Cell(change.indicator(), change.fiscalYear(), change.municipality()),
                        new Actual(
                                change.indicator(),
                                change.fiscalYear(),
                                change.municipality(),
                                after,
                                change.state(),
                                Actual.versionOf(before),
                                "",
                                Instant.EPOCH));
            }
        }
        Set<PublishedRecord> replaced = planned.records().stream()
                .flatMap(change -> Stream.ofNullable(change.before()))
                .collect(Collectors.toSet());
        List<PublishedRecord> records = Stream.concat(
                        now.records().stream().filter(published -> !replaced.contains(published)),
                        planned.records().stream().map(RecordChange::after).flatMap(Stream::ofNullable))
                .toList();
        return new Figures(List.copyOf(figures.values()), records, now.manualGrades(), now.confirmations());
    }

    /** What a check would ask of an indicator that nobody has confirmed, with the cells of the file. */
    List<Finding> checks(Indicator indicator, ReadIndicator file, FiscalYear newest) {
        return results.findings(indicator.id(), newest).stream()
                .filter(found -> found.confirmation() == null)
                .map(CheckedFinding::check)
                .map(check -> new Finding(
                        Finding.Weight.CHECK,
                        place(file, check),
                        indicator.no(),
                        check.fiscalYear(),
                        check.code().name(),
                        check.message()))
                .toList();
    }

    private static CellPlace place(ReadIndicator file, Check check) {
        FiscalYear year = check.fiscalYear();
        return switch (check.code()) {
            case RATE_DIFFERS_FROM_RECORD -> file.at(IndicatorPart.record(year, ColumnKind.RATE.name()));
            case CHANGE_DIFFERS_FROM_RECORD -> file.at(IndicatorPart.record(year, ColumnKind.CHANGE.name()));
            case GRADE_DIFFERS_FROM_RECORD -> file.at(IndicatorPart.record(year, ColumnKind.GRADE.name()));
            case TARGET_DIFFERS_FROM_PLAN ->
                file.whole().targets().stream()
                        .map(target -> file.at(IndicatorPart.target(target.fiscalYear())))
                        .findFirst()
                        .orElse(file.place());
            default -> file.ofYear(year);
        };
    }
}
