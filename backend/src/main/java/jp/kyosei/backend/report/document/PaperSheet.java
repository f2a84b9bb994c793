package jp.kyosei.backend.report.document;

import java.util.List;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.evaluation.GradeLabel;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.report.paper.Paper;
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
        List<Entry> entries) {
    public PaperSheet {
        years = List.copyOf(years);
        grades = List.copyOf(grades);
        rules = List.copyOf(rules);
        entries = List.copyOf(entries);
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
     * @param initiatives what is done for it, one a line
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
            List<String> remarks,
            List<Finding> findings) {
        public Entry {
            sections = List.copyOf(sections);
            years = List.copyOf(years);
            narratives = List.copyOf(narratives);
            initiatives = List.copyOf(initiatives);
            remarks = List.copyOf(remarks);
            findings = List.copyOf(findings);
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
            @Nullable Grade grade) {}

    /**
     * What a municipality writes of the judged year.
     *
     * @param town empty for the owner as a whole
     */
    public record Told(String town, String progress, String outlook, String initiatives) {}

    /** A finding (指摘), and why the figure stands if somebody has confirmed it. */
    public record Finding(FiscalYear fiscalYear, String label, String message, String confirmation) {}
}
