package jp.kyosei.backend.collection.entry;

import jp.kyosei.backend.actual.narrative.NarrativeText;
import jp.kyosei.backend.tenancy.TypedText;

/**
 * An edit of a town's narrative of one indicator.
 *
 * @param no the indicator's number in the plan
 * @param expectedVersion the version the edit began from; {@value CellEdit#ANY_VERSION} for whatever is there
 * @param reason why; required for a change after confirmation, else empty
 */
public record NarrativeEdit(String no, NarrativeText text, long expectedVersion, String reason) {
    /** @throws jp.kyosei.backend.tenancy.WrongTextException if a text is too long, or holds what is none */
    public NarrativeEdit {
        text = text.checked();
        reason = TypedText.reason(reason);
    }
}
