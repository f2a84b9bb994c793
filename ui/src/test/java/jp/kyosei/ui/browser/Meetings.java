package jp.kyosei.ui.browser;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.backend.meeting.Attendance;
import jp.kyosei.backend.meeting.MaterialKind;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.MeetingPlan;
import jp.kyosei.backend.meeting.MeetingService;
import jp.kyosei.backend.meeting.Participant;
import jp.kyosei.backend.meeting.minutes.MinutesService;
import jp.kyosei.backend.meeting.outcome.NewOutcome;
import jp.kyosei.backend.meeting.outcome.OutcomeService;
import jp.kyosei.backend.meeting.outcome.OutcomeStatus;
import jp.kyosei.backend.meeting.paper.PaperService;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.RunningKyosei;

/** A meeting of a plan with everything in it, its papers issued, without a comment window; one for all tests. */
public final class Meetings {
    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private Meetings() {}

    /** @return its id, for addresses */
    public static String of(DemonstrationUser secretariat, String plan) {
        return KNOWN.computeIfAbsent(plan, slug -> hold(secretariat, slug));
    }

    private static String hold(DemonstrationUser secretariat, String plan) {
        RunningKyosei kyosei = RunningKyosei.get();
        Actor actor = kyosei.bean(IdentityService.class)
                .actorOf(secretariat.subject())
                .orElseThrow();
        FiscalYear year =
                kyosei.bean(ResultsService.class).results(actor, plan, null).fiscalYear();
        String no = kyosei.bean(ResultsService.class)
                .results(actor, plan, null)
                .rows()
                .getFirst()
                .indicator()
                .no();
        Meeting meeting = kyosei.bean(MeetingService.class)
                .plan(
                        actor,
                        plan,
                        new MeetingPlan(
                                year,
                                "画面を試す懇談会",
                                LocalDate.now(kyosei.bean(Clock.class)).plusDays(10),
                                LocalTime.of(14, 0),
                                LocalTime.of(15, 30),
                                "市役所 大会議室",
                                null,
                                null,
                                List.of("開会", "実績について", "閉会"),
                                List.of(
                                        new Participant("試験 一子", "試験の会", "会長", Attendance.PRESENT),
                                        new Participant("試験 次郎", "", "委員", Attendance.UNDECIDED)),
                                Stream.of(MaterialKind.values())
                                        .map(kind -> new MeetingPlan.Paper(kind.label(), kind))
                                        .toList()));
        kyosei.bean(PaperService.class).issue(actor, meeting.id(), Set.of());
        kyosei.bean(OutcomeService.class)
                .record(actor, meeting.id(), new NewOutcome(no, null, "次の年度から数え方をそろえる。", OutcomeStatus.WITHIN_YEAR));
        kyosei.bean(MinutesService.class).draft(actor, meeting.id(), 0);
        return meeting.id().value().toString();
    }
}
