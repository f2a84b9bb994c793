package jp.kyosei.ui.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.micronaut.context.annotation.Prototype;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.kyosei.backend.meeting.Material;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.MeetingService;
import jp.kyosei.backend.meeting.MinutesState;
import jp.kyosei.backend.plan.PlanSummary;
import jp.kyosei.backend.reading.ReadingList;
import jp.kyosei.backend.reading.ReadingService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.meeting.MeetingWords;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.reading.WindowWords;

/**
 * A plan as a committee member needs it: the next meeting with its papers, until when notes are taken, the way to read, and
 * the papers and minutes of the meetings before.
 */
@Prototype
final class MemberCards {
    private final MeetingService meetings;
    private final ReadingService reading;
    private final Clock clock;

    MemberCards(MeetingService meetings, ReadingService reading, Clock clock) {
        this.meetings = meetings;
        this.reading = reading;
        this.clock = clock;
    }

    Component card(Actor actor, PlanSummary summary) {
        String plan = summary.plan().slug();
        PlanAddress address = new PlanAddress(plan);
        LocalDate today = LocalDate.now(clock);
        List<Meeting> all = meetings.meetings(actor, plan).meetings();
        List<Meeting> coming = all.stream()
                .filter(meeting -> !meeting.heldOn().isBefore(today))
                .sorted(Comparator.comparing(Meeting::heldOn))
                .toList();
        Div part = new Div(new H2(summary.plan().title()));
        part.addClassName("member-plan");
        if (coming.isEmpty()) {
            Div none = card(new Paragraph("次の懇談会の日にちは、まだ決まっていません。"));
            part.add(none);
        }
        for (Meeting meeting : coming) {
            Div card = meeting(address, meeting, today);
            if (meeting.equals(coming.getFirst())) {
                card.addClassName("next");
                card.addComponentAsFirst(label("次の懇談会"));
            }
            part.add(card);
        }
        part.add(reading(address, reading.list(actor, plan, null), all, today));
        List<Meeting> before =
                all.stream().filter(meeting -> meeting.heldOn().isBefore(today)).toList();
        if (!before.isEmpty()) {
            part.add(new H3("これまでの懇談会"));
            before.forEach(meeting -> part.add(meeting(address, meeting, today)));
        }
        return part;
    }

    private static Div card(Component... parts) {
        Div card = new Div(parts);
        card.addClassName("member-card");
        return card;
    }

    private static Paragraph label(String words) {
        Paragraph label = new Paragraph(words);
        label.addClassName("member-label");
        return label;
    }

    private static Div meeting(PlanAddress address, Meeting meeting, LocalDate today) {
        Paragraph when = new Paragraph(MeetingWords.whenAndWhere(meeting));
        when.addClassName("when");
        Div card = card(new H3(new Anchor(address.meeting(meeting.id()), meeting.title())), when);
        if (meeting.isCancelled()) {
            card.add(new Paragraph("中止になりました。%s".formatted(meeting.cancelled())));
            return card;
        }
        if (!meeting.heldOn().isBefore(today)) {
            Optional.ofNullable(meeting.window())
                    .ifPresent(window -> card.add(new Paragraph(WindowWords.of(window, today))));
        }
        card.add(papers(address, meeting));
        if (meeting.minutes() == MinutesState.PUBLISHED) {
            card.add(new Paragraph(new Anchor(address.minutes(meeting.id()), "議事要旨を読む")));
        } else if (meeting.heldOn().isBefore(today)) {
            card.add(new Paragraph("議事要旨は、まだ出ていません。"));
        }
        return card;
    }

    private static Component papers(PlanAddress address, Meeting meeting) {
        List<Material> issued =
                meeting.materials().stream().filter(Material::isIssued).toList();
        if (issued.isEmpty()) {
            return new Paragraph("資料は、まだ出ていません。");
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("member-links");
        list.getElement().setAttribute("aria-label", "%sの資料".formatted(meeting.title()));
        issued.forEach(material -> list.add(new ListItem(new Anchor(
                address.paper(meeting.id(), material.number()),
                "%s　%s".formatted(material.latest().orElseThrow().label(), material.title())))));
        return list;
    }

    /** The meeting and the year that it is about, which its title often says already. */
    private static String about(Meeting meeting) {
        String year = meeting.fiscalYear().longLabel();
        return meeting.title().contains(year) ? meeting.title() : "%s（%sの実績）".formatted(meeting.title(), year);
    }

    /** How far the person has read, until when notes are taken in every window, and the way there. */
    private static Component reading(PlanAddress address, ReadingList list, List<Meeting> all, LocalDate today) {
        Div card = card(label("読んで意見を書く"));
        all.stream()
                .filter(meeting -> !meeting.isCancelled())
                .filter(meeting -> meeting.window() != null
                        && !today.isAfter(meeting.window().closesOn()))
                .sorted(Comparator.comparing(Meeting::heldOn))
                .forEach(meeting -> Optional.ofNullable(meeting.window())
                        .ifPresent(window -> card.add(new Paragraph(
                                new Span("%s　%s".formatted(about(meeting), WindowWords.of(window, today)))))));
        if (!list.writing().allowed()) {
            card.add(new Paragraph(list.writing().refusal()));
        }
        Anchor way = new Anchor(address.reading(), list.writing().allowed() ? "読んで意見を書く" : "読む");
        way.addClassNames("button", "primary", "large");
        card.add(new Paragraph("%dのうち%dを読みました".formatted(list.lines().size(), list.read())), way);
        return card;
    }
}
