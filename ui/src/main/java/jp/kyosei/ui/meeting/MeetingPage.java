package jp.kyosei.ui.meeting;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.router.RouteParameters;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.live.Announcement;
import jp.kyosei.backend.live.LiveChannel;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.MeetingId;
import jp.kyosei.backend.meeting.MeetingService;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.plan.PlanPage;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.Crumb;
import org.jspecify.annotations.Nullable;

/** A page of one meeting, which follows what others do there. A meeting of another plan than the address says is absent. */
@CssImport("./meeting/meeting.css")
abstract class MeetingPage extends PlanPage {
    private final PlanService plans;
    private final MeetingService meetings;
    private final LiveChannel live;
    private final CurrentActor current;
    private @Nullable Runnable subscription;
    private @Nullable Meeting meeting;

    /** What every page of a meeting needs. */
    @Singleton
    record Sources(PlanService plans, MeetingService meetings, LiveChannel live, CurrentActor current) {}

    MeetingPage(Sources sources) {
        super(sources.current());
        plans = sources.plans();
        meetings = sources.meetings();
        live = sources.live();
        current = sources.current();
    }

    /** Lays out the page, which is empty, for another meeting or another part of it. */
    abstract void show(Actor actor, PlanContent content, Meeting shown, RouteParameters parameters);

    /** Shows what has changed, and touches nothing else; only while the page is open. */
    void follow(Actor actor) {}

    /** Shows what is there now. */
    final void reload() {
        follow(actor());
    }

    @Override
    protected final void show(Actor actor, String plan, Optional<FiscalYear> year, RouteParameters parameters) {
        addClassName("meeting-page");
        Meeting found = meetings.meeting(actor, idIn(parameters));
        if (!found.plan().slug().equals(plan)) {
            throw new NotFoundException();
        }
        meeting = found;
        show(actor, plans.plan(actor, plan).content(), found, parameters);
    }

    /** The meeting as it was read last. */
    final Meeting meeting() {
        return Optional.ofNullable(meeting).orElseThrow(NotFoundException::new);
    }

    /** The meeting as it is now. */
    final Meeting readAgain(Actor actor) {
        Meeting found = meetings.meeting(actor, meeting().id());
        meeting = found;
        return found;
    }

    /** Keeps what a service has answered. */
    final void keep(Meeting changed) {
        meeting = changed;
    }

    final Actor actor() {
        return current.require();
    }

    static PlanAddress addressOf(Meeting meeting) {
        return new PlanAddress(meeting.plan().slug());
    }

    static Crumb meetingsOf(Meeting meeting) {
        return new Crumb("懇談会", addressOf(meeting).meetings());
    }

    static Crumb crumbOf(Meeting meeting) {
        return new Crumb(meeting.title(), addressOf(meeting).meeting(meeting.id()));
    }

    private static MeetingId idIn(RouteParameters parameters) {
        try {
            return new MeetingId(UUID.fromString(parameters.get("meeting").orElse("")));
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }

    @Override
    protected final void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        subscription = live.listen(announcement -> hear(ui, announcement));
    }

    @Override
    protected final void onDetach(DetachEvent detached) {
        Optional.ofNullable(subscription).ifPresent(Runnable::run);
        subscription = null;
    }

    private void hear(UI ui, Announcement announcement) {
        Meeting shown = meeting;
        if (shown != null && announcement.concerns(shown.plan(), shown.fiscalYear())) {
            Future<Void> told = ui.access(() -> {
                if (isAttached()) {
                    follow(actor());
                }
            });
            assert told != null;
        }
    }
}
