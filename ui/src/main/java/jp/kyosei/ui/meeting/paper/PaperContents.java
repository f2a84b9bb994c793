package jp.kyosei.ui.meeting.paper;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import jp.kyosei.backend.meeting.paper.IssuedPaper;
import jp.kyosei.ui.meeting.MeetingWords;
import jp.kyosei.ui.plan.PlanAddress;

/** What stands in a paper, each entry the way to its page. */
final class PaperContents extends Div {
    PaperContents(IssuedPaper paper) {
        addClassName("paper-contents");
        add(new Paragraph(
                "%s　%s".formatted(paper.planTitle(), paper.fiscalYear().longLabel() + "の実績")));
        add(new Paragraph("%s 発行".formatted(MeetingWords.moment(paper.issue().issuedAt()))));
        List<PaperPage> pages = PaperPage.of(paper);
        Anchor begin = new Anchor(href(paper, 1), "はじめから読む");
        begin.addClassNames("button", "primary", "large");
        add(begin);
        String group = "";
        OrderedList list = new OrderedList();
        for (int index = 0; index < pages.size(); index++) {
            PaperPage page = pages.get(index);
            if (list.getParent().isEmpty() || !page.group().equals(group)) {
                group = page.group();
                list = new OrderedList();
                list.addClassName("member-links");
                if (!group.isEmpty()) {
                    add(new H2(group));
                }
                add(list);
            }
            list.add(new ListItem(new Anchor(href(paper, index + 1), page.title())));
        }
    }

    static String href(IssuedPaper paper, int page) {
        return new PlanAddress(paper.meeting().plan().slug())
                .paperPage(
                        paper.meeting().id(),
                        paper.material().number(),
                        paper.issue().revision(),
                        page);
    }
}
