package jp.kyosei.backend.importing.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.CellChange;
import jp.kyosei.backend.actual.CheckConfirmation;
import jp.kyosei.backend.actual.CheckedFinding;
import jp.kyosei.backend.actual.Figures;
import jp.kyosei.backend.actual.record.PublishedRecord;
import jp.kyosei.backend.actual.record.RecordChange;
import jp.kyosei.backend.collection.entry.TownSeries;
import jp.kyosei.backend.evaluation.Check;
import jp.kyosei.backend.evaluation.Evaluator;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.importing.document.IndicatorPart;
import jp.kyosei.backend.importing.document.WholeIndicator;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.importing.reading.ReadIndicator;
import jp.kyosei.backend.importing.reading.SeenFigure;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.results.ResultsPreview;
import jp.kyosei.backend.ruleset.RuleBook;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.understanding.ColumnKind;

/** What would be computed of a plan if a file were applied. */
final class Foreseen {
    private final ResultsPreview results;
    private final RuleBook rules;
    private final Figures figures;

    private Foreseen(PlanContent content, RuleBook rules, List<Indicator> indicators, Figures figures) {
        this.results = new ResultsPreview(content, rules, indicators, figures);
        this.rules = rules;
        this.figures = figures;
    }

    static Foreseen over(StoredPlan stored, PlannedImport planned) {
        return new Foreseen(stored.content(), stored.rules(), stored.indicators(), figures(stored.figures(), planned));
    }

    static Foreseen of(NewPlan made, RuleBook rules) {
        return new Foreseen(made.content(), rules, made.indicators(), made.figures());
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

    /** What is said of a total in the file that would not be the one that is computed: it is not taken. */
    List<Finding> totals(SeenFigures.Total total) {
        Indicator indicator = total.indicator();
        SeenFigure seen = total.seen();
        Optional<Observation> computed = results.figure(indicator.id(), seen.year());
        if (computed.filter(figure -> SeenFigures.isPrintedAs(results, indicator, seen, figure))
                .isPresent()) {
            return List.of();
        }
        return List.of(Finding.problem(
                seen.place(),
                indicator.no(),
                "%sの「%s」は、市町村の値から計算する値です（計算すると %s）。取り込めません。市町村の行の値を直すか、元に戻してください。"
                        .formatted(
                                seen.year().shortLabel(),
                                seen.text(),
                                computed.map(figure -> results.text(indicator, seen.year(), figure))
                                        .orElse("値なし"))));
    }

    /** What a check would ask of an indicator that nobody has confirmed, with the cells of the file. */
    List<Finding> checks(Indicator indicator, ReadIndicator file, FiscalYear newest) {
        List<Check> ofWhole = results.findings(indicator.id(), newest).stream()
                .filter(found -> found.confirmation() == null)
                .map(CheckedFinding::check)
                .toList();
        return Stream.concat(
                        ofWhole.stream().map(check -> finding(indicator, place(file, check), "", check)),
                        ofTowns(indicator, file, ofWhole).stream())
                .toList();
    }

    /** What would be odd about the figures that the file gives of towns, where the figure of the whole does not say it already. */
    private List<Finding> ofTowns(Indicator indicator, ReadIndicator file, List<Check> ofWhole) {
        List<Actual> actuals = figures.actuals().stream()
                .filter(actual -> actual.indicator().equals(indicator.id()))
                .toList();
        List<CheckConfirmation> confirmations = figures.confirmations().stream()
                .filter(confirmed -> confirmed.indicator().equals(indicator.id()))
                .toList();
        List<Finding> found = new ArrayList<>();
        for (WholeIndicator.Figure figure : file.whole().figures()) {
            MunicipalityCode town = figure.town();
            if (town != null) {
                new TownSeries(new Evaluator(rules.inForce(figure.year())), indicator, town, actuals)
                        .findings(figure.year(), confirmations).stream()
                                .filter(one -> one.confirmation() == null)
                                .map(CheckedFinding::check)
                                .filter(check -> ofWhole.stream()
                                        .noneMatch(whole -> whole.code() == check.code()
                                                && whole.fiscalYear().equals(check.fiscalYear())))
                                .forEach(check -> found.add(finding(
                                        indicator,
                                        file.at(IndicatorPart.figure(figure.year(), town)),
                                        indicator.townName(town) + "：",
                                        check)));
            }
        }
        return found;
    }

    private static Finding finding(Indicator indicator, CellPlace place, String whose, Check check) {
        return new Finding(
                Finding.Weight.CHECK,
                place,
                indicator.no(),
                check.fiscalYear(),
                check.code().name(),
                whose + check.message());
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
            case DIRECTION_DIFFERS_FROM_RECORD -> file.ofRecord(year);
            default -> file.ofYear(year);
        };
    }
}
