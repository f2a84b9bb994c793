package jp.kyosei.backend.collection;

import jp.kyosei.backend.actual.NarrativeText;

/**
 * An edit of a town's narrative of one indicator.
 *
 * @param no the indicator's number in the plan
 * @param expectedVersion the version the edit began from; {@value CellEdit#ANY_VERSION} for whatever is there
 * @param reason why; required for a change after confirmation, else empty
 */
public record NarrativeEdit(String no, NarrativeText text, long expectedVersion, String reason) {}
