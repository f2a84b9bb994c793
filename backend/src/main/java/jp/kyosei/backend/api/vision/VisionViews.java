package jp.kyosei.backend.api.vision;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import jp.kyosei.backend.api.web.InvalidInputException;
import jp.kyosei.backend.api.web.PathValues;
import jp.kyosei.backend.discussion.NoteId;
import jp.kyosei.backend.vision.NewPhrase;
import jp.kyosei.backend.vision.Phrase;
import jp.kyosei.backend.vision.VisionBoard;
import org.jspecify.annotations.Nullable;

/** Themes and phrases in JSON; {@code version} is what If-Match names. */
final class VisionViews {
    private VisionViews() {}

    /** The board. */
    @Serdeable
    record BoardView(String plan, List<ThemeView> themes, List<PhraseView> unsorted) {
        static BoardView of(VisionBoard board) {
            return new BoardView(
                    board.content().plan().slug(),
                    board.themes().stream()
                            .map(theme -> new ThemeView(
                                    theme.id(), theme.title(), theme.version(), PhraseView.of(board.under(theme.id()))))
                            .toList(),
                    PhraseView.of(board.under(null)));
        }
    }

    /** A theme with its phrases. */
    @Serdeable
    record ThemeView(UUID id, String title, long version, List<PhraseView> phrases) {}

    /** A phrase. */
    @Serdeable
    record PhraseView(
            UUID id,
            String text,
            String source,
            @Nullable UUID note,
            String origin,
            String quotedBy,
            String quotedAt,
            long version) {
        static List<PhraseView> of(List<Phrase> phrases) {
            return phrases.stream().map(PhraseView::of).toList();
        }

        private static PhraseView of(Phrase phrase) {
            NoteId note = phrase.note();
            return new PhraseView(
                    phrase.id(),
                    phrase.text(),
                    phrase.source().name(),
                    note == null ? null : note.value(),
                    phrase.origin(),
                    phrase.quotedByName(),
                    phrase.quotedAt().toString(),
                    phrase.version());
        }
    }

    /** A theme's name. */
    @Serdeable
    record ThemeBody(@Nullable String title) {
        String words() {
            return Objects.requireNonNullElse(title, "");
        }
    }

    /**
     * A phrase to be quoted: exactly one of note, survey, reference says where it is from.
     *
     * @param theme without it, under none
     */
    @Serdeable
    record PhraseBody(
            @Nullable String text,
            @Nullable String theme,
            @Nullable String note,
            @Nullable String survey,
            @Nullable String reference) {
        NewPhrase phrase() {
            if (Stream.of(note, survey, reference).filter(Objects::nonNull).count() != 1) {
                throw new InvalidInputException("note", "note、survey、reference のどれか1つで、どこから取った言葉かを指定してください。");
            }
            return new NewPhrase(Objects.requireNonNullElse(text, ""), idOrNone(theme), origin());
        }

        private NewPhrase.Origin origin() {
            if (note != null) {
                return new NewPhrase.Origin.FromNote(new NoteId(PathValues.id(note)));
            }
            if (survey != null) {
                return new NewPhrase.Origin.FromSurvey(survey);
            }
            return new NewPhrase.Origin.FromElsewhere(Objects.requireNonNullElse(reference, ""));
        }
    }

    /** Where a phrase goes; without a theme out of all. */
    @Serdeable
    record MoveBody(@Nullable String theme) {
        @Nullable
        UUID themeId() {
            return idOrNone(theme);
        }
    }

    private static @Nullable UUID idOrNone(@Nullable String id) {
        return id == null ? null : PathValues.id(id);
    }
}
