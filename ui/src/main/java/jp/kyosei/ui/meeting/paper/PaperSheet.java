package jp.kyosei.ui.meeting.paper;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import jp.kyosei.backend.meeting.paper.IssuedPaper;
import jp.kyosei.ui.meeting.MeetingWords;

/** The sheet itself: its head, when and by whom it was issued, and its tables. */
final class PaperSheet extends Div {
    PaperSheet(IssuedPaper paper) {
        addClassName("paper");
        add(head(paper), issued(paper));
        switch (paper.material().kind()) {
            case RESULTS -> add(IssuedTables.results(paper));
            case OVERVIEW -> add(IssuedTables.counts(paper), IssuedTables.unmeasured(paper));
            case TREND -> add(IssuedTables.trend(paper));
            case NOTES -> add(new IssuedNotes(paper.notes()));
        }
    }

    private static Div head(IssuedPaper paper) {
        Span label = new Span(paper.issue().label());
        label.addClassName("paper-label");
        H2 title = new H2(paper.issue().title());
        Div head = new Div(new Div(title, new Span("%s　%s".formatted(paper.planTitle(), paper.versionTitle()))), label);
        head.addClassName("paper-head");
        return head;
    }

    private static Paragraph issued(IssuedPaper paper) {
        Paragraph issued = new Paragraph("%s（%s）　%s %sが発行"
                .formatted(
                        paper.meeting().title(),
                        paper.fiscalYear().longLabel() + "の実績",
                        MeetingWords.moment(paper.issue().issuedAt()),
                        paper.issue().issuedBy()));
        issued.addClassName("small-print");
        return issued;
    }
}
