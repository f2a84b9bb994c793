package jp.kyosei.backend.meeting;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.committee.CommitteeService;
import jp.kyosei.backend.committee.MemberId;
import jp.kyosei.backend.discussion.CommentWindow;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.tenancy.WrongTextException;

/** Plans meetings and says who attends. */
@Singleton
public class MeetingService {
    private static final int USUAL_DAYS_AHEAD = 28;
    private static final List<String> USUAL_AGENDA = List.of("開会", "あいさつ", "議事", "その他", "閉会");

    /** As 一関・平泉 hand them out: the overview is 資料No.1, the list follows. */
    private static final List<MaterialKind> USUAL_PAPERS =
            List.of(MaterialKind.OVERVIEW, MaterialKind.TREND, MaterialKind.RESULTS, MaterialKind.NOTES);

    private final PlanService plans;
    private final MeetingReading reading;
    private final CommitteeService committee;
    private final MeetingRepository meetings;
    private final ParticipantRepository participants;
    private final MaterialRepository materials;
    private final MeetingTrail trail;
    private final MeetingNotices notices;
    private final TenantDoor door;
    private final AccessPolicy policy;
    private final Clock clock;

    MeetingService(
            PlanService plans,
            MeetingReading reading,
            CommitteeService committee,
            MeetingRepository meetings,
            ParticipantRepository participants,
            MaterialRepository materials,
            MeetingTrail trail,
            MeetingNotices notices,
            TenantDoor door,
            AccessPolicy policy,
            Clock clock) {
        this.plans = plans;
        this.reading = reading;
        this.committee = committee;
        this.meetings = meetings;
        this.participants = participants;
        this.materials = materials;
        this.trail = trail;
        this.notices = notices;
        this.door = door;
        this.policy = policy;
        this.clock = clock;
    }

    /** @throws jp.kyosei.backend.tenancy.NotFoundException if there is no such plan, or it is another owner's */
    public MeetingList meetings(Actor actor, String plan) {
        return door.read(actor, () -> {
            PlanContent content = plans.inForceWithin(actor, plan);
            List<Meeting> found = reading.ofPlanWithin(actor, content.plan());
            return new MeetingList(
                    content,
                    found,
                    policy.canKeepPlans(actor, content.plan().owner()) ? suggestion(content.plan(), found) : null);
        });
    }

    /** @throws jp.kyosei.backend.tenancy.NotFoundException if there is no such meeting, or it is another owner's */
    public Meeting meeting(Actor actor, MeetingId id) {
        return door.read(actor, () -> reading.openWithin(actor, id).meeting());
    }

    /**
     * Plans a meeting.
     *
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not the owner's secretariat
     * @throws RefusedException if what is typed has {@link MeetingPlan#problems()}
     * @throws jp.kyosei.backend.plan.FiscalYearOutsidePlanException if the plan has no such year
     */
    public Meeting plan(Actor actor, String plan, MeetingPlan typed) {
        return door.write(actor, () -> {
            PlanContent content = plans.inForceWithin(actor, plan);
            Plan of = content.plan();
            policy.checkCanKeepPlans(actor, of.owner());
            check(of, typed);
            MeetingId id = MeetingId.next();
            meetings.insertMeeting(
                    of.owner().value(),
                    id.value(),
                    of.id().value(),
                    typed.fiscalYear().year(),
                    typed.title(),
                    typed.heldOn(),
                    MeetingRow.text(typed.startsAt()),
                    MeetingRow.text(typed.endsAt()),
                    typed.place(),
                    typed.commentsOpenOn(),
                    typed.commentsCloseOn(),
                    String.join("\n", typed.agenda()),
                    actor.person().value(),
                    clock.instant());
            insertLists(of.owner().value(), id, typed.participants(), typed.materials());
            OpenMeeting opened = reading.openWithin(actor, id);
            trail.leaveWithin(actor, opened, Deed.PLAN_MEETING, Map.of(), facts(opened.meeting()), "");
            return opened.meeting();
        });
    }

    /**
     * Changes a meeting. Papers that are issued stay what they are: their kind does not change, and neither does the year.
     *
     * @param version that the change began from; below 0 for whatever is there
     * @throws jp.kyosei.backend.tenancy.StaleException if somebody else has changed it meanwhile
     */
    public Meeting change(Actor actor, MeetingId id, long version, MeetingPlan typed) {
        return door.write(actor, () -> {
            OpenMeeting before = reading.openHeldForChangeWithin(actor, id);
            MeetingReading.checkVersion(version, before.meeting().version());
            check(before.plan(), typed);
            checkIssuedStay(before.meeting(), typed);
            meetings.updateMeeting(
                    before.ownerId(),
                    id.value(),
                    typed.fiscalYear().year(),
                    typed.title(),
                    typed.heldOn(),
                    MeetingRow.text(typed.startsAt()),
                    MeetingRow.text(typed.endsAt()),
                    typed.place(),
                    typed.commentsOpenOn(),
                    typed.commentsCloseOn(),
                    String.join("\n", typed.agenda()));
            participants.deleteOf(before.ownerId(), id.value());
            materials.deleteOf(before.ownerId(), id.value());
            insertLists(before.ownerId(), id, typed.participants(), typed.materials());
            OpenMeeting after = reading.openWithin(actor, id);
            trail.leaveWithin(actor, after, Deed.CHANGE_MEETING, facts(before.meeting()), facts(after.meeting()), "");
            notices.changedWithin(actor, before, after, LocalDate.now(clock));
            return after.meeting();
        });
    }

    /** Notes who attends: the list as a whole. Errors as {@link #change}. */
    public Meeting attendance(Actor actor, MeetingId id, long version, List<Participant> attending) {
        return door.write(actor, () -> {
            OpenMeeting before = reading.openHeldForChangeWithin(actor, id);
            MeetingReading.checkVersion(version, before.meeting().version());
            refuse(MeetingPlan.problems(attending));
            participants.deleteOf(before.ownerId(), id.value());
            insertParticipants(before.ownerId(), id, attending);
            meetings.turn(before.ownerId(), id.value(), before.meeting().cancelled());
            OpenMeeting after = reading.openWithin(actor, id);
            trail.leaveWithin(
                    actor,
                    after,
                    Deed.NOTE_ATTENDANCE,
                    attendance(before.meeting().participants()),
                    attendance(after.meeting().participants()),
                    "");
            return after.meeting();
        });
    }

    /**
     * Calls a meeting off (中止): its comment window ends, what was issued and recorded stays readable.
     *
     * @param reason shown to readers; required
     */
    public Meeting cancel(Actor actor, MeetingId id, long version, String reason) {
        return door.write(actor, () -> {
            OpenMeeting before = reading.openHeldForChangeWithin(actor, id);
            MeetingReading.checkVersion(version, before.meeting().version());
            String why = TypedText.requiredReason("中止の理由", reason);
            meetings.turn(before.ownerId(), id.value(), why);
            OpenMeeting after = reading.openWithin(actor, id);
            trail.leaveWithin(actor, after, Deed.CANCEL_MEETING, Map.of(), Map.of(), why);
            notices.cancelledWithin(actor, after, LocalDate.now(clock));
            return after.meeting();
        });
    }

    private static void check(Plan plan, MeetingPlan typed) {
        refuse(typed.problems());
        plan.checkCovers(typed.fiscalYear());
    }

    private static void refuse(List<MeetingPlan.Problem> problems) {
        if (!problems.isEmpty()) {
            throw new WrongTextException(
                    problems.getFirst().field(),
                    problems.stream().map(MeetingPlan.Problem::message).collect(Collectors.joining("\n")));
        }
    }

    private static void checkIssuedStay(Meeting before, MeetingPlan typed) {
        List<Material> issued =
                before.materials().stream().filter(Material::isIssued).toList();
        for (Material material : issued) {
            List<MeetingPlan.Paper> papers = typed.materials();
            if (papers.size() < material.number()
                    || papers.get(material.number() - 1).kind() != material.kind()) {
                throw new RefusedException("%s（%s）は発行済みです。番号を変えたり、外したり、別の資料にしたりすることはできません。"
                        .formatted(
                                Material.label(material.mark(), material.number(), 0),
                                material.kind().label()));
            }
        }
        if (!issued.isEmpty() && !typed.fiscalYear().equals(before.fiscalYear())) {
            throw new RefusedException("資料を発行したあとは、「実績の年度」を変えられません。別の懇談会として登録してください。");
        }
    }

    private void insertLists(UUID owner, MeetingId id, List<Participant> attending, List<MeetingPlan.Paper> papers) {
        insertParticipants(owner, id, attending);
        List<MaterialEntity> rows = new ArrayList<>();
        for (MeetingPlan.Paper paper : papers) {
            rows.add(new MaterialEntity(
                    owner,
                    id.value(),
                    rows.size() + 1,
                    paper.mark(),
                    paper.title(),
                    paper.kind().name(),
                    paper.words()));
        }
        if (!rows.isEmpty()) {
            materials.insertMaterials(rows);
        }
    }

    private void insertParticipants(UUID owner, MeetingId id, List<Participant> attending) {
        List<ParticipantEntity> rows = new ArrayList<>();
        for (Participant participant : Participant.known(attending, committee.membersWithin(new OwnerId(owner)))) {
            MemberId member = participant.member();
            rows.add(new ParticipantEntity(
                    owner,
                    id.value(),
                    rows.size() + 1,
                    participant.name(),
                    participant.affiliation(),
                    participant.office(),
                    participant.attendance().name(),
                    participant.kind().name(),
                    participant.remark(),
                    member == null ? null : member.value()));
        }
        if (!rows.isEmpty()) {
            participants.insertParticipants(rows);
        }
    }

    /** Agenda and people come from the last meeting: they seldom change. Members come from the 名簿, if one is kept. */
    private MeetingPlan suggestion(Plan plan, List<Meeting> known) {
        LocalDate today = LocalDate.now(clock);
        FiscalYear now = FiscalYear.of(today);
        long held = known.stream()
                .filter(meeting -> !meeting.isCancelled()
                        && FiscalYear.of(meeting.heldOn()).equals(now))
                .count();
        FiscalYear discussed = plan.fiscalYears().stream()
                .filter(year -> year.compareTo(now) < 0)
                .reduce((earlier, later) -> later)
                .orElse(plan.firstFiscalYear());
        LocalDate day = today.plusDays(USUAL_DAYS_AHEAD);
        return new MeetingPlan(
                discussed,
                "%s第%d回懇談会".formatted(now.longLabel(), held + 1),
                day,
                null,
                null,
                known.isEmpty() ? "" : known.getFirst().place(),
                null,
                null,
                known.isEmpty() ? USUAL_AGENDA : known.getFirst().agenda(),
                people(plan, known, day),
                USUAL_PAPERS.stream()
                        .map(kind -> new MeetingPlan.Paper(kind.label(), kind))
                        .toList());
    }

    private List<Participant> people(Plan plan, List<Meeting> known, LocalDate day) {
        List<Participant> members = committee.inOfficeWithin(plan.owner(), day).stream()
                .map(member -> new Participant(
                        member.name(),
                        member.affiliation(),
                        member.office(),
                        Attendance.UNDECIDED,
                        Participant.Kind.MEMBER,
                        member.remark(),
                        member.id()))
                .toList();
        Stream<Participant> last = known.isEmpty()
                ? Stream.of()
                : known.getFirst().participants().stream().map(one -> one.attending(Attendance.UNDECIDED));
        return Stream.concat(
                        members.stream(),
                        last.filter(one -> members.isEmpty() || one.kind() != Participant.Kind.MEMBER))
                .toList();
    }

    private static Map<String, Object> facts(Meeting meeting) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("title", meeting.title());
        facts.put("fiscalYear", meeting.fiscalYear().year());
        facts.put("heldOn", meeting.heldOn().toString());
        facts.put("place", meeting.place());
        facts.put("participants", meeting.participants().size());
        facts.put("materials", meeting.materials().size());
        CommentWindow window = meeting.window();
        if (window != null) {
            facts.put("commentsOpenOn", window.opensOn().toString());
            facts.put("commentsCloseOn", window.closesOn().toString());
        }
        return facts;
    }

    private static Map<String, Object> attendance(List<Participant> participants) {
        return participants.stream()
                .collect(Collectors.groupingBy(
                        participant -> participant.attendance().name(),
                        LinkedHashMap::new,
                        Collectors.collectingAndThen(Collectors.counting(), Object.class::cast)));
    }
}
