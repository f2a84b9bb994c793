package jp.kyosei.backend.meeting.paper;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An indicator as issued.
 *
 * @param kind such as 数値目標
 * @param sections from the top section down to the indicator's own
 * @param description what it measures, in plain words; may be empty
 * @param target for a chart
 * @param figures one per year of the paper, oldest first
 * @param progressText of the paper's year, as {@link jp.kyosei.backend.evaluation.Evaluation} prints it
 * @param grade computed for the paper's year; none where nothing is measured
 * @param previousGrade of the year before
 * @param manualGrade the label of a grade set by a person beside it; empty if there is none
 * @param narratives by town
 */
@Serdeable
public record IssuedIndicator(
        String no,
        String kind,
        String name,
        String description,
        String unit,
        List<Section> sections,
        boolean cumulative,
        String baselineText,
        String targetText,
        @Nullable BigDecimal target,
        List<IssuedFigure> figures,
        String progressText,
        String changeText,
        @Nullable IssuedGrade grade,
        @Nullable IssuedGrade previousGrade,
        String manualGrade,
        List<IssuedNarrative> narratives) {
    public IssuedIndicator {
        sections = List.copyOf(sections);
        figures = List.copyOf(figures);
        narratives = List.copyOf(narratives);
    }

    /** A section (体系) that it stands in. */
    @Serdeable
    public record Section(String number, String title) {}
}
