package jp.kyosei.ui.meeting;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.kyosei.backend.meeting.Material;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.MeetingRight;
import jp.kyosei.backend.meeting.MinutesState;
import jp.kyosei.backend.meeting.Participant;
import jp.kyosei.ui.plan.PlanAddress;

/** Over the meeting: when and where, how far it has come, and the one next thing to do. */
final class MeetingHeading extends Div {
    private final Meeting meeting;
    private final PlanAddress address;

    /** What is to be done next. */
    private enum Next {
        ISSUE,
        PRESENT,
        MINUTES,
        NOTHING
    }

    MeetingHeading(Meeting meeting, LocalDate today, boolean recorded, Runnable issue, Runnable cancel) {
        this.meeting = meeting;
        address = new PlanAddress(meeting.plan().slug());
        Div buttons = new Div();
        buttons.addClassName("button-row");
        Next next = next(today, recorded);
        if (meeting.may(MeetingRight.ISSUE) && hasUnissued()) {
            Button button = new Button("資料を発行する", click -> issue.run());
            button.addClassName("button");
            mark(next == Next.ISSUE, button.getElement());
            buttons.add(button);
        }
        if (!meeting.isCancelled() && meeting.may(MeetingRight.RECORD)) {
            buttons.add(
                    link("スクリーンに映す", address.presentation(meeting.id()), next == Next.PRESENT),
                    beside(address.recording(meeting.id())));
        }
        if (meeting.may(MeetingRight.MINUTES)) {
            buttons.add(link("議事要旨をまとめる", address.minutes(meeting.id()), next == Next.MINUTES));
        } else if (meeting.minutes() == MinutesState.PUBLISHED) {
            buttons.add(link("議事要旨を読む", address.minutes(meeting.id()), next == Next.MINUTES));
        } else if (meeting.minutes() == MinutesState.DRAFT) {
            // Whoever else sees that there is one is asked about it.
            buttons.add(link("議事要旨を確かめる", address.minutes(meeting.id()), true));
        }
        if (meeting.may(MeetingRight.PLAN) && !meeting.isCancelled()) {
            Button button = new Button("中止にする", click -> cancel.run());
            button.addClassName("button");
            buttons.add(button);
        }
        Div line = new Div(new H1(meeting.title()), buttons);
        line.addClassName("heading-line");
        Paragraph when = new Paragraph(MeetingWords.whenAndWhere(meeting));
        when.addClassName("when");
        Div chips = new Div();
        chips.addClassName("chip-row");
        MeetingWords.chips(meeting, today).forEach(chips::add);
        add(line, when, about(), chips);
        if (meeting.isCancelled()) {
            Paragraph why = new Paragraph("中止の理由：" + meeting.cancelled());
            Div box = new Div(why);
            box.addClassName("warning-box");
            add(box);
        }
    }

    /** All that it shows of a meeting, but not attendance, which changes often and stands by itself. */
    static List<Object> stateOf(Meeting shown) {
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

    private Paragraph about() {
        return new Paragraph(new Anchor(
                address.results(meeting.fiscalYear()),
                "%sの実績".formatted(meeting.fiscalYear().longLabel())));
    }

    private boolean hasUnissued() {
        return meeting.materials().stream().anyMatch(material -> !material.isIssued());
    }

    private Next next(LocalDate today, boolean recorded) {
        boolean over = recorded || today.isAfter(meeting.heldOn());
        List<Next> steps = new ArrayList<>();
        if (meeting.may(MeetingRight.ISSUE) && hasUnissued()) {
            steps.add(Next.ISSUE);
        }
        if (meeting.minutes() == MinutesState.PUBLISHED || (meeting.may(MeetingRight.MINUTES) && over)) {
            steps.add(Next.MINUTES);
        }
        if (meeting.may(MeetingRight.RECORD) && meeting.materials().stream().anyMatch(Material::isIssued)) {
            steps.add(Next.PRESENT);
        }
        return steps.isEmpty() ? Next.NOTHING : steps.getFirst();
    }

    private static Anchor link(String words, String href, boolean next) {
        Anchor link = new Anchor(href, words);
        link.addClassName("button");
        mark(next, link.getElement());
        return link;
    }

    /** The window on one's own screen, while the projector shows the other one. */
    private static Anchor beside(String href) {
        Anchor window = link("記録用の窓を開く", href, false);
        window.setTarget("_blank");
        window.getElement().setAttribute("router-ignore", "");
        return window;
    }

    private static void mark(boolean next, Element element) {
        if (next) {
            element.getClassList().add("primary");
        }
    }
}
