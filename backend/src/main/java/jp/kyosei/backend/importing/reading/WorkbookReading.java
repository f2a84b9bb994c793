package jp.kyosei.backend.importing.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.document.PlanDocument;
import jp.kyosei.backend.importing.document.WholeIndicator;
import jp.kyosei.backend.importing.document.WholePlan;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.InitiativeId;
import jp.kyosei.backend.plan.InitiativeSpan;
import jp.kyosei.backend.plan.PlanKind;
import jp.kyosei.backend.resultsbook.InitiativeColumn;
import jp.kyosei.backend.resultsbook.PlanColumn;
import jp.kyosei.backend.resultsbook.SectionColumn;
import jp.kyosei.backend.resultsbook.WorkbookColumns;
import jp.kyosei.backend.sheet.Book;
import jp.kyosei.backend.sheet.Sheet;
import jp.kyosei.backend.tenancy.MunicipalityCode;

/** Reads this product's own results workbook back, by its machine-readable sheets. */
public final class WorkbookReading {
    /** By these two a workbook is known whose sheet 計画 somebody has taken away. */
    private static final List<WorkbookColumns.Sheet> HEART =
            List.of(WorkbookColumns.Sheet.INDICATORS, WorkbookColumns.Sheet.ACTUALS);

    /** Without these nothing can be said; of the others less is said, and a plan that is there keeps what it has. */
    private static final Set<WorkbookColumns.Sheet> NEEDED = EnumSet.copyOf(HEART);

    private final ImportTarget target;
    private final Map<String, Sheet> sheets;
    private final Optional<PrintedResults> printed;
    private final List<Finding> findings = new ArrayList<>();

    private WorkbookReading(ImportTarget target, Book book) {
        this.target = target;
        this.printed = PrintedResults.in(book);
        this.sheets = book.sheets().stream()
                .collect(Collectors.toMap(Sheet::name, Function.identity(), (first, second) -> first));
    }

    /** What the workbook says; empty where the book is another one. */
    public static Optional<ReadPlan> of(ImportTarget target, Book book) {
        boolean own = book.sheets().stream()
                .filter(sheet -> sheet.name().equals(WorkbookColumns.Sheet.PLAN.title()))
                .flatMap(sheet -> sheet.rows().stream().skip(1).limit(1))
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> cell.text().equals(WorkbookColumns.FORM));
        WorkbookReading reading = new WorkbookReading(target, book);
        if (own || reading.hasItsHeart()) {
            return Optional.of(reading.read());
        }
        return target.isNew() ? Optional.empty() : reading.printed.map(reading::printedAlone);
    }

    private boolean hasItsHeart() {
        return HEART.stream().allMatch(form -> {
            Sheet sheet = sheets.get(form.title());
            return sheet != null && sheet.rows().stream().anyMatch(row -> hasHeads(form, row));
        });
    }

    private static boolean hasHeads(WorkbookColumns.Sheet form, Sheet.Row row) {
        long known = form.columns().stream()
                .filter(column -> row.cells().stream()
                        .anyMatch(cell -> cell.text().strip().equals(column.title())))
                .count();
        return 2 * known > form.columns().size();
    }

    /** Nothing is left of the workbook but 実績一覧. */
    private ReadPlan printedAlone(PrintedResults alone) {
        findings.addAll(alone.findings());
        findings.add(Finding.notice(
                null, "", "「実績一覧」のシートから、年度ごとの実績値だけを取り込みます。計算した欄（進捗率・対前年・達成度）、計画の欄（指標名・単位・現状値・目標値）、文章の欄は取り込みません。"));
        return new ReadPlan(plan(List.of(), List.of()), List.of(), findings, List.of(), true, alone.figures());
    }

    private List<RecordSheet.Line> records(WorkbookColumns.Sheet form) {
        Sheet sheet = sheets.get(form.title());
        if (sheet == null) {
            findings.add(
                    target.isNew() || NEEDED.contains(form)
                            ? Finding.problem(null, "", "シート「%s」がありません。出力したときのシートをそのまま残してください。".formatted(form.title()))
                            : Finding.notice(null, "", "シート「%s」がないため、その内容は変えません。".formatted(form.title())));
            return List.of();
        }
        return new RecordSheet(form, sheet, findings).records();
    }

    private ReadPlan read() {
        List<RecordSheet.Line> plans = records(WorkbookColumns.Sheet.PLAN);
        List<ReadIndicator> indicators = new IndicatorSheets(this::records, target).indicators();
        WholePlan plan =
                plan(plans, indicators.stream().map(ReadIndicator::whole).toList());
        if (indicators.isEmpty()) {
            findings.add(Finding.problem(null, "", "シート「指標」に指標がありません。"));
        }
        List<SeenFigure> seen = printed.map(sheet -> seen(sheet, indicators)).orElse(List.of());
        return new ReadPlan(plan, indicators, findings, List.of(), true, seen);
    }

    /** What people see in 実績一覧, as far as the sheet 評価結果 does not say that it was printed so. */
    private List<SeenFigure> seen(PrintedResults sheet, List<ReadIndicator> indicators) {
        Sheet computed = sheets.get(WorkbookColumns.Sheet.EVALUATIONS.title());
        // What is wrong in a sheet of which nothing is taken is nobody's concern.
        PrintedCheck check = new PrintedCheck(
                computed == null
                        ? List.of()
                        : new RecordSheet(WorkbookColumns.Sheet.EVALUATIONS, computed, new ArrayList<>()).records());
        findings.addAll(sheet.findings());
        if (target.isNew() && computed == null) {
            findings.add(Finding.notice(null, "", "シート「評価結果」がないため、シート「実績一覧」は見ずに、シート「実績値」から取り込みます。"));
            return List.of();
        }
        findings.addAll(check.findings(sheet, indicators));
        return check.changed(sheet.figures());
    }

    private WholePlan plan(List<RecordSheet.Line> plans, List<WholeIndicator> indicators) {
        if (plans.isEmpty()) {
            if (target.isNew()) {
                findings.add(Finding.problem(null, "", "シート「計画」に計画がありません。"));
            }
            return target.planOf(indicators);
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
        return new WholePlan(
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
                indicators);
    }

    private List<PlanDocument.SectionEntry> sections() {
        Map<String, PlanDocument.SectionEntry> sections = new LinkedHashMap<>();
        for (RecordSheet.Line row : records(WorkbookColumns.Sheet.SECTIONS)) {
            PlanDocument.SectionEntry section = new PlanDocument.SectionEntry(
                    row.text(SectionColumn.NUMBER).strip(),
                    row.textOrNull(SectionColumn.PARENT),
                    row.text(SectionColumn.TITLE),
                    row.text(SectionColumn.BODY));
            if (sections.putIfAbsent(section.number(), section) != null) {
                row.wrong(SectionColumn.NUMBER, "体系番号が重複しています。1つにしてください");
            }
        }
        return parentsFirst(sections);
    }

    /** However the rows were sorted. */
    private static List<PlanDocument.SectionEntry> parentsFirst(Map<String, PlanDocument.SectionEntry> sections) {
        SequencedMap<String, PlanDocument.SectionEntry> ordered = new LinkedHashMap<>();
        List<PlanDocument.SectionEntry> waiting = new ArrayList<>(sections.values());
        boolean any = true;
        while (any) {
            any = waiting.removeIf(section -> {
                String parent = section.parent();
                boolean ready = parent == null || !sections.containsKey(parent) || ordered.containsKey(parent);
                if (ready) {
                    ordered.put(section.number(), section);
                }
                return ready;
            });
        }
        // Sections above one another in a circle; said elsewhere.
        waiting.forEach(section -> ordered.putIfAbsent(section.number(), section));
        return List.copyOf(ordered.values());
    }

    private List<Initiative> initiatives() {
        Map<String, List<RecordSheet.Line>> byNumber = records(WorkbookColumns.Sheet.INITIATIVES).stream()
                .collect(Collectors.groupingBy(
                        row -> row.text(InitiativeColumn.NUMBER), LinkedHashMap::new, Collectors.toList()));
        return byNumber.values().stream().map(WorkbookReading::initiative).toList();
    }

    private static Initiative initiative(List<RecordSheet.Line> rows) {
        Set<MunicipalityCode> towns = new LinkedHashSet<>();
        Set<InitiativeSpan> spans = new LinkedHashSet<>();
        for (RecordSheet.Line row : rows) {
            Optional.ofNullable(row.town(InitiativeColumn.MUNICIPALITY)).ifPresent(towns::add);
            if (!row.text(InitiativeColumn.FIRST_YEAR).isBlank()) {
                FiscalYear first = row.requiredYear(InitiativeColumn.FIRST_YEAR);
                FiscalYear last = row.requiredYear(InitiativeColumn.LAST_YEAR);
                if (last.compareTo(first) >= 0) {
                    spans.add(new InitiativeSpan(first, last, row.text(InitiativeColumn.TEXT)));
                } else if (last.year() > FiscalYear.FIRST) {
                    // What is no year has been said already.
                    row.wrong(InitiativeColumn.LAST_YEAR, "初年度以後の年度にしてください");
                }
            }
        }
        RecordSheet.Line first = rows.getFirst();
        return new Initiative(
                InitiativeId.next(),
                first.text(InitiativeColumn.SECTION).strip(),
                first.text(InitiativeColumn.TITLE),
                List.copyOf(towns),
                List.copyOf(spans));
    }
}
