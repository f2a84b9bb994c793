package jp.kyosei.backend.importing.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.kyosei.backend.actual.narrative.NarrativeText;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.ChangeDigits;
import jp.kyosei.backend.evaluation.Consolidation;
import jp.kyosei.backend.evaluation.Direction;
import jp.kyosei.backend.evaluation.ProgressFormula;
import jp.kyosei.backend.evaluation.Target;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.FlatFigure;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.figure.WrongFigureException;
import jp.kyosei.backend.importing.document.IndicatorPart;
import jp.kyosei.backend.importing.document.WholeIndicator;
import jp.kyosei.backend.indicator.IndicatorKind;
import jp.kyosei.backend.resultsbook.ActualColumn;
import jp.kyosei.backend.resultsbook.BaselineLabel;
import jp.kyosei.backend.resultsbook.IndicatorColumn;
import jp.kyosei.backend.resultsbook.NarrativeColumn;
import jp.kyosei.backend.resultsbook.RecordColumn;
import jp.kyosei.backend.resultsbook.ReporterColumn;
import jp.kyosei.backend.resultsbook.TargetColumn;
import jp.kyosei.backend.resultsbook.WorkbookColumns;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** Reads the sheets of this product's own workbook that say something of indicators: what they are, and what is recorded of them. */
final class IndicatorSheets {
    private static final int MOST_DECIMALS = 6;

    private final Function<WorkbookColumns.Sheet, List<RecordSheet.Line>> sheets;
    private final ImportTarget target;
    private final Map<String, Parts> parts = new LinkedHashMap<>();

    /** @param sheets the records of a sheet */
    IndicatorSheets(Function<WorkbookColumns.Sheet, List<RecordSheet.Line>> sheets, ImportTarget target) {
        this.sheets = sheets;
        this.target = target;
    }

    /** In the order of the sheet. */
    List<ReadIndicator> indicators() {
        for (RecordSheet.Line row : sheets.apply(WorkbookColumns.Sheet.INDICATORS)) {
            String no = row.text(IndicatorColumn.NO).strip();
            if (no.isEmpty()) {
                row.wrong(IndicatorColumn.NO, "指標番号を入れてください");
            } else if (parts.putIfAbsent(no, new Parts(row)) != null) {
                row.wrong(IndicatorColumn.NO, "指標番号が重複しています。1つにしてください");
            }
        }
        readParts();
        return parts.values().stream().map(part -> part.indicator(target)).toList();
    }

    private void readParts() {
        for (RecordSheet.Line row : sheets.apply(WorkbookColumns.Sheet.TARGETS)) {
            Parts part = part(row, TargetColumn.NO);
            BigDecimal value = row.figure(TargetColumn.TARGET);
            if (part != null && value != null) {
                FiscalYear year = row.requiredYear(TargetColumn.YEAR);
                if (part.places.putIfAbsent(IndicatorPart.target(year), row.place(TargetColumn.TARGET)) == null) {
                    part.targets.add(new Target(year, value));
                } else {
                    row.wrong(TargetColumn.YEAR, "同じ指標・年度の行が2つあります。1つにしてください");
                }
            }
        }
        for (RecordSheet.Line row : sheets.apply(WorkbookColumns.Sheet.REPORTERS)) {
            Parts part = part(row, ReporterColumn.NO);
            MunicipalityCode town = row.town(ReporterColumn.MUNICIPALITY);
            if (part != null && town != null) {
                part.reporters.add(new WholeIndicator.Asked(town, row.textOrNull(ReporterColumn.DEPARTMENT)));
            }
        }
        for (RecordSheet.Line row : sheets.apply(WorkbookColumns.Sheet.ACTUALS)) {
            Parts part = part(row, ActualColumn.NO);
            if (part != null) {
                actual(row, part);
            }
        }
        for (RecordSheet.Line row : sheets.apply(WorkbookColumns.Sheet.NARRATIVES)) {
            Parts part = part(row, NarrativeColumn.NO);
            if (part != null) {
                narrative(row, part);
            }
        }
        for (RecordSheet.Line row : sheets.apply(WorkbookColumns.Sheet.RECORDS)) {
            Parts part = part(row, RecordColumn.NO);
            if (part != null) {
                printed(row, part);
            }
        }
    }

    private static void printed(RecordSheet.Line row, Parts part) {
        FiscalYear year = row.requiredYear(RecordColumn.YEAR);
        if (part.places.putIfAbsent(IndicatorPart.record(year, ""), row.place(RecordColumn.NO)) != null) {
            row.wrong(RecordColumn.YEAR, "同じ指標・年度の行が2つあります。1つにしてください");
            return;
        }
        part.records.add(new WholeIndicator.Printed(
                year,
                row.textOrNull(RecordColumn.GRADE),
                row.textOrNull(RecordColumn.RATE),
                row.textOrNull(RecordColumn.CHANGE),
                row.figure(RecordColumn.TARGET)));
    }

    private static void actual(RecordSheet.Line row, Parts part) {
        FiscalYear year = row.requiredYear(ActualColumn.YEAR);
        MunicipalityCode town = row.town(ActualColumn.MUNICIPALITY);
        Optional<Observation> observation = observation(row, year);
        if (observation.isEmpty()) {
            return;
        }
        boolean isMissing = observation.get().observed() instanceof Observed.Missing;
        CellPlace place = row.place(isMissing ? ActualColumn.MISSING : ActualColumn.VALUE);
        if (part.places.putIfAbsent(IndicatorPart.figure(year, town), place) != null) {
            row.wrong(ActualColumn.YEAR, "同じ指標・年度・市町村の行が2つあります。1つにしてください");
            return;
        }
        part.figures.add(new WholeIndicator.Figure(year, town, observation.get()));
    }

    private static Optional<Observation> observation(RecordSheet.Line row, FiscalYear year) {
        FiscalYear reference = row.year(ActualColumn.REFERENCE_YEAR);
        MissingReason reason = row.oneOf(ActualColumn.MISSING, MissingReason.values(), MissingReason::name);
        FlatFigure flat = new FlatFigure(
                row.figure(ActualColumn.VALUE),
                row.figure(ActualColumn.NUMERATOR),
                row.figure(ActualColumn.DENOMINATOR),
                reason,
                row.text(reason == null ? ActualColumn.NOTE : ActualColumn.MISSING_NOTE),
                reference == null ? null : reference.year());
        try {
            return Optional.of(flat.figure().checkedFor(year));
        } catch (WrongFigureException e) {
            switch (e.part()) {
                case FIGURE -> row.wrong(ActualColumn.VALUE, "値、分子と分母、欠測理由コードのどれか1つを入れてください");
                case VALUE -> row.refused(ActualColumn.VALUE, e.words());
                case NUMERATOR -> row.refused(ActualColumn.NUMERATOR, e.words());
                case DENOMINATOR -> row.refused(ActualColumn.DENOMINATOR, e.words());
                case NOTE -> row.refused(ActualColumn.NOTE, e.words());
                case EXPLANATION -> row.refused(ActualColumn.MISSING_NOTE, e.words());
                case REFERENCE_YEAR -> row.refused(ActualColumn.REFERENCE_YEAR, e.words());
            }
            return Optional.empty();
        }
    }

    private static void narrative(RecordSheet.Line row, Parts part) {
        FiscalYear year = row.requiredYear(NarrativeColumn.YEAR);
        MunicipalityCode town = row.town(NarrativeColumn.MUNICIPALITY);
        for (NarrativeColumn column :
                List.of(NarrativeColumn.PROGRESS, NarrativeColumn.OUTLOOK, NarrativeColumn.INITIATIVES)) {
            String text = row.text(column);
            if (text.codePointCount(0, text.length()) > NarrativeText.MAX_LENGTH) {
                row.wrong(column, "%,d 字までにしてください".formatted(NarrativeText.MAX_LENGTH));
                return;
            }
        }
        if (part.places.putIfAbsent(IndicatorPart.narrative(year, town), row.place(NarrativeColumn.PROGRESS)) != null) {
            row.wrong(NarrativeColumn.YEAR, "同じ指標・年度・市町村の行が2つあります。1つにしてください");
            return;
        }
        part.narratives.add(new WholeIndicator.Words(
                year,
                town,
                new NarrativeText(
                        row.text(NarrativeColumn.PROGRESS),
                        row.text(NarrativeColumn.OUTLOOK),
                        row.text(NarrativeColumn.INITIATIVES))));
    }

    private @Nullable Parts part(RecordSheet.Line row, WorkbookColumns.Column no) {
        Parts part = parts.get(row.text(no).strip());
        if (part == null) {
            row.wrong(no, "シート「指標」にある指標番号にしてください");
        }
        return part;
    }

    /** What the sheets say of one indicator. */
    private static final class Parts {
        private final RecordSheet.Line row;
        private final List<Target> targets = new ArrayList<>();
        private final List<WholeIndicator.Asked> reporters = new ArrayList<>();
        private final List<WholeIndicator.Figure> figures = new ArrayList<>();
        private final List<WholeIndicator.Words> narratives = new ArrayList<>();
        private final List<WholeIndicator.Printed> records = new ArrayList<>();
        private final Map<IndicatorPart, CellPlace> places = new LinkedHashMap<>();

        Parts(RecordSheet.Line row) {
            this.row = row;
            places.put(IndicatorPart.UNIT, row.place(IndicatorColumn.UNIT));
            places.put(IndicatorPart.BASELINE, row.place(IndicatorColumn.BASELINE));
        }

        ReadIndicator indicator(ImportTarget target) {
            return new ReadIndicator(whole(target), true, row.place(IndicatorColumn.NAME), places);
        }

        private WholeIndicator whole(ImportTarget target) {
            Integer decimals = row.whole(IndicatorColumn.DECIMALS);
            if (decimals == null || decimals < 0 || decimals > MOST_DECIMALS) {
                row.wrong(IndicatorColumn.DECIMALS, "0〜%d の整数にしてください".formatted(MOST_DECIMALS));
                decimals = 0;
            }
            return new WholeIndicator(
                    row.text(IndicatorColumn.NO).strip(),
                    row.oneOf(IndicatorColumn.KIND, IndicatorKind.values(), IndicatorKind::label, IndicatorKind.KPI),
                    row.text(IndicatorColumn.SECTION).strip(),
                    row.text(IndicatorColumn.NAME),
                    row.text(IndicatorColumn.DESCRIPTION),
                    row.text(IndicatorColumn.UNIT),
                    decimals,
                    row.flag(IndicatorColumn.WHOLE_CHANGE) ? ChangeDigits.WHOLE : ChangeDigits.OWN,
                    row.flag(IndicatorColumn.RATIO_AS_PERCENT),
                    row.oneOf(IndicatorColumn.DIRECTION, Direction.values(), Direction::label, Direction.HIGHER),
                    row.flag(IndicatorColumn.CUMULATIVE),
                    row.oneOf(IndicatorColumn.FORMULA, ProgressFormula.values(), ProgressFormula::label),
                    baseline(),
                    targets,
                    row.figure(IndicatorColumn.STATED_TARGET),
                    row.oneOf(
                            IndicatorColumn.CONSOLIDATION,
                            Consolidation.values(),
                            Consolidation::label,
                            target.town() == null ? Consolidation.ENTERED : Consolidation.SINGLE),
                    reporters,
                    row.text(IndicatorColumn.SOURCE),
                    figures,
                    records,
                    narratives);
        }

        private Baseline baseline() {
            BaselineLabel label = row.oneOf(
                    IndicatorColumn.BASELINE_KIND,
                    BaselineLabel.values(),
                    BaselineLabel::label,
                    BaselineLabel.ADDED_LATER);
            return switch (label) {
                case MEASURED -> {
                    BigDecimal value = row.figure(IndicatorColumn.BASELINE);
                    FiscalYear year = row.year(IndicatorColumn.BASELINE_YEAR);
                    if (value == null || year == null) {
                        // What is no number or no year has been said already.
                        if (row.text(IndicatorColumn.BASELINE).isBlank()
                                || row.text(IndicatorColumn.BASELINE_YEAR).isBlank()) {
                            row.wrong(IndicatorColumn.BASELINE, "現状値には値と年度の両方を入れてください");
                        }
                        yield new Baseline.Absent();
                    }
                    yield new Baseline.Measured(value, year);
                }
                case ABSENT -> new Baseline.Absent();
                case ADDED_LATER -> new Baseline.AddedLater(row.text(IndicatorColumn.BASELINE_NOTE));
            };
        }
    }
}
