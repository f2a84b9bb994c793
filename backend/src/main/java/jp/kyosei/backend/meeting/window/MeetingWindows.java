package jp.kyosei.backend.meeting.window;

import jakarta.inject.Singleton;
import java.util.List;
import jp.kyosei.backend.discussion.CommentWindow;
import jp.kyosei.backend.discussion.CommentWindows;
import jp.kyosei.backend.plan.Plan;

/** The comment windows of meetings that are not called off. */
@Singleton
final class MeetingWindows implements CommentWindows {
    private final WindowRepository windows;

    MeetingWindows(WindowRepository windows) {
        this.windows = windows;
    }

    @Override
    public List<CommentWindow> ofWithin(Plan plan) {
        return windows.ofPlan(plan.owner().value(), plan.id().value()).stream()
                .map(WindowRow::window)
                .toList();
    }
}
