package jp.kyosei.backend.meeting;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.kyosei.backend.discussion.CommentWindow;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.SqlArrays;
import jp.kyosei.backend.tenancy.StaleException;
import org.jspecify.annotations.Nullable;

/** Finds meetings and puts them together; always inside an open tenant door. */
@Singleton
public final class MeetingReading {
    private static final Set<MeetingRight> ALL_RIGHTS = Set.of(MeetingRight.values());
    private static final Set<MeetingRight> NO_RIGHTS = Set.of();

    private final PlanService plans;
    private final MeetingRepository meetings;
    private final ParticipantRepository participants;
    private final MaterialRepository materials;
    private final Issues issues;
    private final AccessPolicy policy;

    MeetingReading(
            PlanService plans,
            MeetingRepository meetings,
            ParticipantRepository participants,
            MaterialRepository materials,
            Issues issues,
            AccessPolicy policy) {
        this.plans = plans;
        this.meetings = meetings;
        this.participants = participants;
        this.materials = materials;
        this.issues = issues;
        this.policy = policy;
    }

    /** @throws NotFoundException if there is no such meeting, or it is another owner's */
    public OpenMeeting openWithin(Actor actor, MeetingId id) {
        MeetingRow row = meetings.find(id.value()).orElseThrow(NotFoundException::new);
        PlanContent content = plans.inForceWithin(actor, row.planSlug());
        return new OpenMeeting(
                content, assemble(actor, content.plan(), List.of(row)).getFirst());
    }

    /**
     * The same for the owner's secretariat, held until the transaction ends.
     *
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not the owner's secretariat
     */
    public OpenMeeting openForChangeWithin(Actor actor, MeetingId id) {
        MeetingRow found = meetings.find(id.value()).orElseThrow(NotFoundException::new);
        OwnerId owner = new OwnerId(found.ownerId());
        policy.checkCanKeepPlans(actor, owner);
        if (meetings.lock(owner.value(), id.value()).isEmpty()) {
            throw new NotFoundException();
        }
        // Read again: it may have changed before it was locked.
        return openWithin(actor, id);
    }

    /**
     * The same of a meeting that takes place.
     *
     * @throws RefusedException if it is called off
     */
    public OpenMeeting openHeldForChangeWithin(Actor actor, MeetingId id) {
        OpenMeeting opened = openForChangeWithin(actor, id);
        if (opened.meeting().isCancelled()) {
            throw new RefusedException("この懇談会は中止になっています。記録を変えることはできません。");
        }
        return opened;
    }

    /** Newest first. */
    List<Meeting> ofPlanWithin(Actor actor, Plan plan) {
        return assemble(
                actor, plan, meetings.ofPlan(plan.owner().value(), plan.id().value()));
    }

    /** @throws StaleException if the version is not the one expected; below 0 any is */
    public static void checkVersion(long expected, long version) {
        if (expected >= 0 && expected != version) {
            throw new StaleException();
        }
    }

    private List<Meeting> assemble(Actor actor, Plan plan, List<MeetingRow> rows) {
        UUID owner = plan.owner().value();
        String ids = SqlArrays.of(rows.stream().map(MeetingRow::id).toList());
        Map<UUID, List<Participant>> invited = new HashMap<>();
        participants.ofMeetings(owner, ids).forEach(row -> invited.computeIfAbsent(
                        row.meetingId(), id -> new ArrayList<>())
                .add(row.participant()));
        Map<UUID, List<MaterialEntity>> papers = new HashMap<>();
        materials.ofMeetings(owner, ids).forEach(row -> papers.computeIfAbsent(row.meetingId(), id -> new ArrayList<>())
                .add(row));
        List<Issues.OfMaterial> issued = issues.ofMeetingsWithin(
                plan.owner(), rows.stream().map(MeetingRow::id).toList());
        boolean secretariat = policy.canKeepPlans(actor, plan.owner());
        return rows.stream()
                .map(row -> new Meeting(
                        new MeetingId(row.id()),
                        plan,
                        new FiscalYear(row.fiscalYear()),
                        row.title(),
                        row.heldOn(),
                        MeetingRow.time(row.startsAt()),
                        MeetingRow.time(row.endsAt()),
                        row.place(),
                        window(row),
                        row.agendaItems(),
                        invited.getOrDefault(row.id(), List.of()),
                        papers.getOrDefault(row.id(), List.of()).stream()
                                .map(paper -> material(paper, issued))
                                .toList(),
                        state(row.minutes()),
                        row.cancelled(),
                        row.version(),
                        secretariat && row.cancelled().isEmpty() ? ALL_RIGHTS : NO_RIGHTS))
                .toList();
    }

    private static Material material(MaterialEntity paper, List<Issues.OfMaterial> issued) {
        return new Material(
                paper.number(),
                paper.mark(),
                paper.title(),
                MaterialKind.valueOf(paper.kind()),
                paper.words(),
                issued.stream()
                        .filter(issue -> issue.meeting().equals(paper.meetingId()) && issue.number() == paper.number())
                        .map(Issues.OfMaterial::issue)
                        .toList());
    }

    private static @Nullable CommentWindow window(MeetingRow row) {
        return row.commentsOpenOn() == null
                        || row.commentsCloseOn() == null
                        || !row.cancelled().isEmpty()
                ? null
                : new CommentWindow(
                        row.id(),
                        row.title(),
                        new FiscalYear(row.fiscalYear()),
                        row.commentsOpenOn(),
                        row.commentsCloseOn());
    }

    private static @Nullable MinutesState state(@Nullable String state) {
        return state == null ? null : MinutesState.valueOf(state);
    }
}
