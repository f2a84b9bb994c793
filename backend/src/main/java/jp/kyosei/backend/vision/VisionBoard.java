package jp.kyosei.backend.vision;

import java.util.List;
import java.util.UUID;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.plan.PlanContent;
import org.jspecify.annotations.Nullable;

/**
 * Themes, phrases, and keywords that wait to be taken up.
 *
 * @param themes in their order
 * @param phrases as they were quoted
 * @param waiting notes of the kind keyword that no phrase quotes yet; for the secretariat alone
 * @param mayKeep whether the reader may change anything
 */
public record VisionBoard(
        PlanContent content, List<Theme> themes, List<Phrase> phrases, List<Note> waiting, boolean mayKeep) {
    public VisionBoard {
        themes = List.copyOf(themes);
        phrases = List.copyOf(phrases);
        waiting = List.copyOf(waiting);
    }

    /** @param theme none for those under no theme */
    public List<Phrase> under(@Nullable UUID theme) {
        return phrases.stream()
                .filter(phrase -> theme == null ? phrase.theme() == null : theme.equals(phrase.theme()))
                .toList();
    }
}
