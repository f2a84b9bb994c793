package jp.kyosei.ui.meeting.presentation;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.results.ResultsRow;
import jp.kyosei.backend.results.ResultsSheet;
import jp.kyosei.ui.meeting.MeetingWords;
import jp.kyosei.ui.plan.PlanAddress;

/** The first picture of a presentation: what the meeting is, its agenda, and the way to every indicator. */
final class StageCover extends Div {
    StageCover(Meeting meeting, ResultsSheet sheet) {
        PlanAddress address = new PlanAddress(meeting.plan().slug());
        addClassName("stage-cover");
        Anchor leave = StageSteps.step("leave", "‹ 懇談会へ戻る", address.meeting(meeting.id()));
        leave.removeClassName("button");
        Div bar = new Div(leave);
        bar.addClassName("stage-bar");
        add(bar, new H1(meeting.title()), new Paragraph(MeetingWords.whenAndWhere(meeting)));
        if (!meeting.agenda().isEmpty()) {
            OrderedList agenda = new OrderedList();
            agenda.addClassName("agenda");
            meeting.agenda().forEach(item -> agenda.add(new ListItem(item)));
            add(new H2("次第"), agenda);
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("indicator-list");
        for (ResultsRow row : sheet.rows()) {
            String no = row.indicator().no();
            list.add(new ListItem(new Anchor(
                    address.presentation(meeting.id(), no),
                    "%s　%s".formatted(no, row.indicator().name()))));
        }
        add(
                new H2("%sの指標（%d）"
                        .formatted(sheet.fiscalYear().longLabel(), sheet.rows().size())),
                list);
        if (!sheet.rows().isEmpty()) {
            Anchor first = StageSteps.step(
                    "next",
                    "始める ›",
                    address.presentation(
                            meeting.id(), sheet.rows().getFirst().indicator().no()));
            add(StageSteps.begin(first));
        }
    }
}
