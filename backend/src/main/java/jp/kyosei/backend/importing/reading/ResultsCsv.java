package jp.kyosei.backend.importing.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.ChangeDigits;
import jp.kyosei.backend.evaluation.Consolidation;
import jp.kyosei.backend.evaluation.Direction;
import jp.kyosei.backend.evaluation.Target;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.FlatFigure;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.figure.WrongFigureException;
import jp.kyosei.backend.importing.document.IndicatorPart;
import jp.kyosei.backend.importing.document.WholeIndicator;
import jp.kyosei.backend.importing.document.WholePlan;
import jp.kyosei.backend.indicator.IndicatorKind;
import jp.kyosei.backend.resultsbook.CsvColumn;
import jp.kyosei.backend.sheet.Book;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.sheet.Sheet;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.text.FormulaMark;
import org.jspecify.annotations.Nullable;

/** Reads {@code results.csv} of this product back into its plan: one row an indicator, fiscal year and municipality. */
public final class ResultsCsv {
    private static final String TITLE = "results.csv";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_ROWS_ABOVE = 30;

    private final ImportTarget target;
    private final List<Finding> findings = new ArrayList<>();
    private final List<SeenFigure> totals = new ArrayList<>();
    private final SequencedMap<Key, Parts> parts = new LinkedHashMap<>();

    /** Spreadsheets make days of numbers such as 1-2, but not of names. */
    private record Key(String no, String name) {}

    private record Parts(
            RecordSheet.Line row, List<WholeIndicator.Figure> figures, Map<IndicatorPart, CellPlace> places) {}

    private ResultsCsv(ImportTarget target) {
        this.target = target;
    }

    /** What the file says; empty where the book is another one. */
    public static Optional<ReadPlan> of(ImportTarget target, Book book) {
        return book.sheets().stream()
                .filter(sheet -> sheet.rows().stream().limit(MOST_ROWS_ABOVE).anyMatch(ResultsCsv::isHeads))
                .findFirst()
                .map(sheet -> new ResultsCsv(target).read(sheet));
    }

    private static boolean isHeads(Sheet.Row row) {
        List<String> heads =
                row.cells().stream().map(cell -> cell.text().strip()).toList();
        return List.of(
                        CsvColumn.NO,
                        CsvColumn.NAME,
                        CsvColumn.YEAR,
                        CsvColumn.WHOSE,
                        CsvColumn.MUNICIPALITY,
                        CsvColumn.VALUE,
                        CsvColumn.MISSING)
                .stream()
                .allMatch(column -> heads.contains(column.title()));
    }

    private ReadPlan read(Sheet sheet) {
        if (target.isNew()) {
            findings.add(Finding.problem(
                    null, "", "results.csv は、登録済みの計画に取り込むファイルです。方向や報告する市町村がないため、新しい計画はつくれません。results.xlsx を選んでください。"));
        } else {
            new RecordSheet(TITLE, List.of(CsvColumn.values()), sheet, findings)
                    .records()
                    .forEach(this::take);
        }
        List<ReadIndicator> indicators =
                parts.values().stream().map(this::indicator).toList();
        WholePlan plan =
                target.planOf(indicators.stream().map(ReadIndicator::whole).toList());
        return new ReadPlan(plan, indicators, findings, List.of(), true, totals);
    }

    private void take(RecordSheet.Line row) {
        FiscalYear year = row.requiredYear(CsvColumn.YEAR);
        String no = FormulaMark.unmarked(row.text(CsvColumn.NO).strip());
        String name = FormulaMark.unmarked(row.text(CsvColumn.NAME).strip());
        String whose = row.text(CsvColumn.WHOSE).strip();
        if (whose.equals(CsvColumn.TOTAL)) {
            Cell value = row.cell(CsvColumn.VALUE);
            if (value != null) {
                totals.add(
                        SeenFigure.of(no, name, row.text(CsvColumn.UNIT), year, "", value, row.place(CsvColumn.VALUE)));
            }
        } else if (whose.equals(CsvColumn.PART)) {
            Parts of = parts.computeIfAbsent(
                    new Key(no, name), key -> new Parts(row, new ArrayList<>(), new LinkedHashMap<>()));
            part(row, year, of);
        } else {
            row.wrong(CsvColumn.WHOSE, "「集計」か「市町村」にしてください");
        }
    }

    private static void part(RecordSheet.Line row, FiscalYear year, Parts of) {
        MunicipalityCode town = row.town(CsvColumn.MUNICIPALITY);
        FiscalYear reference = row.year(CsvColumn.REFERENCE_YEAR);
        MissingReason reason = row.oneOf(CsvColumn.MISSING, MissingReason.values(), MissingReason::name);
        BigDecimal value = row.figure(CsvColumn.VALUE);
        BigDecimal numerator = row.figure(CsvColumn.NUMERATOR);
        BigDecimal denominator = row.figure(CsvColumn.DENOMINATOR);
        boolean isRatio = numerator != null && denominator != null;
        if (numerator != null && denominator != null && value != null && !isQuotient(value, numerator, denominator)) {
            row.wrong(CsvColumn.VALUE, "値は分子と分母から計算します。分子と分母を直すか、分子と分母を空にしてください");
            return;
        }
        FlatFigure flat = new FlatFigure(
                isRatio ? null : value,
                numerator,
                denominator,
                reason,
                reason == null ? "" : FormulaMark.unmarked(row.text(CsvColumn.MISSING_NOTE)),
                reference == null ? null : reference.year());
        if (value == null && numerator == null && denominator == null && reason == null) {
            // A blank cell changes nothing.
            return;
        }
        if (of.places().putIfAbsent(IndicatorPart.figure(year, town), row.place(CsvColumn.VALUE)) != null) {
            row.wrong(CsvColumn.YEAR, "同じ指標・年度・市町村の行が2つあります。1つにしてください");
            return;
        }
        try {
            of.figures().add(new WholeIndicator.Figure(year, town, flat.figure().checkedFor(year)));
        } catch (WrongFigureException e) {
            row.refused(CsvColumn.VALUE, e.words());
        }
    }

    /** As the value was printed, with its digits cut off or rounded; as a share or in percent. */
    private static boolean isQuotient(BigDecimal value, BigDecimal numerator, BigDecimal denominator) {
        if (denominator.signum() == 0) {
            return true;
        }
        BigDecimal share = numerator.divide(denominator, MathContext.DECIMAL128);
        for (BigDecimal exact : List.of(share, share.multiply(HUNDRED))) {
            for (RoundingMode mode : List.of(RoundingMode.HALF_UP, RoundingMode.DOWN)) {
                if (exact.setScale(Math.max(0, value.scale()), mode).compareTo(value) == 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private ReadIndicator indicator(Parts of) {
        RecordSheet.Line row = of.row();
        of.places().put(IndicatorPart.UNIT, row.place(CsvColumn.UNIT));
        of.places().put(IndicatorPart.BASELINE, row.place(CsvColumn.BASELINE));
        BigDecimal wanted = row.figure(CsvColumn.TARGET);
        FiscalYear until = row.year(CsvColumn.TARGET_YEAR);
        List<Target> targets = wanted == null || until == null ? List.of() : List.of(new Target(until, wanted));
        targets.forEach(each -> of.places().put(IndicatorPart.target(each.fiscalYear()), row.place(CsvColumn.TARGET)));
        WholeIndicator whole = new WholeIndicator(
                FormulaMark.unmarked(row.text(CsvColumn.NO).strip()),
                IndicatorKind.KPI,
                row.text(CsvColumn.SECTION).strip(),
                FormulaMark.unmarked(row.text(CsvColumn.NAME)),
                "",
                FormulaMark.unmarked(row.text(CsvColumn.UNIT)),
                0,
                ChangeDigits.OWN,
                false,
                Direction.HIGHER,
                false,
                null,
                baseline(row),
                targets,
                null,
                Consolidation.SINGLE,
                List.of(),
                "",
                of.figures(),
                List.of(),
                List.of());
        return new ReadIndicator(whole, true, row.place(CsvColumn.NAME), of.places());
    }

    private static Baseline baseline(RecordSheet.Line row) {
        @Nullable BigDecimal value = row.figure(CsvColumn.BASELINE);
        @Nullable FiscalYear year = row.year(CsvColumn.BASELINE_YEAR);
        return value == null || year == null ? new Baseline.AddedLater("") : new Baseline.Measured(value, year);
    }
}
