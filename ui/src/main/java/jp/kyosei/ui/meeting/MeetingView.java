package jp.kyosei.ui.meeting;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.meeting.Material;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.MeetingPlan;
import jp.kyosei.backend.meeting.MeetingRight;
import jp.kyosei.backend.meeting.MeetingService;
import jp.kyosei.backend.meeting.outcome.Outcome;
import jp.kyosei.backend.meeting.outcome.OutcomeService;
import jp.kyosei.backend.meeting.paper.PaperService;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.meeting.outcome.OutcomeDesk;
import jp.kyosei.ui.meeting.outcome.OutcomeList;
import jp.kyosei.ui.report.ReportDesk;
import jp.kyosei.ui.report.ReportLinks;
import jp.kyosei.ui.shell.MainLayout;

/** One meeting: what it is about, who comes, its papers, what came out of it, and what is still open from before. */
@Prototype
@Route(value = "plans/:plan/meetings/:meeting", layout = MainLayout.class)
public final class MeetingView extends MeetingPage {
    private final MeetingService meetings;
    private final PaperService papers;
    private final OutcomeDesk outcomes;
    private final ReportDesk reports;
    private final Clock clock;
    private final Div heading = new Div();
    private final AskPlace question = new AskPlace();
    private final Div agenda = new Div();
    private final Div paperPlace = new Div();
    private final MeetingChange changing = new MeetingChange(this::change);
    private final MeetingQuestions questions;
    private final AttendanceList attendance;
    private final OutcomeList ofToday;
    private final OutcomeList ofEarlier;
    /** What the parts show: each is drawn anew only when it changes, so that no click is lost. */
    private List<Object> inHeading = List.of();

    private List<Object> inPapers = List.of();

    public MeetingView(
            Sources sources,
            MeetingService meetings,
            PaperService papers,
            OutcomeService outcomes,
            ReportDesk reports,
            Clock clock) {
        super(sources);
        this.meetings = meetings;
        this.papers = papers;
        this.outcomes = new OutcomeDesk(outcomes, this::actor, question, this::reload);
        ofToday = new OutcomeList(this.outcomes, "まだ記録はありません。", this::hrefOf);
        ofEarlier = new OutcomeList(this.outcomes, "前回までの宿題はありません。", this::hrefOf).ofSeveralMeetings();
        questions = new MeetingQuestions(this, question, meetings, papers);
        attendance = new AttendanceList(new AttendanceDesk(this, meetings)::attend);
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    protected void show(Actor actor, PlanContent content, Meeting shown, RouteParameters parameters) {
        placeAt(content, shown.title(), meetingsOf(shown));
        inHeading = List.of();
        inPapers = List.of();
        question.removeAll();
        Div left = new Div(new H2("資料"), paperPlace, new H2("この懇談会で決まったこと"), ofToday, new H2("前回までの宿題"), ofEarlier);
        Aside right = new Aside(box(new H2("次第"), agenda), box(new H2("出席者"), attendance));
        right.getElement().setAttribute("aria-label", "次第と出席者");
        Div body = new Div(left, right);
        body.addClassName("meeting-body");
        add(heading, question, body, changing);
        take(actor, shown);
    }

    @Override
    protected void follow(Actor actor) {
        take(actor, readAgain(actor));
    }

    private void take(Actor actor, Meeting shown) {
        LocalDate today = LocalDate.now(clock);
        List<Outcome> recorded = outcomes.of(actor, shown.id());
        List<Object> forHeading = List.of(MeetingHeading.stateOf(shown), today, recorded.isEmpty());
        if (!forHeading.equals(inHeading)) {
            inHeading = forHeading;
            heading.removeAll();
            heading.add(new MeetingHeading(
                    shown, today, !recorded.isEmpty(), questions::askToIssue, questions::askToCancel));
            agenda.removeAll();
            agenda.add(new AgendaList(shown.agenda()));
            changing.offer(shown);
        }
        Map<Integer, Integer> changed = isMember(actor) ? Map.of() : papers.changes(actor, shown.id());
        List<Object> forPapers = List.of(shown.materials(), changed, shown.rights());
        if (!forPapers.equals(inPapers)) {
            inPapers = forPapers;
            paperPlace.removeAll();
            paperPlace.add(new PaperList(shown, changed, questions::askToReplace));
            if (shown.materials().stream().anyMatch(Material::isIssued)) {
                paperPlace.add(ReportLinks.pack(reports, shown.id()));
            }
        }
        attendance.show(shown.participants(), shown.may(MeetingRight.ATTEND));
        ofToday.show(recorded);
        ofEarlier.show(outcomes.followed(actor, shown.id()));
    }

    private static Div box(Component... parts) {
        Div box = new Div(parts);
        box.addClassName("aside-box");
        return box;
    }

    private String hrefOf(Outcome outcome) {
        Outcome.Subject subject = outcome.indicator();
        return subject == null
                ? addressOf(meeting()).results(meeting().fiscalYear())
                : addressOf(meeting()).indicator(subject.no(), meeting().fiscalYear());
    }

    private void change(long version, MeetingPlan typed) {
        Actor actor = actor();
        keep(meetings.change(actor, meeting().id(), version, typed));
        changing.removeAll();
        inHeading = List.of();
        take(actor, meeting());
        question.say("変更を保存しました。");
    }
}
