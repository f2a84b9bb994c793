package jp.kyosei.backend.discussion;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import jp.kyosei.backend.plan.Plan;

/** Until the meetings keep windows, the committee cannot write. */
@Singleton
@Requires(missingBeans = CommentWindows.class)
final class NoWindows implements CommentWindows {
    @Override
    public List<CommentWindow> ofWithin(Plan plan) {
        return List.of();
    }
}
