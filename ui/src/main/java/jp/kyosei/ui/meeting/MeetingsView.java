package jp.kyosei.ui.meeting;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.MeetingId;
import jp.kyosei.backend.meeting.MeetingList;
import jp.kyosei.backend.meeting.MeetingPlan;
import jp.kyosei.backend.meeting.MeetingService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.plan.PlanPage;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.MainLayout;

/** 懇談会: the meetings of a plan, the next one marked, and the form that plans one. */
@Prototype
@Route(value = "plans/:plan/meetings", layout = MainLayout.class)
@CssImport("./meeting/meeting.css")
public final class MeetingsView extends PlanPage {
    private static final String TITLE = "懇談会";

    private final MeetingService meetings;
    private final CurrentActor current;
    private final Clock clock;

    public MeetingsView(MeetingService meetings, CurrentActor current, Clock clock) {
        super(current);
        this.meetings = meetings;
        this.current = current;
        this.clock = clock;
    }

    @Override
    protected void show(Actor actor, String plan, Optional<FiscalYear> year, RouteParameters parameters) {
        MeetingList list = meetings.meetings(actor, plan);
        placeAt(list.content(), TITLE);
        addClassName("meeting-page");
        add(new H1(TITLE), new Paragraph(list.content().plan().title()));
        LocalDate today = LocalDate.now(clock);
        if (list.meetings().isEmpty()) {
            add(empty(list));
        } else {
            add(cards(list, today));
        }
        MeetingPlan suggestion = list.suggestion();
        if (suggestion != null) {
            NativeDetails planning = new NativeDetails(
                    "懇談会を計画する",
                    new MeetingForm(list.content().plan(), suggestion, "この内容で計画する", typed -> plan(plan, typed)));
            planning.setOpen(list.meetings().isEmpty());
            add(planning);
        }
    }

    private static Component empty(MeetingList list) {
        Div box = new Div(
                new Paragraph("まだ懇談会はありません。"),
                new Paragraph(
                        list.mayPlan()
                                ? "下で日にちと次第、資料を決めると、委員が意見を書けるようになり、資料No.を付けて発行できます。"
                                : "事務局が懇談会を計画すると、日にち、次第、資料がここに出ます。"));
        box.addClassName("empty-state");
        return box;
    }

    private static Component cards(MeetingList list, LocalDate today) {
        Div cards = new Div();
        cards.addClassName("meeting-cards");
        Optional<MeetingId> next = list.meetings().stream()
                .filter(meeting -> !meeting.isCancelled() && !meeting.heldOn().isBefore(today))
                .min(Comparator.comparing(Meeting::heldOn))
                .map(Meeting::id);
        list.meetings()
                .forEach(meeting -> cards.add(
                        card(meeting, today, next.filter(meeting.id()::equals).isPresent())));
        return cards;
    }

    private static Component card(Meeting meeting, LocalDate today, boolean next) {
        Anchor link = new Anchor(new PlanAddress(meeting.plan().slug()).meeting(meeting.id()), meeting.title());
        Div chips = new Div();
        chips.addClassName("chip-row");
        MeetingWords.chips(meeting, today).forEach(chips::add);
        Div card = new Div(
                new H2(link),
                new Paragraph((next ? "次回：" : "") + MeetingWords.whenAndWhere(meeting)),
                new Paragraph("%sの実績について".formatted(meeting.fiscalYear().longLabel())),
                chips);
        card.addClassName("meeting-card");
        if (next) {
            card.addClassName("next");
        }
        return card;
    }

    private void plan(String plan, MeetingPlan typed) {
        Meeting planned = meetings.plan(current.require(), plan, typed);
        getUI().ifPresent(ui -> ui.navigate(new PlanAddress(plan).meeting(planned.id())));
    }
}
