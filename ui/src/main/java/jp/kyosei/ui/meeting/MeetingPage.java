package jp.kyosei.ui.meeting;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.router.RouteParameters;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.live.Announcement;
import jp.kyosei.backend.live.LiveChannel;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.MeetingId;
import jp.kyosei.backend.meeting.MeetingService;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.plan.PlanPage;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.Crumb;
import jp.kyosei.ui.shell.LiveChanges;
import org.jspecify.annotations.Nullable;

/** A page of one meeting, which follows what others do there. A meeting of another plan than the address says is absent. */
@CssImport("./meeting/meeting.css")
public abstract class MeetingPage extends PlanPage {
    private final PlanService plans;
    private final MeetingService meetings;
    private final CurrentActor current;
    private final AccessPolicy policy;
    private @Nullable Meeting meeting;

    /** What every page of a meeting needs. */
    @Singleton
    public record Sources(
            PlanService plans, MeetingService meetings, LiveChannel live, CurrentActor current, AccessPolicy policy) {}

    // It is called back only once it is attached, which is after it was made.
    @SuppressWarnings("this-escape")
    protected MeetingPage(Sources sources) {
        super(sources.current());
        plans = sources.plans();
        meetings = sources.meetings();
        current = sources.current();
        policy = sources.policy();
        LiveChanges.follow(this, sources.live(), this::isAbout, announcement -> follow(actor()));
    }

    /** Lays out the page, which is empty, for another meeting or another part of it. */
    protected abstract void show(Actor actor, PlanContent content, Meeting shown, RouteParameters parameters);

    /** Shows what has changed, and touches nothing else; only while the page is open. */
    protected void follow(Actor actor) {}

    /** Shows what is there now. */
    protected final void reload() {
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
    protected final Meeting meeting() {
        return Optional.ofNullable(meeting).orElseThrow(NotFoundException::new);
    }

    /** The meeting as it is now. */
    protected final Meeting readAgain(Actor actor) {
        Meeting found = meetings.meeting(actor, meeting().id());
        meeting = found;
        return found;
    }

    /** Keeps what a service has answered. */
    protected final void keep(Meeting changed) {
        meeting = changed;
    }

    protected final Actor actor() {
        return current.require();
    }

    /** Whether the reader is there for the committee alone, and is spared what those who manage need. */
    protected final boolean isMember(Actor actor) {
        return policy.isOnlyOfCommittee(actor, meeting().plan().owner());
    }

    protected static PlanAddress addressOf(Meeting meeting) {
        return new PlanAddress(meeting.plan().slug());
    }

    protected static Crumb meetingsOf(Meeting meeting) {
        return new Crumb("懇談会", addressOf(meeting).meetings());
    }

    protected static Crumb crumbOf(Meeting meeting) {
        return new Crumb(meeting.title(), addressOf(meeting).meeting(meeting.id()));
    }

    private static MeetingId idIn(RouteParameters parameters) {
        try {
            return new MeetingId(UUID.fromString(parameters.get("meeting").orElse("")));
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }

    private boolean isAbout(Announcement announcement) {
        Meeting shown = meeting;
        return shown != null && announcement.concerns(shown.plan(), shown.fiscalYear());
    }
}
