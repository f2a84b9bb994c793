package jp.kyosei.ui.meeting;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.kyosei.backend.meeting.Agenda;
import jp.kyosei.backend.meeting.Attendance;
import jp.kyosei.backend.meeting.Material;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.MeetingPlan;
import jp.kyosei.backend.meeting.MeetingRight;
import jp.kyosei.backend.meeting.MeetingService;
import jp.kyosei.backend.meeting.Participant;
import jp.kyosei.backend.meeting.outcome.Outcome;
import jp.kyosei.backend.meeting.outcome.OutcomeService;
import jp.kyosei.backend.meeting.paper.PaperService;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.AskPlace;
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
    private final Div changing = new Div();
    private final AttendanceList attendance = new AttendanceList(this::attend);
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
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    void show(Actor actor, PlanContent content, Meeting shown, RouteParameters parameters) {
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
    void follow(Actor actor) {
        take(actor, readAgain(actor));
    }

    private void take(Actor actor, Meeting shown) {
        LocalDate today = LocalDate.now(clock);
        List<Outcome> recorded = outcomes.of(actor, shown.id());
        List<Object> forHeading = List.of(headingOf(shown), today, recorded.isEmpty());
        if (!forHeading.equals(inHeading)) {
            inHeading = forHeading;
            heading.removeAll();
            heading.add(new MeetingHeading(shown, today, !recorded.isEmpty(), this::askToIssue, this::askToCancel));
            agenda.removeAll();
            agenda.add(agenda(shown));
            offerChange(shown);
        }
        Map<Integer, Integer> changed = papers.changes(actor, shown.id());
        List<Object> forPapers = List.of(shown.materials(), changed, shown.rights());
        if (!forPapers.equals(inPapers)) {
            inPapers = forPapers;
            paperPlace.removeAll();
            paperPlace.add(new PaperList(shown, changed, this::askToReplace));
            if (shown.materials().stream().anyMatch(Material::isIssued)) {
                paperPlace.add(ReportLinks.pack(reports, shown.id()));
            }
        }
        attendance.show(shown.participants(), shown.may(MeetingRight.ATTEND));
        ofToday.show(recorded);
        ofEarlier.show(outcomes.followed(actor, shown.id()));
    }

    /** All but attendance, which changes often and stands by itself. */
    private static List<Object> headingOf(Meeting shown) {
        List<Object> state = new ArrayList<>(List.of(
                shown.title(),
                MeetingWords.whenAndWhere(shown),
                shown.fiscalYear(),
                shown.agenda(),
                shown.materials(),
                shown.cancelled(),
                shown.rights(),
                shown.participants().stream().map(Participant::name).toList()));
        if (shown.window() != null) {
            state.add(shown.window());
        }
        if (shown.minutes() != null) {
            state.add(shown.minutes());
        }
        return state;
    }

    private static Div box(Component... parts) {
        Div box = new Div(parts);
        box.addClassName("aside-box");
        return box;
    }

    private static Component agenda(Meeting shown) {
        if (shown.agenda().isEmpty()) {
            return new Paragraph("次第はまだ決まっていません。");
        }
        OrderedList list = new OrderedList();
        list.addClassName("agenda");
        Agenda.of(shown.agenda()).items().forEach(item -> {
            ListItem line = new ListItem(item.text());
            item.numbered().forEach(under -> line.add(new Div(under)));
            list.add(line);
        });
        return list;
    }

    private String hrefOf(Outcome outcome) {
        Outcome.Subject subject = outcome.indicator();
        return subject == null
                ? addressOf(meeting()).results(meeting().fiscalYear())
                : addressOf(meeting()).indicator(subject.no(), meeting().fiscalYear());
    }

    private void offerChange(Meeting shown) {
        boolean open =
                changing.getChildren().anyMatch(child -> child instanceof NativeDetails details && details.isOpen());
        if (open && shown.may(MeetingRight.PLAN)) {
            // Somebody types there; their form tells them when they save.
            return;
        }
        changing.removeAll();
        if (shown.may(MeetingRight.PLAN)) {
            changing.add(new NativeDetails(
                    "日にち・次第・出席者・資料を変える",
                    new MeetingForm(shown.plan(), planOf(shown), "変更を保存する", typed -> change(shown.version(), typed))));
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

    private void change(long version, MeetingPlan typed) {
        Actor actor = actor();
        keep(meetings.change(actor, meeting().id(), version, typed));
        changing.removeAll();
        inHeading = List.of();
        take(actor, meeting());
        question.say("変更を保存しました。");
    }

    /** Who else has changed the list meanwhile has chosen for somebody else: this one choice is made in theirs. */
    private void attend(int place, Participant participant, Attendance chosen) {
        Actor actor = actor();
        try {
            keep(meetings.attendance(actor, meeting().id(), meeting().version(), chosen(place, participant, chosen)));
        } catch (StaleException e) {
            readAgain(actor);
            keep(meetings.attendance(actor, meeting().id(), meeting().version(), chosen(place, participant, chosen)));
        }
        take(actor, meeting());
    }

    private List<Participant> chosen(int place, Participant participant, Attendance chosen) {
        List<Participant> participants = new ArrayList<>(meeting().participants());
        if (place >= participants.size() || !participants.get(place).name().equals(participant.name())) {
            throw new StaleException();
        }
        participants.set(place, participants.get(place).attending(chosen));
        return participants;
    }

    private void askToIssue() {
        Set<Integer> unissued = new TreeSet<>();
        meeting().materials().stream()
                .filter(material -> !material.isIssued())
                .forEach(material -> unissued.add(material.number()));
        AskBox.of(
                        "資料を発行します。いまの実績・評価・文をそのまま固定し、後で実績を直しても発行した資料は変わりません。直したときは「差し替えて発行」できます。",
                        "発行する",
                        () -> attempt(() -> {
                            keep(papers.issue(actor(), meeting().id(), unissued));
                            return "資料を %d 件発行しました。".formatted(unissued.size());
                        }))
                .askIn(question);
    }

    private void askToReplace(Material material) {
        AskBox.of(
                        "%sを、いまの実績・評価・文で差し替えて発行します。同じ数値を載せて発行済みのほかの資料も、内容が変わっていれば一緒に差し替わります。前に発行したものも残り、見比べられます。"
                                .formatted(material.label()),
                        "差し替えて発行する",
                        () -> attempt(() -> {
                            List<Material> before = meeting().materials();
                            keep(papers.issue(actor(), meeting().id(), Set.of(material.number())));
                            return "%sを発行しました。"
                                    .formatted(meeting().materials().stream()
                                            .filter(now -> !before.contains(now))
                                            .map(Material::label)
                                            .collect(Collectors.joining("、")));
                        }))
                .askIn(question);
    }

    private void askToCancel() {
        AskBox.withReason(
                        "この懇談会を中止にします。意見の受付は終わります。発行した資料と記録は残ります。",
                        "中止の理由",
                        "中止にする",
                        reason -> attempt(() -> {
                            keep(meetings.cancel(
                                    actor(), meeting().id(), meeting().version(), reason));
                            return "中止にしました。";
                        }))
                .askIn(question);
    }

    private void attempt(Supplier<String> work) {
        question.attempt(work);
        reload();
    }
}
