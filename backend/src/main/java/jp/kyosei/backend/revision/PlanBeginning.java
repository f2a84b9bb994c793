package jp.kyosei.backend.revision;

import java.util.List;
import jp.kyosei.backend.plan.PlanKind;
import jp.kyosei.backend.plan.PlanPeriod;
import org.jspecify.annotations.Nullable;

/**
 * What a new plan begins with.
 *
 * @param levelNames the plan's own names of the levels of its tree from the top, one to six
 * @param slug its name in addresses; one is made where none is given
 */
public record PlanBeginning(
        String title,
        PlanKind kind,
        PlanPeriod period,
        List<String> levelNames,
        @Nullable String slug) {
    public PlanBeginning {
        levelNames = List.copyOf(levelNames);
    }
}
