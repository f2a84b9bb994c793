package jp.kyosei.backend.importing;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kyosei.backend.evaluation.ChangeDigits;
import jp.kyosei.backend.evaluation.Consolidation;
import jp.kyosei.backend.evaluation.Direction;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.figure.TypedFigure;
import jp.kyosei.backend.indicator.IndicatorKind;
import jp.kyosei.backend.plan.PlanKind;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.OwnerKind;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.ColumnMeaning;
import jp.kyosei.backend.understanding.IndicatorLine;
import jp.kyosei.backend.understanding.LineCell;
import jp.kyosei.backend.understanding.UnderstoodColumn;
import jp.kyosei.backend.understanding.UnderstoodSheet;
import org.jspecify.annotations.Nullable;

/**
 * Makes a plan of the lines of understood sheets. What a sheet does not say of an indicator (direction, who reports) is
 * taken in the plainest way and named where it matters.
 */
final class PlanAssembly {
    private static final int MOST_DECIMALS = 6;
    private static final Pattern QUALIFIED = Pattern.compile("^(.*[0-9０-９][^以未超]*?)\\s*(以上|以下|未満|超)\\s*$");
    private static final Pattern CIRCLED = Pattern.compile("[①-⑳]");
    private static final Pattern NOTHING_PRINTED = Pattern.compile("[-−―—–‐─ー…・/\\s]*");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[△▲+−-]?[0-9,]+");
    private static final String CUMULATIVE_WORD = "累計";

    private final ImportTarget target;
    private final FigureCells cells;
    private final NarrativeBlock narratives;
    private final SectionTree tree = new SectionTree();
    private final List<Finding> findings = new ArrayList<>();
    private final List<ReadIndicator> indicators = new ArrayList<>();
    private final Map<String, Integer> counters = new HashMap<>();
    private final Map<String, CellPlace> byNumber = new HashMap<>();
    private final Map<String, CellPlace> byName = new HashMap<>();

    PlanAssembly(ImportTarget target) {
        this.target = target;
        this.cells = new FigureCells(target.towns());
        this.narratives = new NarrativeBlock(target.towns());
    }

    ReadPlan of(List<UnderstoodSheet> sheets) {
        Set<String> levels = new LinkedHashSet<>();
        for (UnderstoodSheet sheet : sheets) {
            sheet.problems().forEach(problem -> findings.add(Finding.problem(problem.place(), "", problem.message())));
            sheet.columns().stream()
                    .filter(column -> column.meaning().kind() == ColumnKind.SECTION)
                    .forEach(column -> levels.add(
                            CIRCLED.matcher(column.label()).replaceAll("").strip()));
            checkYears(sheet);
            boolean marks = sheet.lines().stream().anyMatch(IndicatorLine::marked);
            sheet.lines().forEach(line -> add(sheet, line, marks));
        }
        if (indicators.isEmpty()) {
            findings.add(Finding.problem(null, "", "指標の表が見つかりません。「指標名」「単位」「現状値」「実績値」「目標値」などの見出しがある表かどうか、確かめてください。"));
        }
        return new ReadPlan(document(List.copyOf(levels)), indicators, findings, false);
    }

    private PlanDocument document(List<String> levels) {
        List<String> levelNames =
                new ArrayList<>(levels.stream().limit(tree.depth()).toList());
        for (int level = levelNames.size() + 1; level <= tree.depth(); level++) {
            levelNames.add(level == 1 ? "体系" : "階層" + level);
        }
        List<PlanDocument.IndicatorEntry> entries =
                indicators.stream().map(ReadIndicator::entry).toList();
        int first = entries.stream()
                .flatMap(entry -> entry.actuals().stream())
                .mapToInt(PlanDocument.ActualEntry::fiscalYear)
                .min()
                .orElse(target.newestActuals().year());
        int last = entries.stream()
                .flatMap(entry -> entry.targets().stream())
                .mapToInt(PlanDocument.TargetEntry::fiscalYear)
                .max()
                .orElse(target.newestActuals().year());
        int newest = entries.stream()
                .flatMap(entry -> entry.actuals().stream())
                .mapToInt(PlanDocument.ActualEntry::fiscalYear)
                .max()
                .orElse(first);
        return new PlanDocument(
                target.owner().slug(),
                target.slug(),
                target.title(),
                kind(),
                Math.min(first, last),
                Math.max(last, newest),
                levelNames,
                List.of(new PlanDocument.VersionEntry(1, "取込", null)),
                tree.sections(),
                List.of(),
                entries);
    }

    private PlanKind kind() {
        if (target.title().contains("総合戦略")) {
            return PlanKind.COMPREHENSIVE_STRATEGY;
        }
        return target.owner().kind() == OwnerKind.ALLIANCE || target.title().contains("共生ビジョン")
                ? PlanKind.JOINT_VISION
                : PlanKind.BASIC_PLAN;
    }

    private void checkYears(UnderstoodSheet sheet) {
        for (UnderstoodColumn column : sheet.columns()) {
            ColumnMeaning meaning = column.meaning();
            CellPlace place = new CellPlace(
                    sheet.name(),
                    sheet.headerRows().isEmpty() ? 0 : sheet.headerRows().getLast(),
                    column.index());
            FiscalYear year = meaning.year();
            boolean cellsMaySay = meaning.kind() == ColumnKind.BASELINE || meaning.kind() == ColumnKind.TARGET;
            if (meaning.kind().isOfYear() && year == null && !cellsMaySay) {
                findings.add(Finding.problem(place, "", "「%s」の列の年度が分かりません。列の年度を選んでください。".formatted(column.label())));
            }
        }
    }

    private void add(UnderstoodSheet sheet, IndicatorLine line, boolean marks) {
        new Reading(sheet, line, marks).take();
    }

    /** One line on its way into the plan. */
    private final class Reading {
        private final UnderstoodSheet sheet;
        private final IndicatorLine line;
        private final boolean marks;
        private final String section;
        private final String unit;
        private final String no;
        private final Map<String, CellPlace> places = new HashMap<>();
        private final List<PlanDocument.ActualEntry> actuals = new ArrayList<>();
        private final List<PlanDocument.TargetEntry> targets = new ArrayList<>();
        private final TreeMap<Integer, PlanDocument.RecordEntry> records = new TreeMap<>();
        private final List<PlanDocument.NarrativeEntry> words = new ArrayList<>();
        private final Set<MunicipalityCode> townsInCells = new LinkedHashSet<>();
        private int decimals;

        Reading(UnderstoodSheet sheet, IndicatorLine line, boolean marks) {
            this.sheet = sheet;
            this.line = line;
            this.marks = marks;
            this.section = tree.number(line.sections());
            this.unit = line.text(ColumnKind.UNIT).replaceAll("\\s+", "");
            String printed = Normalizer.normalize(line.text(ColumnKind.NO), Normalizer.Form.NFKC)
                    .strip();
            this.no = printed.isEmpty() ? madeUp() : printed;
        }

        private String madeUp() {
            boolean top = !section.contains("-");
            String prefix = line.goal() && top ? section + "-0" : section;
            return prefix + "-" + counters.merge(prefix, 1, Integer::sum);
        }

        void take() {
            if (isRepeated()) {
                return;
            }
            line.cell(ColumnKind.UNIT).ifPresent(cell -> places.put(ReadIndicator.UNIT, cell.place()));
            PlanDocument.BaselineEntry baseline = baseline();
            readTargets();
            readActuals();
            readRecords();
            readNarratives();
            boolean ofTowns = !townsInCells.isEmpty();
            PlanDocument.IndicatorEntry entry = new PlanDocument.IndicatorEntry(
                    no,
                    line.goal() ? IndicatorKind.GOAL : IndicatorKind.KPI,
                    section,
                    line.name(),
                    "",
                    unit,
                    Math.min(decimals, MOST_DECIMALS),
                    changeDigits(),
                    false,
                    Direction.HIGHER,
                    marks ? line.marked() : line.name().contains(CUMULATIVE_WORD),
                    null,
                    baseline,
                    targets,
                    null,
                    consolidation(ofTowns),
                    reporters(),
                    "",
                    actuals,
                    List.copyOf(records.values()),
                    words);
            indicators.add(new ReadIndicator(entry, line.cell(ColumnKind.NO).isPresent(), line.place(), places));
        }

        private boolean isRepeated() {
            CellPlace sameNumber = byNumber.putIfAbsent(no, line.place());
            CellPlace sameName = byName.putIfAbsent(section + "\n" + line.name(), line.place());
            CellPlace first = sameNumber != null ? sameNumber : sameName;
            if (first == null) {
                return false;
            }
            problem(
                    line.place(),
                    "%s「%s」は %s にもあります。同じ指標は1行にしてください。"
                            .formatted(
                                    sameNumber == null ? "指標" : "指標番号 %s の行".formatted(no), line.name(), first.name()));
            return true;
        }

        private Consolidation consolidation(boolean ofTowns) {
            if (!ofTowns) {
                return target.town() == null ? Consolidation.ENTERED : Consolidation.SINGLE;
            }
            return unit.contains("%") || unit.contains("％") ? Consolidation.MINIMUM : Consolidation.SUM;
        }

        private List<PlanDocument.ReporterEntry> reporters() {
            MunicipalityCode own = target.town();
            return (own == null ? townsInCells : Set.of(own))
                    .stream()
                            .map(town -> new PlanDocument.ReporterEntry(town.value(), null))
                            .toList();
        }

        private PlanDocument.BaselineEntry baseline() {
            Map.Entry<ColumnMeaning, LineCell> found =
                    cellsOf(ColumnKind.BASELINE).stream().findFirst().orElse(null);
            if (found == null) {
                return later("");
            }
            LineCell cell = found.getValue();
            places.put(ReadIndicator.BASELINE, cell.place());
            CellReading reading = cells.read(cell, unit);
            if (reading
                    instanceof
                    CellReading.One(TypedFigure.Figure(Observed.Value(BigDecimal value), var year, var note))) {
                decimals = Math.max(decimals, value.scale());
                FiscalYear of = year == null ? found.getKey().year() : year;
                return of == null
                        ? later(note)
                        : new PlanDocument.BaselineEntry(PlanDocument.BaselineKind.MEASURED, value, of.year(), null);
            }
            if (reading instanceof CellReading.One(TypedFigure.NoFigure _)) {
                return NOTHING_PRINTED.matcher(cell.text()).matches()
                        ? new PlanDocument.BaselineEntry(PlanDocument.BaselineKind.ABSENT, null, null, null)
                        : later(cell.text());
            }
            if (reading instanceof CellReading.One(TypedFigure.NotUnderstood(String typed, String message))) {
                problem(cell.place(), "現状値「%s」: %s".formatted(typed, message));
            } else if (reading instanceof CellReading.One(TypedFigure.Blank _)) {
                return later("");
            } else {
                problem(cell.place(), "現状値「%s」は1つの数値にしてください。".formatted(cell.text()));
            }
            return later("");
        }

        private static PlanDocument.BaselineEntry later(String note) {
            return new PlanDocument.BaselineEntry(PlanDocument.BaselineKind.ADDED_LATER, null, null, note);
        }

        private void readTargets() {
            for (Map.Entry<ColumnMeaning, LineCell> found : cellsOf(ColumnKind.TARGET)) {
                LineCell cell = found.getValue();
                Matcher qualified = QUALIFIED.matcher(cell.text());
                LineCell plain = cell;
                if (cell.number() == null && qualified.matches()) {
                    plain = new LineCell(cell.place(), qualified.group(1), null);
                    findings.add(Finding.notice(
                            cell.place(), no, "目標値「%s」は %s として取り込みます。".formatted(cell.text(), qualified.group(1))));
                }
                FiscalYear year = found.getKey().year();
                switch (cells.read(plain, unit)) {
                    case CellReading.One(TypedFigure.Figure(Observed.Value(BigDecimal value), FiscalYear own, String _))
                    when own != null || year != null -> {
                        int of =
                                Objects.requireNonNull(own == null ? year : own).year();
                        decimals = Math.max(decimals, value.scale());
                        targets.add(new PlanDocument.TargetEntry(of, value));
                        places.put(ReadIndicator.target(of), cell.place());
                    }
                    case CellReading.One(TypedFigure.Figure(Observed.Value _, var own, String _))
                    when own == null -> problem(cell.place(), yearUnknown("目標値", cell));
                    case CellReading.One(TypedFigure.NotUnderstood(String typed, String message)) ->
                        problem(cell.place(), "目標値「%s」: %s".formatted(typed, message));
                    case CellReading.One(TypedFigure.Blank _) -> {}
                    default -> problem(cell.place(), "目標値「%s」は1つの数値にしてください。".formatted(cell.text()));
                }
            }
            boolean isNewPlan = !target.title().isEmpty();
            if (isNewPlan
                    && targets.isEmpty()
                    && findings.stream().noneMatch(finding -> finding.no().equals(no))) {
                problem(line.place(), "目標値がありません。目標値の列に数値を入れてください。");
            }
        }

        private void readActuals() {
            for (Map.Entry<ColumnMeaning, LineCell> found : cellsOf(ColumnKind.ACTUAL)) {
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
                switch (cells.read(cell, unit)) {
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
                    case CellReading.One(TypedFigure figure) -> readActual(year, target.town(), cell, figure);
                }
            }
        }

        private void readActual(FiscalYear year, @Nullable MunicipalityCode town, LineCell cell, TypedFigure figure) {
            String code = town == null ? null : town.value();
            switch (figure) {
                case TypedFigure.Figure(Observed.Measured measured, FiscalYear reference, String note) -> {
                    if (reference != null && reference.compareTo(year) > 0) {
                        problem(
                                cell.place(),
                                "%sの欄の値「%s」が、それより後の%sの値になっています。年度を確かめてください。"
                                        .formatted(year.shortLabel(), cell.text(), reference.shortLabel()));
                        return;
                    }
                    Integer of = reference == null || reference.equals(year) ? null : reference.year();
                    actuals.add(
                            switch (measured) {
                                case Observed.Value(BigDecimal value) -> {
                                    decimals = Math.max(decimals, value.scale());
                                    yield new PlanDocument.ActualEntry(
                                            year.year(), code, value, null, null, null, of, note);
                                }
                                case Observed.Ratio(BigDecimal numerator, BigDecimal denominator) ->
                                    new PlanDocument.ActualEntry(
                                            year.year(), code, null, numerator, denominator, null, of, note);
                            });
                    places.put(ReadIndicator.actual(year.year(), code), cell.place());
                }
                case TypedFigure.NoFigure(Observed.Missing(MissingReason reason, String note)) -> {
                    actuals.add(new PlanDocument.ActualEntry(
                            year.year(),
                            code,
                            null,
                            null,
                            null,
                            new PlanDocument.MissingEntry(reason, note),
                            null,
                            null));
                    places.put(ReadIndicator.actual(year.year(), code), cell.place());
                }
                case TypedFigure.NotUnderstood(String typed, String message) ->
                    problem(cell.place(), "%sの実績値「%s」: %s".formatted(year.shortLabel(), typed.strip(), message));
                case TypedFigure.Blank _ -> {}
            }
        }

        private void readRecords() {
            for (UnderstoodColumn column : sheet.columns()) {
                FiscalYear year = column.meaning().year();
                if (!column.meaning().kind().isPublished() || year == null) {
                    continue;
                }
                LineCell cell = line.cells().get(column.meaning());
                String text =
                        cell == null || NOTHING_PRINTED.matcher(cell.text()).matches()
                                ? null
                                : Normalizer.normalize(cell.text().strip(), Normalizer.Form.NFC);
                PlanDocument.RecordEntry before = records.getOrDefault(
                        year.year(), new PlanDocument.RecordEntry(year.year(), null, null, null, null));
                records.put(
                        year.year(),
                        switch (column.meaning().kind()) {
                            case RATE ->
                                new PlanDocument.RecordEntry(
                                        year.year(), before.grade(), text, before.change(), before.target());
                            case CHANGE ->
                                new PlanDocument.RecordEntry(
                                        year.year(), before.grade(), before.rate(), text, before.target());
                            default ->
                                new PlanDocument.RecordEntry(
                                        year.year(), text, before.rate(), before.change(), before.target());
                        });
                if (cell != null) {
                    places.put(
                            ReadIndicator.record(
                                    year.year(), column.meaning().kind().name()),
                            cell.place());
                }
            }
        }

        private void readNarratives() {
            String initiatives = cellsOf(ColumnKind.INITIATIVES).stream()
                    .map(found -> found.getValue().text())
                    .findFirst()
                    .orElse("");
            for (Map.Entry<ColumnMeaning, LineCell> found : cellsOf(ColumnKind.NARRATIVE)) {
                FiscalYear year = found.getKey().year();
                if (year == null) {
                    continue;
                }
                boolean[] first = {true};
                narratives.split(found.getValue().text()).forEach((town, text) -> {
                    String code = town.map(MunicipalityCode::value).orElseGet(() -> {
                        MunicipalityCode own = target.town();
                        return own == null ? null : own.value();
                    });
                    words.add(new PlanDocument.NarrativeEntry(
                            year.year(), code, text.progress(), text.outlook(), first[0] ? initiatives : ""));
                    places.put(
                            ReadIndicator.narrative(year.year(), code),
                            found.getValue().place());
                    first[0] = false;
                });
            }
        }

        /** How the paper prints changes: with the indicator's decimals, or whole numbers although it has decimals. */
        private ChangeDigits changeDigits() {
            boolean whole = decimals == 0
                    || records.values().stream()
                            .flatMap(record -> Optional.ofNullable(record.change()).stream())
                            .anyMatch(change -> WHOLE_NUMBER.matcher(change).matches());
            return whole ? ChangeDigits.WHOLE : ChangeDigits.OWN;
        }

        private List<Map.Entry<ColumnMeaning, LineCell>> cellsOf(ColumnKind kind) {
            Map<ColumnMeaning, LineCell> found = new LinkedHashMap<>();
            line.cells().forEach((meaning, cell) -> {
                if (meaning.kind() == kind) {
                    found.put(meaning, cell);
                }
            });
            return List.copyOf(found.entrySet());
        }

        private static String yearUnknown(String what, LineCell cell) {
            return "%s「%s」の年度が分かりません。列の年度を選ぶか、5(R4) のように値の後に年度を書いてください。".formatted(what, cell.text());
        }

        private void problem(CellPlace place, String message) {
            findings.add(Finding.problem(place, no, message));
        }
    }
}
