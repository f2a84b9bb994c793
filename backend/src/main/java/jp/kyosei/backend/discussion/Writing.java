package jp.kyosei.backend.discussion;

import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether the reader may write a new note here and now.
 *
 * @param refusal why not, in Japanese, with what to do; empty if allowed
 * @param visibilities what the reader may choose from, the usual one first
 * @param window the comment window that is open, or that opens next, or that closed last; none if no meeting has one
 */
public record Writing(
        boolean allowed,
        String refusal,
        SequencedSet<Visibility> visibilities,
        @Nullable CommentWindow window) {}
