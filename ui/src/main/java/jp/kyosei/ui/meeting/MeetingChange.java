package jp.kyosei.ui.meeting;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import java.util.function.BiConsumer;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.MeetingPlan;
import jp.kyosei.backend.meeting.MeetingRight;

/** The form that changes what is planned of a meeting, folded away until somebody wants it. */
final class MeetingChange extends Div {
    private final BiConsumer<Long, MeetingPlan> save;

    /**
     * Offers nothing yet.
     *
     * @param save takes the version from which the change began, and the plan as typed
     */
    MeetingChange(BiConsumer<Long, MeetingPlan> save) {
        this.save = save;
    }

    void offer(Meeting shown) {
        boolean open = getChildren().anyMatch(child -> child instanceof NativeDetails details && details.isOpen());
        if (open && shown.may(MeetingRight.PLAN)) {
            // Somebody types there; their form tells them when they save.
            return;
        }
        removeAll();
        if (shown.may(MeetingRight.PLAN)) {
            add(new NativeDetails(
                    "日にち・次第・出席者・資料を変える",
                    new MeetingForm(
                            shown.plan(), planOf(shown), "変更を保存する", typed -> save.accept(shown.version(), typed))));
        }
    }

    private static MeetingPlan planOf(Meeting shown) {
        return new MeetingPlan(
                shown.fiscalYear(),
                shown.title(),
                shown.heldOn(),
                shown.startsAt(),
                shown.endsAt(),
                shown.place(),
                shown.window() == null ? null : shown.window().opensOn(),
                shown.window() == null ? null : shown.window().closesOn(),
                shown.agenda(),
                shown.participants(),
                shown.materials().stream()
                        .map(material -> new MeetingPlan.Paper(
                                material.title(), material.kind(), material.mark(), material.words()))
                        .toList());
    }
}
