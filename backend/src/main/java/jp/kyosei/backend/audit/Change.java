package jp.kyosei.backend.audit;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change to be written down.
 *
 * @param action what was done
 * @param subjectKind what kind of thing was changed
 * @param subjectId which one, in words a person can look up
 * @param before what it was, by the codes of {@link Fact}; empty if it did not exist
 * @param after what it is now; empty if it is gone
 * @param reason why, where the person gave one
 */
public record Change(
        Deed action,
        SubjectKind subjectKind,
        String subjectId,
        @Nullable UUID plan,
        @Nullable UUID indicator,
        Map<String, Object> before,
        Map<String, Object> after,
        @Nullable String reason) {
    public Change {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
        // Only while testing: an untold fact is no reason to refuse somebody's work.
        assert tellable(before) && tellable(after)
                : "a fact that nobody is told in words: %s → %s".formatted(before, after);
    }

    private static boolean tellable(Map<String, Object> facts) {
        return facts.keySet().stream().allMatch(code -> Fact.coded(code).isPresent());
    }
}
