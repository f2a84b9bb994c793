package jp.kyosei.ui.results;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.actual.CheckConfirmation;
import jp.kyosei.backend.actual.cell.ActualState;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.Consolidation;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.evaluation.GradeLabel;
import jp.kyosei.backend.evaluation.Measure;
import jp.kyosei.backend.evaluation.Progress;
import jp.kyosei.backend.evaluation.Rounding;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Minus;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.indicator.IndicatorKind;
import jp.kyosei.backend.indicator.Reporter;
import jp.kyosei.backend.results.ResultsRow;
import jp.kyosei.backend.results.ResultsSheet;
import jp.kyosei.backend.results.TownFigure;
import jp.kyosei.backend.results.YearFigure;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.plan.PlanSections;
import org.jspecify.annotations.Nullable;

/** Turns the computed results sheet into what the table in the browser draws; computes nothing itself. */
final class SheetContents {
    private static final Rounding BAR = new Rounding(Rounding.Mode.HALF_UP, 1);

    private final ResultsSheet sheet;
    private final boolean findings;
    private final boolean confirms;
    private final PlanAddress address;
    private final FiscalYear baselineYear;
    private final FiscalYear targetYear;
    private final boolean hasBothKinds;
    private final int groupLevels;

    private SheetContents(ResultsSheet sheet, boolean findings, boolean confirms) {
        this.confirms = confirms;
        this.sheet = sheet;
        this.findings = findings;
        this.address = new PlanAddress(sheet.content().plan().slug());
        this.baselineYear = mostCommon(
                sheet.rows().stream()
                        .flatMap(row -> row.indicator().measure().baseline() instanceof Baseline.Measured known
                                ? Stream.of(known.fiscalYear())
                                : Stream.empty())
                        .toList(),
                sheet.content().plan().firstFiscalYear().previous());
        this.targetYear = mostCommon(
                sheet.rows().stream()
                        .map(row -> row.indicator().measure().finalTarget().fiscalYear())
                        .toList(),
                sheet.content().plan().lastFiscalYear());
        this.hasBothKinds = sheet.rows().stream()
                        .map(row -> row.indicator().kind())
                        .distinct()
                        .count()
                > 1;
        this.groupLevels = PlanSections.groupLevels(
                sheet.rows().stream().map(ResultsRow::sectionPath).toList());
    }

    /**
     * What the table shows of a sheet.
     *
     * @param findings whether to show 指摘, which are for those who work on the figures
     * @param confirms whether the reader may say that a figure stands
     */
    static SheetContent of(ResultsSheet sheet, boolean findings, boolean confirms) {
        return new SheetContents(sheet, findings, confirms).content();
    }

    private static @Nullable String reason(@Nullable CheckConfirmation confirmation) {
        return confirmation == null ? null : confirmation.reason();
    }

    private SheetContent content() {
        return new SheetContent(
                sheet.years().stream()
                        .map(year -> new SheetContent.Year(year.year(), year.shortLabel()))
                        .toList(),
                sheet.fiscalYear().year(),
                "現状 " + baselineYear.shortLabel(),
                "目標 " + targetYear.shortLabel(),
                sheet.rules().unmeasuredLabel(),
                grades(),
                sheet.content().sections().stream()
                        .filter(section -> section.level() <= groupLevels)
                        .map(section -> new SheetContent.Section(
                                section.number(), section.parent(), section.title(), levelName(section.level())))
                        .toList(),
                towns(),
                sheet.rows().stream().map(this::row).toList());
    }

    private String levelName(int level) {
        List<String> names = sheet.content().plan().levelNames();
        return level <= names.size() ? names.get(level - 1) : "";
    }

    private List<SheetContent.GradeCount> grades() {
        Map<String, Long> now = sheet.rows().stream()
                .collect(Collectors.groupingBy(row -> label(row.evaluation().grade()), Collectors.counting()));
        Map<String, Long> before = sheet.rows().stream()
                .collect(Collectors.groupingBy(row -> label(row.previousGrade()), Collectors.counting()));
        boolean hasBefore = sheet.years().contains(sheet.fiscalYear().previous());
        List<SheetContent.GradeCount> counts = new ArrayList<>();
        for (GradeLabel grade : sheet.rules().grading().labels()) {
            counts.add(new SheetContent.GradeCount(
                    grade.label(),
                    tone(grade.tone()),
                    grade.meaning(),
                    count(now, grade.label()),
                    hasBefore ? count(before, grade.label()) : null));
        }
        String unmeasured = sheet.rules().unmeasuredLabel();
        counts.add(new SheetContent.GradeCount(
                unmeasured, "none", "把握できず", count(now, unmeasured), hasBefore ? count(before, unmeasured) : null));
        return counts;
    }

    private String label(@Nullable Grade grade) {
        return grade == null ? sheet.rules().unmeasuredLabel() : grade.label();
    }

    private static int count(Map<String, Long> counts, String label) {
        return counts.getOrDefault(label, 0L).intValue();
    }

    private List<SheetContent.Town> towns() {
        Map<String, String> names = new TreeMap<>();
        sheet.rows().stream()
                .flatMap(row -> row.indicator().reporters().stream())
                .forEach(reporter -> names.put(reporter.municipality().value(), reporter.municipalityName()));
        return names.entrySet().stream()
                .map(entry -> new SheetContent.Town(entry.getKey(), entry.getValue()))
                .toList();
    }

    private SheetContent.Row row(ResultsRow row) {
        Measure measure = row.indicator().measure();
        Grade grade = row.evaluation().grade();
        Grade previous = row.previousGrade();
        boolean consolidated = row.indicator().consolidation() != Consolidation.SINGLE
                && row.indicator().reporters().size() > 1;
        return new SheetContent.Row(
                row.indicator().no(),
                address.indicator(row.indicator().no(), sheet.fiscalYear()),
                row.indicator().kind().name(),
                hasBothKinds && row.indicator().kind() == IndicatorKind.GOAL
                        ? row.indicator().kind().label()
                        : "",
                row.indicator().name(),
                row.indicator().unit(),
                row.sectionPath().get(Math.min(groupLevels, row.sectionPath().size()) - 1),
                measure.cumulative(),
                baseline(row, measure.baseline()),
                new SheetContent.Target(
                        Minus.shown(row.targetText()),
                        differing(measure.finalTarget().fiscalYear(), targetYear)),
                row.figures().stream().map(SheetContents::cell).toList(),
                row.evaluation().progressText().isEmpty()
                        ? "算定なし"
                        : Minus.shown(row.evaluation().progressText()),
                percent(row.evaluation().progress()),
                Minus.shown(row.evaluation().changeText()),
                grade == null ? null : new SheetContent.Grade(grade.label(), tone(grade.tone())),
                previous == null ? null : previous.label(),
                consolidated ? row.indicator().consolidation().label() : null,
                row.indicator().reporters().stream()
                        .map(reporter -> reporter.municipality().value())
                        .toList(),
                consolidated ? byTown(row) : List.of(),
                row.findings().stream()
                        .filter(finding -> findings)
                        .map(finding -> new SheetContent.Check(
                                finding.check().code().name(),
                                finding.check().fiscalYear().year(),
                                finding.check().fiscalYear().shortLabel() + " "
                                        + finding.check().code().label(),
                                finding.check().message(),
                                reason(finding.confirmation()),
                                confirms && finding.confirmation() == null))
                        .toList(),
                0);
    }

    private SheetContent.Baseline baseline(ResultsRow row, Baseline baseline) {
        return switch (baseline) {
            case Baseline.Measured known ->
                new SheetContent.Baseline(
                        Minus.shown(row.baselineText()), differing(known.fiscalYear(), baselineYear), null);
            case Baseline.Absent absent -> new SheetContent.Baseline(row.baselineText(), null, null);
            case Baseline.AddedLater later ->
                new SheetContent.Baseline("", null, later.note().isEmpty() ? null : later.note());
        };
    }

    private static List<SheetContent.TownRow> byTown(ResultsRow row) {
        return row.indicator().reporters().stream()
                .filter(reporter -> row.figures().stream()
                        .flatMap(figure -> figure.byTown().stream())
                        .anyMatch(town -> town.municipality().equals(reporter.municipality())))
                .map(reporter -> new SheetContent.TownRow(
                        reporter.municipality().value(),
                        reporter.municipalityName(),
                        row.figures().stream()
                                .map(figure -> townCell(figure, reporter))
                                .toList()))
                .toList();
    }

    private static SheetContent.Cell townCell(YearFigure figure, Reporter reporter) {
        return figure.byTown().stream()
                .filter(town -> town.municipality().equals(reporter.municipality()))
                .findFirst()
                .map(town -> townCell(figure.fiscalYear(), town))
                .orElseGet(() -> new SheetContent.Cell(figure.fiscalYear().year(), "", null, null, false, false, null));
    }

    private static SheetContent.Cell townCell(FiscalYear year, TownFigure town) {
        return new SheetContent.Cell(
                year.year(),
                text(town.observation(), town.text()),
                missing(town.observation()),
                reference(town.observation()),
                false,
                town.state() != ActualState.CONFIRMED,
                null);
    }

    private static SheetContent.Cell cell(YearFigure figure) {
        return new SheetContent.Cell(
                figure.fiscalYear().year(),
                text(figure.observation(), figure.text()),
                missing(figure.observation()),
                reference(figure.observation()),
                figure.partial(),
                figure.provisional(),
                figure.value());
    }

    private static String text(@Nullable Observation observation, String text) {
        return missing(observation) == null ? Minus.shown(text) : "";
    }

    private static SheetContent.@Nullable Missing missing(@Nullable Observation observation) {
        return observation != null && observation.observed() instanceof Observed.Missing why
                ? new SheetContent.Missing(why.reason().label(), why.note().isEmpty() ? null : why.note())
                : null;
    }

    private static @Nullable String reference(@Nullable Observation observation) {
        if (observation == null) {
            return null;
        }
        FiscalYear year = observation.referenceYear();
        return year == null ? null : year.shortLabel();
    }

    private static @Nullable BigDecimal percent(Progress progress) {
        return progress instanceof Progress.Rate rate
                ? BAR.roundApartFromHundred(rate.exact().multiply(100), BAR.decimals())
                : null;
    }

    private static @Nullable String differing(FiscalYear year, FiscalYear usual) {
        return year.equals(usual) ? null : year.shortLabel();
    }

    private static String tone(String tone) {
        return tone.toLowerCase(Locale.ROOT);
    }

    private static FiscalYear mostCommon(List<FiscalYear> years, FiscalYear otherwise) {
        return years.stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .map(entry -> Objects.requireNonNull(entry.getKey()))
                .orElse(otherwise);
    }
}
