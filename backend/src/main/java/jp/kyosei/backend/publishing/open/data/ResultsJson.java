package jp.kyosei.backend.publishing.open.data;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.kyosei.backend.publishing.PublishedYear;
import jp.kyosei.backend.publishing.open.edition.Head;
import org.jspecify.annotations.Nullable;

/** The published sheet in the shape of the results sheet's contract, without what is internal. */
@Serdeable
public record ResultsJson(
        String plan,
        String title,
        String owner,
        int fiscalYear,
        int revision,
        Instant issued,
        Instant modified,
        @Nullable String licence,
        List<Integer> years,
        List<CountJson> counts,
        List<RowJson> rows,
        List<NoteJson> notes) {
    public static ResultsJson of(Head head, PublishedYear document, List<PublishedYear.Note> notes) {
        return new ResultsJson(
                document.plan(),
                document.title(),
                document.owner().name(),
                document.fiscalYear(),
                head.revision(),
                head.issued(),
                head.modified(),
                head.licence().iri().isEmpty() ? null : head.licence().iri(),
                document.years(),
                document.judgedBy().stream()
                        .map(label -> new CountJson(label.label(), label.count(), label.previous()))
                        .toList(),
                document.rows().stream().map(RowJson::of).toList(),
                notes.stream().map(NoteJson::of).toList());
    }

    /** How many indicators have a grade, and had it in the year before. */
    @Serdeable
    record CountJson(String grade, int count, int previous) {}

    /** One indicator. */
    @Serdeable
    record RowJson(
            String no,
            String kind,
            String name,
            String unit,
            List<String> section,
            boolean cumulative,
            String direction,
            BaselineJson baseline,
            TargetJson target,
            List<ActualJson> actuals,
            String progressText,
            String changeText,
            @Nullable String grade,
            @Nullable String previousGrade,
            @Nullable String manualGrade,
            String consolidation,
            List<NarrativeJson> narratives) {
        public static RowJson of(PublishedYear.Row row) {
            return new RowJson(
                    row.no(),
                    row.kind(),
                    row.name(),
                    row.unit(),
                    row.section(),
                    row.cumulative(),
                    row.direction(),
                    new BaselineJson(
                            row.baseline().value(),
                            row.baseline().fiscalYear(),
                            row.baseline().text(),
                            row.baseline().note().isEmpty()
                                    ? null
                                    : row.baseline().note()),
                    new TargetJson(row.target().value(), row.target().fiscalYear()),
                    row.figures().stream().map(ActualJson::of).toList(),
                    row.progressText(),
                    row.changeText(),
                    label(row.grade()),
                    label(row.previousGrade()),
                    row.manualGrade().isEmpty() ? null : row.manualGrade(),
                    row.consolidation(),
                    row.narratives().stream()
                            .map(words -> new NarrativeJson(
                                    words.town(), words.progress(), words.outlook(), words.initiatives()))
                            .toList());
        }

        private static @Nullable String label(PublishedYear.@Nullable Mark mark) {
            return mark == null ? null : mark.label();
        }
    }

    /** The baseline. */
    @Serdeable
    record BaselineJson(
            @Nullable BigDecimal value,
            @Nullable Integer fiscalYear,
            String text,
            @Nullable String note) {}

    /** The final target. */
    @Serdeable
    record TargetJson(BigDecimal value, int fiscalYear) {}

    /** The consolidated figure of a year. */
    @Serdeable
    record ActualJson(
            int fiscalYear,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable Integer referenceYear,
            @Nullable MissingJson missing,
            boolean partial,
            List<TownJson> byMunicipality) {
        public static ActualJson of(PublishedYear.Figure figure) {
            return new ActualJson(
                    figure.fiscalYear(),
                    figure.value(),
                    figure.numerator(),
                    figure.denominator(),
                    figure.referenceYear(),
                    MissingJson.of(figure.missing()),
                    figure.partial(),
                    figure.byMunicipality().stream()
                            .map(town -> new TownJson(
                                    town.municipality(),
                                    town.value(),
                                    town.numerator(),
                                    town.denominator(),
                                    town.referenceYear(),
                                    MissingJson.of(town.missing())))
                            .toList());
        }
    }

    /** What one municipality reported. */
    @Serdeable
    record TownJson(
            String municipality,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable Integer referenceYear,
            @Nullable MissingJson missing) {}

    /** Why a figure is missing. */
    @Serdeable
    record MissingJson(String reason, String note) {
        public static @Nullable MissingJson of(PublishedYear.@Nullable Missing missing) {
            return Optional.ofNullable(missing)
                    .map(why -> new MissingJson(why.reason(), why.note()))
                    .orElse(null);
        }
    }

    /** What a municipality wrote, where it is published. */
    @Serdeable
    record NarrativeJson(String municipalityName, String progress, String outlook, String initiatives) {}

    /** A note shown to everybody, where notes are published. */
    @Serdeable
    record NoteJson(
            @Nullable String no,
            String subject,
            String kind,
            String whose,
            String on,
            String text,
            List<AnswerJson> answers) {
        public static NoteJson of(PublishedYear.Note note) {
            return new NoteJson(
                    note.no().isEmpty() ? null : note.no(),
                    note.subject(),
                    note.kind(),
                    note.whose(),
                    note.on().toString(),
                    note.text(),
                    note.answers().stream()
                            .map(answer ->
                                    new AnswerJson(answer.whose(), answer.on().toString(), answer.text()))
                            .toList());
        }
    }

    /** An answer to a note. */
    @Serdeable
    record AnswerJson(String whose, String on, String text) {}
}
