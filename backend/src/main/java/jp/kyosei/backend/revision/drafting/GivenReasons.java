package jp.kyosei.backend.revision.drafting;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import jp.kyosei.backend.revision.comparison.ChangeReasons;
import jp.kyosei.backend.revision.comparison.FieldChange;
import jp.kyosei.backend.revision.comparison.PlanPart;

/** Keeps why something of a draft was changed with the draft, where the comparison of versions prints it. */
@Singleton
final class GivenReasons {
    private final ChangeReasons reasons;

    GivenReasons(ChangeReasons reasons) {
        this.reasons = reasons;
    }

    /** @param fields none where the thing as a whole came or went */
    void keep(Held draft, PlanPart part, UUID thing, List<FieldChange> fields) {
        if (!draft.reason().isEmpty()) {
            reasons.recordWithin(
                    draft.actor(),
                    draft.content().plan(),
                    draft.content().version(),
                    part,
                    thing,
                    fields.stream().map(FieldChange::field).toList(),
                    draft.reason());
        }
    }
}
