package jp.kyosei.ui.meeting.paper;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import jp.kyosei.backend.meeting.Issue;
import jp.kyosei.backend.meeting.paper.IssuedPaper;
import jp.kyosei.ui.meeting.MeetingWords;
import jp.kyosei.ui.plan.PlanAddress;

/** Every issue of a paper, and a word to whoever reads one that was replaced. */
final class PaperRevisions extends Div {
    private final IssuedPaper paper;
    private final PlanAddress address;

    PaperRevisions(IssuedPaper paper) {
        this.paper = paper;
        address = new PlanAddress(paper.meeting().plan().slug());
        if (paper.material().issues().size() > 1) {
            add(issues());
        }
        paper.material()
                .latest()
                .filter(latest -> latest.revision() != paper.issue().revision())
                .ifPresent(latest -> add(older(latest)));
    }

    private Nav issues() {
        Nav nav = new Nav(new Span("発行："));
        nav.addClassName("revisions");
        nav.getElement().setAttribute("aria-label", "この資料の発行");
        for (Issue issue : paper.material().issues()) {
            String words = "%s　%s".formatted(issue.label(), MeetingWords.moment(issue.issuedAt()));
            if (issue.revision() == paper.issue().revision()) {
                Span current = new Span(words);
                current.addClassName("current");
                current.getElement().setAttribute("aria-current", "page");
                nav.add(current);
            } else {
                nav.add(new Anchor(
                        address.paper(paper.meeting().id(), paper.material().number(), issue.revision()), words));
            }
        }
        return nav;
    }

    private Div older(Issue latest) {
        Anchor newest =
                new Anchor(address.paper(paper.meeting().id(), paper.material().number()), latest.label() + "を見る");
        Div box = new Div(new Paragraph(new Span("この資料は差し替えられています。　"), newest));
        box.addClassName("warning-box");
        return box;
    }
}
