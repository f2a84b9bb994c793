package jp.kyosei.backend.importing.comparing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.CellChange;
import jp.kyosei.backend.actual.cell.ActualState;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.actual.narrative.NarrativeChange;
import jp.kyosei.backend.actual.narrative.NarrativeText;
import jp.kyosei.backend.actual.record.PublishedRecord;
import jp.kyosei.backend.actual.record.RecordChange;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.Target;
import jp.kyosei.backend.figure.FigureFormat;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.importing.document.IndicatorPart;
import jp.kyosei.backend.importing.document.PlanDocument;
import jp.kyosei.backend.importing.document.WholeIndicator;
import jp.kyosei.backend.importing.naming.RememberedNames;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.importing.reading.ReadIndicator;
import jp.kyosei.backend.importing.reading.ReadPlan;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.indicator.Reporter;
import jp.kyosei.backend.results.ResultsPreview;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.understanding.question.Answers;
import org.jspecify.annotations.Nullable;

/** Compares what a file says of a plan with what is stored. The plan itself is not changed: only what is recorded of it. */
final class ImportComparison {
    private final ReadPlan read;
    private final StoredPlan stored;
    private final @Nullable String reason;
    private final ResultsPreview results;
    private final DriftedNames names;
    private final LeftToCollection collection;
    private final StoredCells cells;
    private final Set<StoredCells.Cell> figuresSeen = new HashSet<>();
    private final Set<StoredCells.Cell> narrativesSeen = new HashSet<>();
    private final List<CellChange> actualChanges = new ArrayList<>();
    private final List<NarrativeChange> narrativeChanges = new ArrayList<>();
    private final List<RecordChange> recordChanges = new ArrayList<>();
    private final List<PlannedChange> changes = new ArrayList<>();
    private final List<Finding> findings;
    private final Map<IndicatorId, ReadIndicator> matched = new LinkedHashMap<>();
    private int unchanged;

    /** @param reason for changes of what is confirmed; none where none was given */
    ImportComparison(
            ReadPlan read, StoredPlan stored, Answers answers, RememberedNames remembered, @Nullable String reason) {
        this.read = read;
        this.stored = stored;
        this.reason = reason;
        this.names = new DriftedNames(stored.indicators(), answers, remembered);
        this.collection = new LeftToCollection(stored.collection());
        // How towns' figures become one, the plan that is there says.
        this.findings = new ArrayList<>(read.findings().stream()
                .filter(finding -> !finding.code().equals(Finding.TOWNS_IN_ONE_CELL))
                .toList());
        this.results = new ResultsPreview(stored.content(), stored.rules(), stored.indicators(), stored.figures());
        this.cells = new StoredCells(stored);
    }

    PlannedImport planned() {
        IndicatorMatch match = new IndicatorMatch(stored.content(), stored.indicators());
        Map<String, String> titles = read.plan().sections().stream()
                .collect(Collectors.toMap(
                        PlanDocument.SectionEntry::number, PlanDocument.SectionEntry::title, (first, second) -> first));
        Map<ReadIndicator, String> lost = new LinkedHashMap<>();
        for (ReadIndicator indicator : read.indicators()) {
            String title = titles.getOrDefault(indicator.whole().section(), "");
            switch (match.find(indicator, title)) {
                case IndicatorMatch.Found.One(Indicator found) -> {
                    matched.put(found.id(), indicator);
                    compare(indicator, found);
                }
                case IndicatorMatch.Found.None(String message) -> lost.put(indicator, message);
            }
        }
        lost.forEach(this::lookForAlike);
        findings.addAll(names.findings());
        return new PlannedImport(
                read.asking(names.questions()),
                false,
                actualChanges,
                narrativeChanges,
                recordChanges,
                changes,
                unchanged,
                findings,
                names.said(),
                names.recalled());
    }

    /** @param message what to say where nothing is alike */
    private void lookForAlike(ReadIndicator indicator, String message) {
        switch (read.isOwnWorkbook() ? new DriftedNames.Meant.Nothing() : names.meant(indicator, matched.keySet())) {
            case DriftedNames.Meant.Same(Indicator found) -> {
                matched.put(found.id(), indicator);
                compare(indicator, found);
            }
            case DriftedNames.Meant.Said _ -> {}
            // A number that the file does not have would only be looked for.
            case DriftedNames.Meant.Nothing _ ->
                findings.add(Finding.problem(
                        indicator.place(),
                        indicator.numbered() ? indicator.whole().no() : "",
                        message));
        }
    }

    /** The file's indicators by those of the plan. */
    Map<IndicatorId, ReadIndicator> matched() {
        return Map.copyOf(matched);
    }

    private void compare(ReadIndicator given, Indicator indicator) {
        ReadIndicator file = read.isOwnWorkbook() ? given : UnitConversion.of(given, indicator, findings);
        WholeIndicator entry = file.whole();
        if (!read.isOwnWorkbook() && !IndicatorMatch.isAlike(entry.name(), indicator.name())) {
            findings.add(Finding.problem(
                    file.place(),
                    indicator.no(),
                    "番号%s は計画では「%s」ですが、この行は「%s」です。表の連番かもしれません。指標名を計画に合わせるか、この行を削除してください。"
                            .formatted(indicator.no(), indicator.name(), entry.name())));
            return;
        }
        if (!IndicatorMatch.isSameName(entry.name(), indicator.name())) {
            findings.add(Finding.notice(
                    file.place(),
                    indicator.no(),
                    "指標%s の名前が、計画では「%s」です。計画の名前のまま取り込みます。".formatted(indicator.no(), indicator.name())));
        }
        if (!entry.unit().isEmpty() && !IndicatorMatch.isSameName(entry.unit(), indicator.unit())) {
            findings.add(Finding.problem(
                    file.at(IndicatorPart.UNIT),
                    indicator.no(),
                    "単位「%s」が計画の単位「%s」と違います。値を計画の単位に直すか、単位の列を「取り込まない」にしてください。"
                            .formatted(entry.unit(), indicator.unit())));
            return;
        }
        compareBaseline(file, indicator);
        if (read.isOwnWorkbook()) {
            findings.addAll(OtherTargets.leftOut(file, indicator));
        }
        entry.figures().forEach(figure -> compareFigure(file, indicator, figure));
        entry.narratives().forEach(words -> compareNarrative(file, indicator, words));
        BigDecimal otherTarget = otherTarget(file, indicator);
        Optional<FiscalYear> newest =
                entry.records().stream().map(WholeIndicator.Printed::year).max(Comparator.naturalOrder());
        entry.records()
                .forEach(printed -> compareRecord(
                        file,
                        indicator,
                        printed,
                        newest.filter(printed.year()::equals).isPresent() ? otherTarget : null));
    }

    private void compareBaseline(ReadIndicator file, Indicator indicator) {
        if (file.whole().baseline() instanceof Baseline.Measured(BigDecimal printed, FiscalYear _)
                && indicator.measure().baseline() instanceof Baseline.Measured known
                && known.value().compareTo(printed) != 0) {
            findings.add(Finding.notice(
                    file.at(IndicatorPart.BASELINE),
                    indicator.no(),
                    "現状値 %s は計画の %s と違います。計画の値は変えません。"
                            .formatted(FigureFormat.asEntered(printed), FigureFormat.asEntered(known.value()))));
        }
    }

    /** A target in the file that the plan does not have: kept with what was published, so that it is asked about. */
    private static @Nullable BigDecimal otherTarget(ReadIndicator file, Indicator indicator) {
        return file.whole().targets().stream()
                .filter(target -> indicator.measure().targets().stream()
                        .map(Target::value)
                        .noneMatch(known -> known.compareTo(target.value()) == 0))
                .map(Target::value)
                .reduce((first, last) -> last)
                .orElse(null);
    }

    private void compareFigure(ReadIndicator file, Indicator indicator, WholeIndicator.Figure figure) {
        FiscalYear year = figure.year();
        CellPlace place = file.at(IndicatorPart.figure(year, figure.town()));
        MunicipalityCode town = town(indicator, figure.town());
        StoredCells.Cell cell = new StoredCells.Cell(indicator.id(), year, town);
        Actual before = cells.figure(cell);
        boolean reports =
                town == null || before != null || indicator.reporter(town).isPresent();
        if (!reports) {
            findings.add(Finding.problem(place, indicator.no(), "市町村コード %s は、この指標を報告する市町村ではありません。".formatted(town)));
            return;
        }
        if (!figuresSeen.add(cell)) {
            findings.add(Finding.problem(
                    place, indicator.no(), "%sの実績値が、同じ欄に2つあります。1つにしてください。".formatted(year.shortLabel())));
            return;
        }
        Observation after = figure.observation();
        if (town == null && !read.isOwnWorkbook() && saysTheSameTogether(indicator, year, after)) {
            unchanged++;
            return;
        }
        if (before != null && isSame(indicator, before, after)) {
            unchanged++;
            return;
        }
        if (town == null && !read.isOwnWorkbook() && hasTownsFigures(indicator, year)) {
            findings.add(Finding.problem(
                    place,
                    indicator.no(),
                    "%sは市町村別の値が登録されていて、その合算と表の値が違います。市町村別の値を直すか、列を「取り込まない」にしてください。".formatted(year.shortLabel())));
            return;
        }
        Optional<String> collected = collection.keepsFigure(indicator, year, town);
        if (collected.isPresent()) {
            findings.add(Finding.problem(place, indicator.no(), collected.get()));
            return;
        }
        if (year.compareTo(stored.content().plan().lastFiscalYear()) > 0) {
            findings.add(Finding.problem(
                    place, indicator.no(), "%sは計画の最終年度より後です。年度を確かめてください。".formatted(year.shortLabel())));
            return;
        }
        actualChanges.add(new CellChange(indicator.id(), year, town, before, after, ActualState.CONFIRMED, reason));
        changes.add(new PlannedChange(
                PlannedChange.What.ACTUAL,
                indicator.no(),
                indicator.name(),
                year,
                TownNames.of(indicator, town),
                place,
                before == null ? "" : FigureWords.of(before.observation()),
                FigureWords.of(after),
                before == null));
    }

    /** Whose figure a cell is: the one reporter's where the file names none and the plan has one. */
    private static @Nullable MunicipalityCode town(Indicator indicator, @Nullable MunicipalityCode named) {
        if (named != null) {
            return named;
        }
        return indicator.reporters().size() == 1
                ? indicator.reporters().getFirst().municipality()
                : null;
    }

    private boolean hasTownsFigures(Indicator indicator, FiscalYear year) {
        return indicator.reporters().stream()
                .map(Reporter::municipality)
                .anyMatch(town -> cells.figure(new StoredCells.Cell(indicator.id(), year, town)) != null);
    }

    private boolean saysTheSameTogether(Indicator indicator, FiscalYear year, Observation after) {
        return results.figure(indicator.id(), year)
                .filter(together -> isPrintedAs(indicator, year, together, after))
                .isPresent();
    }

    private boolean isSame(Indicator indicator, Actual before, Observation after) {
        return read.isOwnWorkbook()
                ? FigureWords.isEqual(before.observation(), after)
                        && (after.note().isEmpty() || before.note().equals(after.note()))
                : isPrintedAs(indicator, before.fiscalYear(), before.observation(), after)
                        && (after.note().isEmpty() || before.note().equals(after.note()));
    }

    /** Whether what is stored prints as the file has it: 561 of 861 as 65.1. */
    private boolean isPrintedAs(Indicator indicator, FiscalYear year, Observation known, Observation printed) {
        return FigureWords.printedAlike(known, printed)
                || (known.observed() instanceof Observed.Ratio
                        && printed.observed() instanceof Observed.Value(BigDecimal value)
                        && Objects.equals(known.referenceYear(), printed.referenceYear())
                        && results.text(indicator, year, known).equals(FigureFormat.asEntered(value)));
    }

    private void compareNarrative(ReadIndicator file, Indicator indicator, WholeIndicator.Words words) {
        FiscalYear year = words.year();
        CellPlace place = file.at(IndicatorPart.narrative(year, words.town()));
        MunicipalityCode town = town(indicator, words.town());
        StoredCells.Cell cell = new StoredCells.Cell(indicator.id(), year, town);
        if (!narrativesSeen.add(cell)) {
            findings.add(Finding.problem(
                    place, indicator.no(), "%sの評価文が、同じ欄に2つあります。1つにしてください。".formatted(year.shortLabel())));
            return;
        }
        Narrative before = cells.narrative(cell);
        NarrativeText known = before == null ? NarrativeText.EMPTY : before.text();
        NarrativeText printed = words.text();
        NarrativeText after = read.isOwnWorkbook()
                ? new NarrativeText(
                        unlessBlank(printed.progress(), known.progress()),
                        unlessBlank(printed.outlook(), known.outlook()),
                        unlessBlank(printed.initiatives(), known.initiatives()))
                : new NarrativeText(
                        kept(printed.progress(), known.progress()),
                        kept(printed.outlook(), known.outlook()),
                        kept(printed.initiatives(), known.initiatives()));
        if (after.equals(known)) {
            unchanged++;
            return;
        }
        Optional<String> collected = collection.keepsNarrative(indicator, year, town);
        if (collected.isPresent()) {
            findings.add(Finding.problem(place, indicator.no(), collected.get()));
            return;
        }
        narrativeChanges.add(
                new NarrativeChange(indicator.id(), year, town, before, after, ActualState.CONFIRMED, reason));
        changes.add(new PlannedChange(
                PlannedChange.What.NARRATIVE,
                indicator.no(),
                indicator.name(),
                year,
                TownNames.of(indicator, town),
                place,
                FigureWords.of(known),
                FigureWords.of(after),
                before == null));
    }

    /** Blank cells change nothing, in the product's own workbook neither. */
    private static String unlessBlank(String printed, String known) {
        return printed.isBlank() ? known : printed;
    }

    /** What the file says, or what is stored where it says nothing or the same but for spaces and line breaks. */
    private static String kept(String printed, String known) {
        boolean same = printed.replaceAll("\\s+", "").equals(known.replaceAll("\\s+", ""));
        return printed.isBlank() || same ? known : printed;
    }

    private void compareRecord(
            ReadIndicator file, Indicator indicator, WholeIndicator.Printed entry, @Nullable BigDecimal otherTarget) {
        FiscalYear year = entry.year();
        PublishedRecord before = cells.printed(indicator.id(), year);
        PublishedRecord after = before == null
                ? new PublishedRecord(
                        indicator.id(),
                        year,
                        entry.grade(),
                        entry.rate(),
                        entry.change(),
                        entry.target() == null ? otherTarget : entry.target())
                : new PublishedRecord(
                        indicator.id(),
                        year,
                        entry.grade() == null ? before.grade() : entry.grade(),
                        entry.rate() == null ? before.rate() : entry.rate(),
                        entry.change() == null ? before.change() : entry.change(),
                        publishedTarget(entry, otherTarget, before.target()));
        boolean nothing = before == null
                && after.grade() == null
                && after.rate() == null
                && after.change() == null
                && after.target() == null
                && !read.isOwnWorkbook();
        if (nothing || (before != null && FigureWords.isEqual(before, after))) {
            unchanged++;
            return;
        }
        Optional<String> collected = collection.keepsRecord(indicator, year);
        if (collected.isPresent()) {
            findings.add(Finding.problem(file.ofRecord(year), indicator.no(), collected.get()));
            return;
        }
        recordChanges.add(new RecordChange(before, after));
        changes.add(new PlannedChange(
                PlannedChange.What.RECORD,
                indicator.no(),
                indicator.name(),
                year,
                "",
                file.ofRecord(year),
                before == null ? "" : FigureWords.of(before),
                FigureWords.of(after),
                before == null));
    }

    private @Nullable BigDecimal publishedTarget(
            WholeIndicator.Printed entry, @Nullable BigDecimal otherTarget, @Nullable BigDecimal known) {
        BigDecimal said = read.isOwnWorkbook() && entry.target() != null ? entry.target() : otherTarget;
        return said == null ? known : said;
    }
}
