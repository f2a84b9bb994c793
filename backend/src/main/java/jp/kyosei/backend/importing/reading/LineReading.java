package jp.kyosei.backend.importing.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.ChangeDigits;
import jp.kyosei.backend.evaluation.Consolidation;
import jp.kyosei.backend.evaluation.Direction;
import jp.kyosei.backend.evaluation.Target;
import jp.kyosei.backend.figure.FigureFormat;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.figure.TypedFigure;
import jp.kyosei.backend.figure.WrongFigureException;
import jp.kyosei.backend.importing.document.IndicatorPart;
import jp.kyosei.backend.importing.document.WholeIndicator;
import jp.kyosei.backend.importing.notation.Bound;
import jp.kyosei.backend.indicator.IndicatorKind;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.text.Quote;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.ColumnMeaning;
import jp.kyosei.backend.understanding.IndicatorLine;
import jp.kyosei.backend.understanding.LineCell;
import jp.kyosei.backend.understanding.UnderstoodTable;
import org.jspecify.annotations.Nullable;

/** Reads one line of a sheet as an indicator with its figures; what it could not take it names with its cell. */
final class LineReading {
    private static final int MOST_DECIMALS = 6;

    private static final Pattern DIGIT = Pattern.compile("[0-9０-９]");

    private final ImportTarget target;
    private final FigureCells cells;
    private final UnderstoodTable table;
    private final IndicatorLine line;
    private final String no;
    private final boolean numbered;
    private final LineUnit unit;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<IndicatorPart, CellPlace> places = new LinkedHashMap<>();
    private final List<WholeIndicator.Figure> figures = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private final Set<MunicipalityCode> townsInCells = new LinkedHashSet<>();
    private int decimals;

    /**
     * @param no the indicator's number, as printed or made up
     * @param numbered whether it is printed
     */
    LineReading(
            ImportTarget target,
            FigureCells cells,
            UnderstoodTable table,
            IndicatorLine line,
            String no,
            boolean numbered) {
        this.target = target;
        this.cells = cells;
        this.table = table;
        this.line = line;
        this.no = no;
        this.numbered = numbered;
        this.unit = LineUnit.of(table, line, cells);
    }

    ReadIndicator read(String section, boolean cumulative, NarrativeBlock narratives) {
        CellPlace stated = unit.place();
        if (stated != null) {
            places.put(IndicatorPart.UNIT, stated);
        }
        unit.withoutMagnitude(line, cells)
                .forEach(cell -> findings.add(Finding.notice(
                        cell.place(),
                        no,
                        "「%s」は、ほかのセルと同じ「%s」の値として取り込みます。"
                                .formatted(cell.text(), unit.unit().written()))));
        Baseline baseline = baseline();
        readTargets();
        readActuals();
        PrintedLine printed = new PrintedLine(table, line, places);
        List<WholeIndicator.Printed> records = printed.records();
        List<WholeIndicator.Words> words = printed.narratives(narratives, target.town());
        WholeIndicator whole = new WholeIndicator(
                no,
                line.goal() ? IndicatorKind.GOAL : IndicatorKind.KPI,
                section,
                line.name(),
                "",
                unit.unit().written(),
                Math.min(decimals, MOST_DECIMALS),
                decimals == 0 || printed.hasWholeChanges() ? ChangeDigits.WHOLE : ChangeDigits.OWN,
                false,
                Direction.HIGHER,
                cumulative,
                null,
                baseline,
                targets,
                null,
                consolidation(!townsInCells.isEmpty()),
                reporters(),
                "",
                figures,
                records,
                words);
        return new ReadIndicator(whole, numbered, line.place(), places);
    }

    /** What could not be taken, or how it was taken; after {@link #read}. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    private Consolidation consolidation(boolean ofTowns) {
        if (!ofTowns) {
            return target.town() == null ? Consolidation.ENTERED : Consolidation.SINGLE;
        }
        return unit.unit().base().contains("%") ? Consolidation.MINIMUM : Consolidation.SUM;
    }

    private List<WholeIndicator.Asked> reporters() {
        MunicipalityCode own = target.town();
        return (own == null ? townsInCells : Set.of(own))
                .stream().map(town -> new WholeIndicator.Asked(town, null)).toList();
    }

    private Baseline baseline() {
        Map.Entry<ColumnMeaning, LineCell> found =
                line.cellsOf(ColumnKind.BASELINE).stream().findFirst().orElse(null);
        if (found == null) {
            return later("");
        }
        LineCell cell = found.getValue();
        places.put(IndicatorPart.BASELINE, cell.place());
        switch (cells.read(cell, unit.unit())) {
            case CellReading.One(
                    TypedFigure.Figure(Observed.Value(BigDecimal value), var year, var note),
                    var bound,
                    var converted)
            when bound == Bound.EXACT -> {
                say(cell, value, converted);
                decimals = Math.max(decimals, value.scale());
                FiscalYear of = year == null ? found.getKey().year() : year;
                return of == null ? later(note) : new Baseline.Measured(value, of);
            }
            case CellReading.One(TypedFigure.NoFigure _, var _, var _) -> {
                return PrintedLine.isNothing(cell.text()) ? new Baseline.Absent() : later(cell.text());
            }
            case CellReading.One(TypedFigure.NotUnderstood(String typed, String message), var _, var _) ->
                problem(cell.place(), "現状値「%s」: %s".formatted(typed, message));
            case CellReading.One(TypedFigure.Blank _, var _, var _) -> {}
            default -> problem(cell.place(), "現状値「%s」は1つの数値にしてください。".formatted(cell.text()));
        }
        return later("");
    }

    private static Baseline later(String note) {
        return new Baseline.AddedLater(note);
    }

    private void readTargets() {
        for (Map.Entry<ColumnMeaning, LineCell> found : line.cellsOf(ColumnKind.TARGET)) {
            LineCell cell = found.getValue();
            FiscalYear year = found.getKey().year();
            switch (cells.read(cell, unit.unit())) {
                case CellReading.One(
                        TypedFigure.Figure(Observed.Value(BigDecimal value), FiscalYear own, String _),
                        var bound,
                        var converted)
                when own != null || year != null -> {
                    FiscalYear of = Objects.requireNonNull(own == null ? year : own);
                    decimals = Math.max(decimals, value.scale());
                    targets.add(new Target(of, value));
                    places.put(IndicatorPart.target(of), cell.place());
                    if (bound == Bound.EXACT) {
                        say(cell, value, converted);
                    } else {
                        findings.add(Finding.notice(
                                cell.place(),
                                no,
                                "目標値「%s」は %s として取り込みます。".formatted(cell.text(), FigureFormat.asEntered(value))));
                    }
                }
                case CellReading.One(TypedFigure.Figure(Observed.Value _, var own, String _), var _, var _)
                when own == null -> problem(cell.place(), yearUnknown("目標値", cell));
                case CellReading.One(TypedFigure.NotUnderstood(String typed, String message), var _, var _)
                when DIGIT.matcher(typed).find() -> problem(cell.place(), "目標値「%s」: %s".formatted(typed, message));
                case CellReading.One(TypedFigure.NotUnderstood _, var _, var _),
                        CellReading.One(TypedFigure.NoFigure _, var _, var _) ->
                    findings.add(Finding.leftOut(
                            cell.place(),
                            no,
                            "目標値「%s」は数値でないため取り込みません。".formatted(cell.text().strip())));
                case CellReading.One(TypedFigure.Blank _, var _, var _) -> {}
                default -> problem(cell.place(), "目標値「%s」は1つの数値にしてください。".formatted(cell.text()));
            }
        }
    }

    private void readActuals() {
        for (Map.Entry<ColumnMeaning, LineCell> found : line.cellsOf(ColumnKind.ACTUAL)) {
            FiscalYear year = found.getKey().year();
            if (year == null) {
                continue;
            }
            LineCell cell = found.getValue();
            if (year.compareTo(target.newestActuals()) > 0 && !cell.text().isBlank()) {
                problem(
                        cell.place(),
                        "%sの実績値がありますが、最新の実績は%sとして取り込もうとしています。年度を確かめてください。"
                                .formatted(
                                        year.shortLabel(),
                                        target.newestActuals().shortLabel()));
                continue;
            }
            switch (cells.read(cell, unit.unit())) {
                case CellReading.OfTowns(var figures) -> {
                    figures.forEach((town, figure) -> {
                        townsInCells.add(town);
                        readActual(year, town, cell, figure);
                    });
                    findings.add(new Finding(
                            Finding.Weight.CHECK,
                            cell.place(),
                            no,
                            year,
                            Finding.TOWNS_IN_ONE_CELL,
                            "1つのセルに市町村ごとの値があるため、市町村別に取り込みます。1つの値にするときは「%s」です。公表した評価と合うか確かめてください。"
                                    .formatted(consolidation(true).label())));
                }
                case CellReading.One(TypedFigure.Figure _, Bound bound, var _)
                when bound != Bound.EXACT ->
                    problem(
                            cell.place(),
                            "%sの実績値「%s」: 幅のある書き方は集計できません。1つの数値にし、事情は（ ）に入れてください。例 100(概数)"
                                    .formatted(year.shortLabel(), Quote.of(cell.text())));
                case CellReading.One(TypedFigure figure, var _, boolean converted) -> {
                    if (converted
                            && figure instanceof TypedFigure.Figure(Observed.Value(BigDecimal value), var _, var _)) {
                        say(cell, value, true);
                    }
                    readActual(year, townOf(found.getKey()), cell, figure);
                }
            }
        }
    }

    /** Whose figures a column or a row holds: those of the municipality that it names, or else the owner's. */
    private @Nullable MunicipalityCode townOf(ColumnMeaning meaning) {
        String named = meaning.town();
        MunicipalityCode town = named == null ? null : target.towns().get(named);
        if (town == null) {
            return target.town();
        }
        townsInCells.add(town);
        return town;
    }

    private void readActual(FiscalYear year, @Nullable MunicipalityCode town, LineCell cell, TypedFigure figure) {
        if (figure instanceof TypedFigure.NotUnderstood(String typed, String message)) {
            problem(cell.place(), "%sの実績値「%s」: %s".formatted(year.shortLabel(), typed.strip(), message));
        }
        figure.observation().ifPresent(observation -> take(year, town, cell, observation));
    }

    private void take(FiscalYear year, @Nullable MunicipalityCode town, LineCell cell, Observation observation) {
        FiscalYear reference = observation.referenceYear();
        if (reference != null && reference.compareTo(year) > 0) {
            problem(
                    cell.place(),
                    "%sの欄の値「%s」が、それより後の%sの値になっています。年度を確かめてください。"
                            .formatted(year.shortLabel(), cell.text(), reference.shortLabel()));
            return;
        }
        try {
            figures.add(new WholeIndicator.Figure(year, town, observation.checkedFor(year)));
        } catch (WrongFigureException e) {
            problem(cell.place(), "%sの実績値「%s」: %s".formatted(year.shortLabel(), Quote.of(cell.text()), e.words()));
            return;
        }
        if (observation.observed() instanceof Observed.Value(BigDecimal value)) {
            decimals = Math.max(decimals, value.scale());
        }
        places.put(IndicatorPart.figure(year, town), cell.place());
    }

    /** What was converted is shown. */
    private void say(LineCell cell, BigDecimal value, boolean converted) {
        if (converted) {
            findings.add(Finding.notice(
                    cell.place(),
                    no,
                    "「%s」は、単位「%s」に直して %s として取り込みます。"
                            .formatted(cell.text(), unit.unit().written(), FigureFormat.asEntered(value))));
        }
    }

    private static String yearUnknown(String what, LineCell cell) {
        return "%s「%s」の年度が分かりません。列の年度を選ぶか、5(R4) のように値の後に年度を書いてください。".formatted(what, cell.text());
    }

    private void problem(CellPlace place, String message) {
        findings.add(Finding.problem(place, no, message));
    }
}
