package jp.kyosei.backend.revision.comparison;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A thing as one version has it.
 *
 * @param section the identity of the section under which it stands; none for a section at the top
 * @param level of a section its own, of anything else that of its section
 */
record VersionThing(
        PlanPart part,
        UUID id,
        String no,
        String name,
        @Nullable UUID section,
        String place,
        int level,
        List<Fact> facts) {
    Key key() {
        return new Key(part, id);
    }

    /** What outlives versions. */
    record Key(PlanPart part, UUID id) {}
}
