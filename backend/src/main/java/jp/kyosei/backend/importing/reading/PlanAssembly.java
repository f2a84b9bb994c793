package jp.kyosei.backend.importing.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import jp.kyosei.backend.evaluation.Target;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.document.PlanDocument;
import jp.kyosei.backend.importing.document.WholeIndicator;
import jp.kyosei.backend.importing.document.WholePlan;
import jp.kyosei.backend.plan.PlanKind;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.tenancy.OwnerKind;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.ColumnMeaning;
import jp.kyosei.backend.understanding.IndicatorLine;
import jp.kyosei.backend.understanding.SectionHeading;
import jp.kyosei.backend.understanding.UnderstoodBook;
import jp.kyosei.backend.understanding.UnderstoodColumn;
import jp.kyosei.backend.understanding.UnderstoodSheet;
import jp.kyosei.backend.understanding.UnderstoodTable;
import jp.kyosei.backend.understanding.question.Answers;
import jp.kyosei.backend.understanding.question.Question;

/**
 * Makes a plan of the lines of understood sheets. What a sheet does not say of an indicator (direction, who reports) is
 * taken in the plainest way and named where it matters.
 */
public final class PlanAssembly {
    private static final Pattern CIRCLED = Pattern.compile("[①-⑳]");
    private static final String CUMULATIVE_WORD = "累計";

    private final ImportTarget target;
    private final FigureCells cells;
    private final NarrativeBlock narratives;
    private final Answers answers;
    private final List<DirectionEvidence> evidence = new ArrayList<>();
    private final SectionTree tree = new SectionTree();
    private final List<Finding> findings = new ArrayList<>();
    private final List<ReadIndicator> indicators = new ArrayList<>();
    private final Map<String, Integer> counters = new HashMap<>();
    private final Map<String, CellPlace> byNumber = new HashMap<>();
    private final Map<String, CellPlace> byName = new HashMap<>();
    private LineNumbers numbers = new LineNumbers(new UnderstoodBook(List.of()));
    private boolean severalSheets;
    /** Whether a question is open, so that what is missing may still come. */
    private boolean waits;

    private boolean withoutTarget;
    private final Set<CellPlace> untaken = new HashSet<>();
    private UnderstoodBook understood = new UnderstoodBook(List.of());

    public PlanAssembly(ImportTarget target) {
        this(target, Answers.NONE);
    }

    /** @param answers what was answered to questions */
    public PlanAssembly(ImportTarget target, Answers answers) {
        this.target = target;
        this.answers = answers;
        this.cells = new FigureCells(target.towns(), target.newestActuals());
        this.narratives = new NarrativeBlock(target.towns());
    }

    public ReadPlan of(UnderstoodBook book) {
        understood = book;
        numbers = new LineNumbers(book);
        severalSheets = book.sheets().stream().filter(UnderstoodSheet::isTable).count() > 1;
        waits = book.questions().stream().anyMatch(Question::isOpen);
        Fractions fractions = Fractions.in(book, cells, answers);
        Set<String> levels = new LinkedHashSet<>();
        for (UnderstoodSheet sheet : book.sheets()) {
            sheet.leftOut().forEach(left -> findings.add(Finding.leftOut(left.place(), "", left.message())));
            sheet.problems().forEach(problem -> findings.add(Finding.problem(problem.place(), "", problem.message())));
            sheet.columns().stream()
                    .filter(column -> column.meaning().kind() == ColumnKind.SECTION)
                    .forEach(column -> levels.add(
                            CIRCLED.matcher(column.label()).replaceAll("").strip()));
            checkYears(sheet);
            boolean marks = sheet.lines().stream().anyMatch(IndicatorLine::marked);
            for (UnderstoodTable table : sheet.tables()) {
                table.lines()
                        .forEach(line -> add(
                                sheet,
                                table,
                                fractions.arePercentages(line),
                                line,
                                marks ? line.marked() : line.name().contains(CUMULATIVE_WORD)));
            }
        }
        if (indicators.isEmpty() && withoutTarget && !waits) {
            findings.add(Finding.problem(null, "", "目標値のある指標がありません。目標値の列に数値を入れるか、列の読み取り方を直してください。"));
        } else if (indicators.isEmpty() && !waits) {
            findings.add(Finding.problem(null, "", "指標の表が見つかりません。「指標名」「単位」「現状値」「実績値」「目標値」などの見出しがある表かどうか、確かめてください。"));
        }
        book.questions().stream()
                .filter(Question::isOpen)
                .forEach(open -> findings.add(Finding.question(open.place(), "", open.words())));
        findings.addAll(fractions.findings());
        List<Question> questions = new ArrayList<>(fractions.questions());
        if (!target.title().isEmpty()) {
            Directions directions = new Directions(answers);
            List<ReadIndicator> facing = directions.decide(List.copyOf(indicators), evidence);
            indicators.clear();
            indicators.addAll(facing);
            findings.addAll(directions.findings());
            questions.addAll(directions.questions());
        }
        return new ReadPlan(plan(List.copyOf(levels)), indicators, findings, questions, false, List.of());
    }

    /** The file as it was understood, with what came to light when it was read; after {@link #of}. */
    public UnderstoodBook understood() {
        return understood.without(untaken, "数値の目標値がない指標のためです");
    }

    private WholePlan plan(List<String> levels) {
        List<String> levelNames =
                new ArrayList<>(levels.stream().limit(tree.depth()).toList());
        for (int level = levelNames.size() + 1; level <= tree.depth(); level++) {
            levelNames.add(level == 1 ? "体系" : "階層" + level);
        }
        List<WholeIndicator> whole =
                indicators.stream().map(ReadIndicator::whole).toList();
        List<FiscalYear> reported = whole.stream()
                .flatMap(indicator -> indicator.figures().stream())
                .map(WholeIndicator.Figure::year)
                .sorted()
                .toList();
        FiscalYear first = reported.isEmpty() ? target.newestActuals() : reported.getFirst();
        FiscalYear newest = reported.isEmpty() ? first : reported.getLast();
        FiscalYear last = whole.stream()
                .flatMap(indicator -> indicator.targets().stream())
                .map(Target::fiscalYear)
                .max(Comparator.naturalOrder())
                .orElse(target.newestActuals());
        return new WholePlan(
                target.owner().slug(),
                target.slug(),
                target.title(),
                kind(),
                first.compareTo(last) < 0 ? first : last,
                last.compareTo(newest) > 0 ? last : newest,
                levelNames,
                List.of(new PlanDocument.VersionEntry(1, "取込", null)),
                tree.sections(),
                List.of(),
                whole);
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

    private void add(
            UnderstoodSheet sheet, UnderstoodTable table, boolean fractions, IndicatorLine line, boolean cumulative) {
        boolean bySheet = severalSheets && line.sections().isEmpty() && table.shape() != UnderstoodTable.Shape.FORM;
        String section = tree.number(
                bySheet ? List.of(new SectionHeading(1, "", sheet.name().strip())) : line.sections());
        String printed = numbers.isNumber(line)
                ? Normalizer.normalize(line.text(ColumnKind.NO), Normalizer.Form.NFKC)
                        .strip()
                : "";
        String no = printed.isEmpty() ? madeUp(section, line) : printed;
        if (isRepeated(line, section, no)) {
            return;
        }
        LineReading reading =
                new LineReading(target, fractions ? cells.ofFractions() : cells, table, line, no, !printed.isEmpty());
        ReadIndicator indicator = reading.read(section, cumulative, narratives);
        findings.addAll(reading.findings());
        boolean isNewPlan = !target.title().isEmpty();
        boolean sound = reading.findings().stream().noneMatch(finding -> finding.weight() == Finding.Weight.PROBLEM);
        if (isNewPlan && sound && !waits && indicator.whole().targets().isEmpty()) {
            leaveOut(line, no);
        } else {
            indicators.add(indicator);
            evidence.add(DirectionEvidence.of(line, indicator.whole(), cells));
        }
    }

    /** A new plan has no indicators without a target; the others are taken all the same. */
    private void leaveOut(IndicatorLine line, String no) {
        withoutTarget = true;
        line.cells().values().forEach(cell -> untaken.add(cell.place()));
        untaken.add(line.place());
        findings.add(Finding.leftOut(
                line.place(), no, "「%s」は、数値の目標値がないため取り込みません。目標値を数値で入れると取り込めます。".formatted(line.name())));
    }

    private String madeUp(String section, IndicatorLine line) {
        boolean top = !section.contains("-");
        String prefix = line.goal() && top ? section + "-0" : section;
        return prefix + "-" + counters.merge(prefix, 1, Integer::sum);
    }

    private boolean isRepeated(IndicatorLine line, String section, String no) {
        CellPlace sameNumber = byNumber.putIfAbsent(no, line.place());
        CellPlace sameName = byName.putIfAbsent(section + "\n" + line.name(), line.place());
        CellPlace first = sameNumber != null ? sameNumber : sameName;
        if (first == null) {
            return false;
        }
        findings.add(Finding.problem(
                line.place(),
                no,
                "%s「%s」は %s にもあります。同じ指標は1行にしてください。"
                        .formatted(sameNumber == null ? "指標" : "指標番号 %s の行".formatted(no), line.name(), first.name())));
        return true;
    }
}
