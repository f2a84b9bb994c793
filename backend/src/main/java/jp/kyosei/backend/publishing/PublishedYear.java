package jp.kyosei.backend.publishing;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that anybody may see of a fiscal year of a plan, and nothing else: no person, no department, no state, no check. Kept
 * as JSON; a field may be added, none may change its meaning. Ids of notes serve to withhold them and are shown to nobody.
 *
 * @param years the fiscal years of the figures, the published one last
 * @param judgedBy the label of each grade in its order, those not measured last
 * @param imprint whom to ask, and what it changes; none in what was published before there was one
 */
@Serdeable
public record PublishedYear(
        Holder owner,
        String plan,
        String title,
        String version,
        int fiscalYear,
        List<Integer> years,
        List<Label> judgedBy,
        List<Section> sections,
        List<Row> rows,
        List<Note> notes,
        @Nullable Imprint imprint) {
    public PublishedYear {
        years = List.copyOf(years);
        judgedBy = List.copyOf(judgedBy);
        sections = List.copyOf(sections);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /** The row of that number. */
    public Optional<Row> row(String no) {
        return rows.stream().filter(row -> row.no().equals(no)).findFirst();
    }

    /** The same with that imprint. */
    PublishedYear with(Imprint itsOwn) {
        return new PublishedYear(
                owner, plan, title, version, fiscalYear, years, judgedBy, sections, rows, notes, itsOwn);
    }

    /** Whose plan it is. */
    @Serdeable
    public record Holder(String slug, String name) {}

    /**
     * A grade and how many indicators have it.
     *
     * @param tone the key of its colour; empty for those not measured
     * @param previous how many had it in the year before
     */
    @Serdeable
    public record Label(String label, String tone, String meaning, int count, int previous) {}

    /** A section of the plan. */
    @Serdeable
    public record Section(String number, int level, String title) {}

    /** A grade. */
    @Serdeable
    public record Mark(String label, String tone) {}

    /**
     * An indicator.
     *
     * @param section the numbers of its sections from the top down
     * @param judged the target that the year is judged against
     * @param figures one per year of the document, in order
     * @param manualGrade the grade that the owner set beside the computed one; empty if none
     */
    @Serdeable
    public record Row(
            String no,
            String kind,
            String kindLabel,
            String name,
            String description,
            String unit,
            List<String> section,
            boolean cumulative,
            String direction,
            String directionLabel,
            Baseline baseline,
            Aim target,
            BigDecimal judged,
            String judgedText,
            List<Figure> figures,
            String progressText,
            String changeText,
            @Nullable Mark grade,
            @Nullable Mark previousGrade,
            String manualGrade,
            String consolidation,
            String source,
            List<Narrative> narratives) {
        public Row {
            section = List.copyOf(section);
            figures = List.copyOf(figures);
            narratives = List.copyOf(narratives);
        }

        /** The figure of the published year. */
        public Figure newest() {
            return figures.getLast();
        }
    }

    /** @param note what stands in the column where the indicator came later; empty otherwise */
    @Serdeable
    public record Baseline(
            @Nullable BigDecimal value, @Nullable Integer fiscalYear, String text, String note) {}

    /** The final target. */
    @Serdeable
    public record Aim(BigDecimal value, int fiscalYear, String text) {}

    /**
     * The consolidated figure of a year.
     *
     * @param text as printed; the reason where it is missing; empty where nothing is confirmed
     * @param partial whether a municipality's part is missing from it
     */
    @Serdeable
    public record Figure(
            int fiscalYear,
            @Nullable BigDecimal value,
            String text,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable Integer referenceYear,
            @Nullable Missing missing,
            boolean partial,
            @Nullable Mark grade,
            List<Town> byMunicipality) {
        public Figure {
            byMunicipality = List.copyOf(byMunicipality);
        }
    }

    /** What one municipality reported. */
    @Serdeable
    public record Town(
            String municipality,
            String name,
            @Nullable BigDecimal value,
            String text,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable Integer referenceYear,
            @Nullable Missing missing) {}

    /** @param note the words of the department; empty unless they are published */
    @Serdeable
    public record Missing(String reason, String label, String note) {
        /** What stands in the place of the figure. */
        public String text() {
            return note.isBlank() ? label : note;
        }
    }

    /** @param town empty for the whole owner's */
    @Serdeable
    public record Narrative(String town, String progress, String outlook, String initiatives) {}

    /**
     * A note that is shown to everybody. Its author is named by standing or municipality only.
     *
     * @param no the indicator's number; empty if it is on a section or the plan
     * @param subject what it is on, in words
     * @param text Markdown
     */
    @Serdeable
    public record Note(
            UUID id,
            String no,
            String subject,
            String kind,
            String whose,
            LocalDate on,
            String text,
            List<Answer> answers) {
        public Note {
            answers = List.copyOf(answers);
        }
    }

    /** An answer of the secretariat or a department. */
    @Serdeable
    public record Answer(UUID id, String whose, LocalDate on, String text) {}

    /**
     * Whom to ask, and how this revision came to be.
     *
     * @param contact one line, as the owner wrote it; empty for the owner's name alone
     * @param editions the revisions that may be told of, this one last: those before a withdrawal are not among them
     */
    @Serdeable
    public record Imprint(String contact, List<Edition> editions) {
        public Imprint {
            editions = List.copyOf(editions);
        }
    }

    /**
     * A revision, and what it corrected of the one before.
     *
     * @param left how many corrections are not told one by one
     */
    @Serdeable
    public record Edition(int revision, Instant publishedAt, List<Correction> corrections, int left) {
        public Edition {
            corrections = List.copyOf(corrections);
        }
    }

    /**
     * A cell that says something else than in the revision before.
     *
     * @param no the indicator's number; empty if it is the plan's
     * @param name the indicator's name
     * @param before empty where only that it was changed is told
     */
    @Serdeable
    public record Correction(String no, String name, String cell, String before, String after) {}
}
