package jp.kyosei.backend.results.printed;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One indicator as papers print it.
 *
 * @param kind 数値目標 or KPI
 * @param sections from the top section down to its own
 * @param years one per year of the sheet
 * @param reason why there is no figure in the judged year, in full; empty where there is one
 * @param manualGrade the label of a grade that a person set beside it; empty if there is none
 * @param initiatives what the plan does for it
 * @param remarks words beside its figures, such as {@code R4 平泉町：速報値}
 */
@Serdeable
public record PrintedEntry(
        String no,
        String kind,
        String name,
        String unit,
        boolean cumulative,
        List<Section> sections,
        PrintedFigure baseline,
        List<Year> years,
        PrintedFigure target,
        String progressText,
        String changeText,
        @Nullable PrintedGrade grade,
        @Nullable PrintedGrade previousGrade,
        String manualGrade,
        String reason,
        List<Told> narratives,
        List<Initiative> initiatives,
        List<String> remarks) {
    public PrintedEntry {
        sections = List.copyOf(sections);
        years = List.copyOf(years);
        narratives = List.copyOf(narratives);
        initiatives = List.copyOf(initiatives);
        remarks = List.copyOf(remarks);
    }

    /** A section (体系) that it stands in. */
    @Serdeable
    public record Section(String number, String title) {}

    /**
     * A year of it.
     *
     * @param partial whether a municipality's part is missing from the figure
     * @param provisional whether it is made of what is not confirmed
     */
    @Serdeable
    public record Year(
            PrintedFigure figure,
            boolean partial,
            boolean provisional,
            @Nullable PrintedGrade grade) {}

    /**
     * What a municipality writes of the judged year.
     *
     * @param town empty for the owner as a whole
     */
    @Serdeable
    public record Told(String town, String progress, String outlook, String initiatives) {}

    /**
     * What is done for it (事業名).
     *
     * @param towns those that do it, where not all of them do
     */
    @Serdeable
    public record Initiative(String title, List<String> towns) {
        public Initiative {
            towns = List.copyOf(towns);
        }
    }
}
