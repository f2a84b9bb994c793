package jp.kyosei.backend.revision.comparison;

import java.util.List;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanVersion;

/**
 * Two versions of a plan side by side.
 *
 * @param before the version to compare with
 * @param after the version that is compared
 * @param versions all that the reader may read, in their order
 * @param everything every thing of either version in the order of the newer, sections with what stands under them; what was
 *     taken out at its old place
 */
public record ComparedVersions(
        PlanContent before, PlanContent after, List<PlanVersion> versions, List<VersionChange> everything) {
    public ComparedVersions {
        versions = List.copyOf(versions);
        everything = List.copyOf(everything);
    }

    /** What differs. */
    public List<VersionChange> changes() {
        return everything.stream()
                .filter(change -> change.kind() != ChangeKind.SAME)
                .toList();
    }

    /** How many things became so. */
    public long count(ChangeKind kind) {
        return everything.stream().filter(change -> change.kind() == kind).count();
    }
}
