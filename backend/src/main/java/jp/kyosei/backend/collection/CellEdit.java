package jp.kyosei.backend.collection;

import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.tenancy.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * An edit of one cell.
 *
 * @param no the indicator's number in the plan
 * @param content what is to stand there
 * @param expectedVersion the version the edit began from; {@value #ANY_VERSION} for whatever is there
 * @param reason why; required for a change after confirmation, else empty
 */
public record CellEdit(String no, Content content, long expectedVersion, String reason) {
    public static final long ANY_VERSION = -1;

    /** @throws jp.kyosei.backend.tenancy.WrongTextException if the reason is too long, or holds what is no text */
    public CellEdit {
        reason = TypedText.reason(reason);
    }

    /**
     * What is to stand in a cell, the whole of it: figure or reason, reference year and note. What it does not name is gone
     * afterwards; nothing of an older entry stays beside it.
     */
    public sealed interface Content {}

    /** As a person typed it. */
    public record Typed(TypedCell cell) implements Content {}

    /** As another program gives it; none to clear the cell. */
    public record Given(@Nullable Observation observation) implements Content {}
}
