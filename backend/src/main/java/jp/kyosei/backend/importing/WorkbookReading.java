package jp.kyosei.backend.importing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kyosei.backend.actual.narrative.NarrativeText;
import jp.kyosei.backend.evaluation.ChangeDigits;
import jp.kyosei.backend.evaluation.Consolidation;
import jp.kyosei.backend.evaluation.Direction;
import jp.kyosei.backend.evaluation.ProgressFormula;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.indicator.IndicatorKind;
import jp.kyosei.backend.plan.PlanKind;
import jp.kyosei.backend.resultsbook.ActualColumn;
import jp.kyosei.backend.resultsbook.BaselineLabel;
import jp.kyosei.backend.resultsbook.IndicatorColumn;
import jp.kyosei.backend.resultsbook.InitiativeColumn;
import jp.kyosei.backend.resultsbook.NarrativeColumn;
import jp.kyosei.backend.resultsbook.PlanColumn;
import jp.kyosei.backend.resultsbook.RecordColumn;
import jp.kyosei.backend.resultsbook.ReporterColumn;
import jp.kyosei.backend.resultsbook.SectionColumn;
import jp.kyosei.backend.resultsbook.TargetColumn;
import jp.kyosei.backend.resultsbook.WorkbookColumns;
import jp.kyosei.backend.sheet.Book;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.sheet.Sheet;
import org.jspecify.annotations.Nullable;

/** Reads this product's own results workbook back, by its machine-readable sheets. */
final class WorkbookReading {
    private static final int MOST_DECIMALS = 6;

    private final ImportTarget target;
    private final Map<String, Sheet> sheets;
    private final List<Finding> findings = new ArrayList<>();

    private WorkbookReading(ImportTarget target, Book book) {
        this.target = target;
        this.sheets = book.sheets().stream()
                .collect(Collectors.toMap(Sheet::name, Function.identity(), (first, second) -> first));
    }

    /** What the workbook says; empty where the book is another one. */
    static Optional<ReadPlan> of(ImportTarget target, Book book) {
        boolean own = book.sheets().stream()
                .filter(sheet -> sheet.name().equals(WorkbookColumns.Sheet.PLAN.title()))
                .flatMap(sheet -> sheet.rows().stream().skip(1).limit(1))
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> cell.text().equals(WorkbookColumns.FORM));
        return own ? Optional.of(new WorkbookReading(target, book).read()) : Optional.empty();
    }

    private List<RecordSheet.Line> records(WorkbookColumns.Sheet form) {
        Sheet sheet = sheets.get(form.title());
        if (sheet == null) {
            findings.add(Finding.problem(null, "", "シート「%s」がありません。出力したときのシートをそのまま残してください。".formatted(form.title())));
            return List.of();
        }
        return new RecordSheet(form, sheet, findings).records();
    }

    private ReadPlan read() {
        List<RecordSheet.Line> plans = records(WorkbookColumns.Sheet.PLAN);
        Map<String, Parts> parts = new LinkedHashMap<>();
        for (RecordSheet.Line row : records(WorkbookColumns.Sheet.INDICATORS)) {
            String no = row.text(IndicatorColumn.NO).strip();
            if (no.isEmpty()) {
                row.wrong(IndicatorColumn.NO, "指標番号を入れてください");
            } else if (parts.putIfAbsent(no, new Parts(row)) != null) {
                row.wrong(IndicatorColumn.NO, "指標番号が重複しています。1つにしてください");
            }
        }
        readParts(parts);
        List<ReadIndicator> indicators =
                parts.values().stream().map(part -> part.indicator(target)).toList();
        PlanDocument document = document(plans, indicators);
        if (indicators.isEmpty()) {
            findings.add(Finding.problem(null, "", "シート「指標」に指標がありません。"));
        }
        return new ReadPlan(document, indicators, findings, true);
    }

    private PlanDocument document(List<RecordSheet.Line> plans, List<ReadIndicator> indicators) {
        List<PlanDocument.IndicatorEntry> entries =
                indicators.stream().map(ReadIndicator::entry).toList();
        if (plans.isEmpty()) {
            findings.add(Finding.problem(null, "", "シート「計画」に計画がありません。"));
            return new PlanDocument(
                    target.owner().slug(),
                    target.slug(),
                    target.title(),
                    PlanKind.BASIC_PLAN,
                    target.newestActuals().year(),
                    target.newestActuals().year(),
                    List.of("体系"),
                    List.of(new PlanDocument.VersionEntry(1, "取込", null)),
                    List.of(),
                    List.of(),
                    entries);
        }
        RecordSheet.Line plan = plans.getFirst();
        if (!Integer.toString(WorkbookColumns.FORM_VERSION)
                .equals(plan.text(PlanColumn.FORM_VERSION).strip())) {
            plan.wrong(PlanColumn.FORM_VERSION, "このファイルの様式の版は読み込めません。最新の様式で出力し直してください");
        }
        List<String> levels = List.of(PlanColumn.values()).stream()
                .filter(column -> column.compareTo(PlanColumn.LEVEL_1) >= 0)
                .map(plan::text)
                .filter(name -> !name.isBlank())
                .toList();
        return new PlanDocument(
                target.owner().slug(),
                target.slug(),
                target.title().isEmpty() ? plan.text(PlanColumn.TITLE) : target.title(),
                plan.oneOf(PlanColumn.KIND, PlanKind.values(), PlanKind::label, PlanKind.BASIC_PLAN),
                plan.requiredYear(PlanColumn.FIRST_YEAR),
                plan.requiredYear(PlanColumn.LAST_YEAR),
                levels,
                List.of(new PlanDocument.VersionEntry(1, plan.text(PlanColumn.VERSION_TITLE), null)),
                sections(),
                initiatives(),
                entries);
    }

    private List<PlanDocument.SectionEntry> sections() {
        return records(WorkbookColumns.Sheet.SECTIONS).stream()
                .map(row -> new PlanDocument.SectionEntry(
                        row.text(SectionColumn.NUMBER).strip(),
                        row.textOrNull(SectionColumn.PARENT),
                        row.text(SectionColumn.TITLE),
                        row.text(SectionColumn.BODY)))
                .toList();
    }

    private List<PlanDocument.InitiativeEntry> initiatives() {
        Map<String, List<RecordSheet.Line>> byNumber = records(WorkbookColumns.Sheet.INITIATIVES).stream()
                .collect(Collectors.groupingBy(
                        row -> row.text(InitiativeColumn.NUMBER), LinkedHashMap::new, Collectors.toList()));
        return byNumber.values().stream().map(this::initiative).toList();
    }

    private PlanDocument.InitiativeEntry initiative(List<RecordSheet.Line> rows) {
        Set<String> towns = new LinkedHashSet<>();
        Set<PlanDocument.SpanEntry> spans = new LinkedHashSet<>();
        for (RecordSheet.Line row : rows) {
            Optional.ofNullable(row.town(InitiativeColumn.MUNICIPALITY)).ifPresent(towns::add);
            if (!row.text(InitiativeColumn.FIRST_YEAR).isBlank()) {
                spans.add(new PlanDocument.SpanEntry(
                        row.requiredYear(InitiativeColumn.FIRST_YEAR),
                        row.requiredYear(InitiativeColumn.LAST_YEAR),
                        row.text(InitiativeColumn.TEXT)));
            }
        }
        RecordSheet.Line first = rows.getFirst();
        return new PlanDocument.InitiativeEntry(
                first.text(InitiativeColumn.SECTION).strip(),
                first.text(InitiativeColumn.TITLE),
                List.copyOf(towns),
                List.copyOf(spans));
    }

    private void readParts(Map<String, Parts> parts) {
        for (RecordSheet.Line row : records(WorkbookColumns.Sheet.TARGETS)) {
            Parts part = part(parts, row, TargetColumn.NO);
            BigDecimal value = row.figure(TargetColumn.TARGET);
            if (part != null && value != null) {
                int year = row.requiredYear(TargetColumn.YEAR);
                part.targets.add(new PlanDocument.TargetEntry(year, value));
                part.places.put(ReadIndicator.target(year), row.place(TargetColumn.TARGET));
            }
        }
        for (RecordSheet.Line row : records(WorkbookColumns.Sheet.REPORTERS)) {
            Parts part = part(parts, row, ReporterColumn.NO);
            String town = row.town(ReporterColumn.MUNICIPALITY);
            if (part != null && town != null) {
                part.reporters.add(new PlanDocument.ReporterEntry(town, row.textOrNull(ReporterColumn.DEPARTMENT)));
            }
        }
        for (RecordSheet.Line row : records(WorkbookColumns.Sheet.ACTUALS)) {
            Parts part = part(parts, row, ActualColumn.NO);
            if (part != null) {
                actual(row, part);
            }
        }
        for (RecordSheet.Line row : records(WorkbookColumns.Sheet.NARRATIVES)) {
            Parts part = part(parts, row, NarrativeColumn.NO);
            if (part != null) {
                narrative(row, part);
            }
        }
        for (RecordSheet.Line row : records(WorkbookColumns.Sheet.RECORDS)) {
            Parts part = part(parts, row, RecordColumn.NO);
            if (part != null) {
                int year = row.requiredYear(RecordColumn.YEAR);
                part.records.add(new PlanDocument.RecordEntry(
                        year,
                        row.textOrNull(RecordColumn.GRADE),
                        row.textOrNull(RecordColumn.RATE),
                        row.textOrNull(RecordColumn.CHANGE),
                        row.figure(RecordColumn.TARGET)));
                part.places.put(ReadIndicator.record(year, ""), row.place(RecordColumn.NO));
            }
        }
    }

    private void actual(RecordSheet.Line row, Parts part) {
        int year = row.requiredYear(ActualColumn.YEAR);
        String town = row.town(ActualColumn.MUNICIPALITY);
        BigDecimal value = row.figure(ActualColumn.VALUE);
        BigDecimal numerator = row.figure(ActualColumn.NUMERATOR);
        BigDecimal denominator = row.figure(ActualColumn.DENOMINATOR);
        MissingReason reason = row.oneOf(ActualColumn.MISSING, MissingReason.values(), MissingReason::name);
        int given =
                (value == null ? 0 : 1) + (numerator == null && denominator == null ? 0 : 1) + (reason == null ? 0 : 1);
        boolean ratioIsWhole = (numerator == null) == (denominator == null);
        if (given != 1 || !ratioIsWhole || (denominator != null && denominator.signum() < 0)) {
            row.wrong(ActualColumn.VALUE, "値、分子と分母、欠測理由コードのどれか1つを入れてください");
            return;
        }
        CellPlace place = row.place(reason == null ? ActualColumn.VALUE : ActualColumn.MISSING);
        if (part.places.putIfAbsent(ReadIndicator.actual(year, town), place) != null) {
            row.wrong(ActualColumn.YEAR, "同じ指標・年度・市町村の行が2つあります。1つにしてください");
            return;
        }
        part.actuals.add(new PlanDocument.ActualEntry(
                year,
                town,
                value,
                numerator,
                denominator,
                reason == null ? null : new PlanDocument.MissingEntry(reason, row.text(ActualColumn.MISSING_NOTE)),
                row.year(ActualColumn.REFERENCE_YEAR),
                row.textOrNull(ActualColumn.NOTE)));
    }

    private static void narrative(RecordSheet.Line row, Parts part) {
        int year = row.requiredYear(NarrativeColumn.YEAR);
        String town = row.town(NarrativeColumn.MUNICIPALITY);
        for (NarrativeColumn column :
                List.of(NarrativeColumn.PROGRESS, NarrativeColumn.OUTLOOK, NarrativeColumn.INITIATIVES)) {
            String text = row.text(column);
            if (text.codePointCount(0, text.length()) > NarrativeText.MAX_LENGTH) {
                row.wrong(column, "%,d 字までにしてください".formatted(NarrativeText.MAX_LENGTH));
                return;
            }
        }
        if (part.places.putIfAbsent(ReadIndicator.narrative(year, town), row.place(NarrativeColumn.PROGRESS)) != null) {
            row.wrong(NarrativeColumn.YEAR, "同じ指標・年度・市町村の行が2つあります。1つにしてください");
            return;
        }
        part.narratives.add(new PlanDocument.NarrativeEntry(
                year,
                town,
                row.text(NarrativeColumn.PROGRESS),
                row.text(NarrativeColumn.OUTLOOK),
                row.text(NarrativeColumn.INITIATIVES)));
    }

    private static @Nullable Parts part(Map<String, Parts> parts, RecordSheet.Line row, WorkbookColumns.Column no) {
        Parts part = parts.get(row.text(no).strip());
        if (part == null) {
            row.wrong(no, "シート「指標」にある指標番号にしてください");
        }
        return part;
    }

    /** What the sheets say of one indicator. */
    private static final class Parts {
        private final RecordSheet.Line row;
        private final List<PlanDocument.TargetEntry> targets = new ArrayList<>();
        private final List<PlanDocument.ReporterEntry> reporters = new ArrayList<>();
        private final List<PlanDocument.ActualEntry> actuals = new ArrayList<>();
        private final List<PlanDocument.NarrativeEntry> narratives = new ArrayList<>();
        private final List<PlanDocument.RecordEntry> records = new ArrayList<>();
        private final Map<String, CellPlace> places = new HashMap<>();

        Parts(RecordSheet.Line row) {
            this.row = row;
            places.put(ReadIndicator.UNIT, row.place(IndicatorColumn.UNIT));
            places.put(ReadIndicator.BASELINE, row.place(IndicatorColumn.BASELINE));
        }

        ReadIndicator indicator(ImportTarget target) {
            return new ReadIndicator(entry(target), true, row.place(IndicatorColumn.NAME), places);
        }

        private PlanDocument.IndicatorEntry entry(ImportTarget target) {
            Integer decimals = row.whole(IndicatorColumn.DECIMALS);
            if (decimals == null || decimals < 0 || decimals > MOST_DECIMALS) {
                row.wrong(IndicatorColumn.DECIMALS, "0〜%d の整数にしてください".formatted(MOST_DECIMALS));
                decimals = 0;
            }
            return new PlanDocument.IndicatorEntry(
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
                    actuals,
                    records,
                    narratives);
        }

        private PlanDocument.BaselineEntry baseline() {
            BaselineLabel label = row.oneOf(
                    IndicatorColumn.BASELINE_KIND,
                    BaselineLabel.values(),
                    BaselineLabel::label,
                    BaselineLabel.ADDED_LATER);
            return switch (label) {
                case MEASURED ->
                    new PlanDocument.BaselineEntry(
                            PlanDocument.BaselineKind.MEASURED,
                            row.figure(IndicatorColumn.BASELINE),
                            row.year(IndicatorColumn.BASELINE_YEAR),
                            null);
                case ABSENT -> new PlanDocument.BaselineEntry(PlanDocument.BaselineKind.ABSENT, null, null, null);
                case ADDED_LATER ->
                    new PlanDocument.BaselineEntry(
                            PlanDocument.BaselineKind.ADDED_LATER, null, null, row.text(IndicatorColumn.BASELINE_NOTE));
            };
        }
    }
}
