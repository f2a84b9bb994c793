package jp.kyosei.backend.actual.record;

import org.jspecify.annotations.Nullable;

/**
 * What is to become of what a paper printed of a year. One of both is there.
 *
 * @param before what is kept; none where nothing is
 * @param after what is to be kept; none to forget it
 */
public record RecordChange(
        @Nullable PublishedRecord before, @Nullable PublishedRecord after) {

    /** The one that is there: of which indicator and year. */
    public PublishedRecord either() {
        PublishedRecord any = after == null ? before : after;
        if (any == null) {
            throw new IllegalStateException("a change of nothing into nothing");
        }
        return any;
    }
}
