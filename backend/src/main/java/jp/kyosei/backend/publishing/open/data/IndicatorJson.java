package jp.kyosei.backend.publishing.open.data;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import jp.kyosei.backend.publishing.PublishedYear;
import jp.kyosei.backend.publishing.open.edition.Head;
import org.jspecify.annotations.Nullable;

/** One indicator of a published year, in the shape in which the whole year has it. */
@Serdeable
public record IndicatorJson(
        String plan,
        String title,
        String owner,
        int fiscalYear,
        int revision,
        Instant modified,
        @Nullable String licence,
        ResultsJson.RowJson indicator,
        List<ResultsJson.NoteJson> notes) {
    public IndicatorJson {
        notes = List.copyOf(notes);
    }

    /** @param notes those of the year that are shown */
    public static IndicatorJson of(Head head, PublishedYear.Row row, List<PublishedYear.Note> notes) {
        return new IndicatorJson(
                head.plan(),
                head.title(),
                head.ownerName(),
                head.fiscalYear(),
                head.revision(),
                head.modified(),
                head.licence().iri().isEmpty() ? null : head.licence().iri(),
                ResultsJson.RowJson.of(row),
                notes.stream()
                        .filter(note -> note.no().equals(row.no()))
                        .map(ResultsJson.NoteJson::of)
                        .toList());
    }
}
