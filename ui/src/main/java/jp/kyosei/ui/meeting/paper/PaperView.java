package jp.kyosei.ui.meeting.paper;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.paper.IssuedPaper;
import jp.kyosei.backend.meeting.paper.PaperService;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.ui.meeting.MeetingPage;
import jp.kyosei.ui.shell.MainLayout;

/**
 * 資料: a paper exactly as it was issued, its other issues, and what has changed since. A committee member finds its contents
 * here, and reads page by page.
 */
@Prototype
@Route(value = "plans/:plan/meetings/:meeting/papers/:number/:revision?", layout = MainLayout.class)
public final class PaperView extends MeetingPage {
    private final PaperService papers;

    public PaperView(Sources sources, PaperService papers) {
        super(sources);
        this.papers = papers;
    }

    @Override
    protected void show(Actor actor, PlanContent content, Meeting shown, RouteParameters parameters) {
        Integer revision = parameters.get("revision").isPresent() ? count(parameters, "revision") : null;
        IssuedPaper paper = papers.paper(actor, shown.id(), count(parameters, "number"), revision);
        placeAt(
                content,
                "%s %s".formatted(paper.issue().label(), paper.issue().title()),
                meetingsOf(shown),
                crumbOf(shown));
        add(new H1("%s　%s".formatted(paper.issue().label(), paper.issue().title())), new PaperRevisions(paper));
        if (isMember(actor)) {
            add(new PaperContents(paper));
            return;
        }
        Anchor pages = new Anchor(PaperContents.href(paper, 1), "1ページずつ大きな文字で読む");
        add(new Paragraph(pages), new PaperSheet(paper), new PaperDifferences(paper.differences()));
    }

    static int count(RouteParameters parameters, String name) {
        try {
            return Integer.parseInt(parameters.get(name).orElse(""));
        } catch (NumberFormatException e) {
            throw new NotFoundException();
        }
    }
}
