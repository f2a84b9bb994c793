package jp.kyosei.backend.vision;

import java.util.UUID;
import jp.kyosei.backend.discussion.NoteId;
import org.jspecify.annotations.Nullable;

/**
 * A phrase to be quoted.
 *
 * @param text one to {@value #LONGEST} characters
 * @param theme none to leave it for later
 * @param origin the note it is from, or what it was read in
 */
public record NewPhrase(String text, @Nullable UUID theme, Origin origin) {
    public static final int LONGEST = 400;

    /** Where it is from. */
    public sealed interface Origin {
        /** A note in this plan. */
        record FromNote(NoteId note) implements Origin {}

        /** A survey, such as 令和5年度 住民アンケート 問12. */
        record FromSurvey(String reference) implements Origin {}

        /** Something else, such as a talk or a paper. */
        record FromElsewhere(String reference) implements Origin {}
    }
}
