package jp.kyosei.backend.report.document;

import java.util.List;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.evaluation.GradeLabel;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.report.paper.Paper;
import jp.kyosei.backend.results.printed.PrintedEntry;
import jp.kyosei.backend.results.printed.PrintedHead;
import jp.kyosei.backend.results.printed.PrintedSheet;
import org.jspecify.annotations.Nullable;

/**
 * The results of a plan as papers print them: those of this moment, or as they were issued for a meeting.
 *
 * @param years oldest first; the last is the one that is judged
 * @param baselineYear the year that most baselines are of; none where papers do not know it
 * @param targetYear as above
 * @param grades the best first
 * @param unmeasured the label under which indicators without a figure are counted
 * @param rules how rates come about, in sentences; may be empty
 * @param rateHead how the rate comes about, in the letters of the columns, such as f/z; empty where they have none
 */
public record PaperSheet(
        Plan plan,
        String planTitle,
        String ownerName,
        FiscalYear fiscalYear,
        List<FiscalYear> years,
        @Nullable FiscalYear baselineYear,
        @Nullable FiscalYear targetYear,
        List<GradeLabel> grades,
        String unmeasured,
        List<String> rules,
        String rateHead,
        List<Entry> entries) {
    public PaperSheet {
        years = List.copyOf(years);
        grades = List.copyOf(grades);
        rules = List.copyOf(rules);
        entries = List.copyOf(entries);
    }

    /** As it was composed. */
    public static PaperSheet of(Plan plan, PrintedSheet printed) {
        PrintedHead head = printed.head();
        return new PaperSheet(
                plan,
                head.planTitle(),
                head.ownerName(),
                new FiscalYear(head.fiscalYear()),
                head.years().stream().map(FiscalYear::new).toList(),
                year(head.baselineYear()),
                year(head.targetYear()),
                head.grades().stream()
                        .map(grade -> new GradeLabel(grade.label(), grade.meaning(), grade.tone()))
                        .toList(),
                head.unmeasured(),
                head.rules(),
                head.rateHead(),
                printed.entryList().stream().map(Entry::of).toList());
    }

    private static @Nullable FiscalYear year(@Nullable Integer year) {
        return year == null ? null : new FiscalYear(year);
    }

    /** Such as 令和元年度〜令和5年度. */
    String period() {
        return "%s～%s"
                .formatted(
                        plan.firstFiscalYear().longLabel(),
                        plan.lastFiscalYear().longLabel());
    }

    /**
     * One indicator.
     *
     * @param kind 数値目標 or KPI
     * @param sections from the top section down to its own
     * @param years one per year of the sheet
     * @param reason why there is no figure in the judged year; empty where there is one
     * @param manualGrade the label of a grade that a person set beside it; empty if there is none
     * @param initiatives what is done for it, each with the town that does it where it is not all of them
     * @param remarks words beside its figures, such as {@code R4 平泉町：速報値}
     */
    public record Entry(
            String no,
            String kind,
            String name,
            String unit,
            boolean cumulative,
            List<SectionTitle> sections,
            Paper.Content baseline,
            List<Year> years,
            Paper.Content target,
            String progressText,
            String changeText,
            @Nullable Grade grade,
            @Nullable Grade previousGrade,
            String manualGrade,
            String reason,
            List<Told> narratives,
            List<String> initiatives,
            List<String> remarks) {
        public Entry {
            sections = List.copyOf(sections);
            years = List.copyOf(years);
            narratives = List.copyOf(narratives);
            initiatives = List.copyOf(initiatives);
            remarks = List.copyOf(remarks);
        }

        private static Entry of(PrintedEntry entry) {
            return new Entry(
                    entry.no(),
                    entry.kind(),
                    entry.name(),
                    entry.unit(),
                    entry.cumulative(),
                    entry.sections().stream()
                            .map(section -> new SectionTitle(section.number(), section.title()))
                            .toList(),
                    FigureCells.content(entry.baseline(), ""),
                    entry.years().stream().map(Year::of).toList(),
                    FigureCells.content(entry.target(), ""),
                    entry.progressText(),
                    entry.changeText(),
                    FigureCells.grade(entry.grade()),
                    FigureCells.grade(entry.previousGrade()),
                    entry.manualGrade(),
                    entry.reason(),
                    entry.narratives().stream()
                            .map(told -> new Told(told.town(), told.progress(), told.outlook(), told.initiatives()))
                            .toList(),
                    entry.initiatives().stream()
                            .map(initiative -> initiative.towns().isEmpty()
                                    ? initiative.title()
                                    : "%s（%s）".formatted(initiative.title(), String.join("・", initiative.towns())))
                            .toList(),
                    entry.remarks());
        }
    }

    /** A section (体系) that an indicator stands in. */
    public record SectionTitle(String number, String title) {}

    /**
     * A year of an indicator.
     *
     * @param partial whether a municipality's part is missing from the figure
     * @param provisional whether it is made of what is not confirmed
     */
    public record Year(
            Paper.Content figure,
            boolean partial,
            boolean provisional,
            @Nullable Grade grade) {
        private static Year of(PrintedEntry.Year year) {
            String marks =
                    (year.partial() ? ResultsPaper.PARTIAL : "") + (year.provisional() ? ResultsPaper.PROVISIONAL : "");
            return new Year(
                    FigureCells.content(year.figure(), marks),
                    year.partial(),
                    year.provisional(),
                    FigureCells.grade(year.grade()));
        }
    }

    /**
     * What a municipality writes of the judged year.
     *
     * @param town empty for the owner as a whole
     */
    public record Told(String town, String progress, String outlook, String initiatives) {}
}
