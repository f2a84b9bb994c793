package jp.kyosei.ui.meeting.paper;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.util.List;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.paper.IssuedPaper;
import jp.kyosei.backend.meeting.paper.PaperService;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.ui.meeting.MeetingPage;
import jp.kyosei.ui.reading.ReadingLayout;
import jp.kyosei.ui.reading.ReadingPlace;
import jp.kyosei.ui.shell.Crumb;

/** 資料を読む: a paper as it was issued, page by page in large type. */
@Prototype
@Route(
        value = "plans/:plan/meetings/:meeting/papers/:number/issues/:revision/pages/:page",
        layout = ReadingLayout.class)
public final class PaperReadingView extends MeetingPage implements ReadingPlace {
    private final PaperService papers;
    private Crumb back = new Crumb("ホーム", "");
    private Place place = Place.NONE;

    public PaperReadingView(Sources sources, PaperService papers) {
        super(sources);
        this.papers = papers;
    }

    @Override
    protected void show(Actor actor, PlanContent content, Meeting shown, RouteParameters parameters) {
        back = new Crumb("ホーム", "");
        place = Place.NONE;
        IssuedPaper paper = papers.paper(
                actor, shown.id(), PaperView.count(parameters, "number"), PaperView.count(parameters, "revision"));
        List<PaperPage> pages = PaperPage.of(paper);
        int number = PaperView.count(parameters, "page");
        if (number < 1 || number > pages.size()) {
            throw new NotFoundException();
        }
        PaperPage page = pages.get(number - 1);
        back = new Crumb(
                paper.issue().label(),
                addressOf(shown)
                        .paper(
                                shown.id(),
                                paper.material().number(),
                                paper.issue().revision()));
        place = new Place(number, pages.size());
        placeAt(content, "%s %s".formatted(paper.issue().label(), page.title()), meetingsOf(shown), crumbOf(shown));
        addClassName("reading-page");
        add(heading(paper, page), new PaperRevisions(paper), page.content().get(), pager(paper, number, pages.size()));
    }

    private static Div heading(IssuedPaper paper, PaperPage page) {
        Paragraph path = new Paragraph("%s　%s%s"
                .formatted(
                        paper.issue().label(),
                        paper.issue().title(),
                        page.group().isEmpty() ? "" : "　／　" + page.group()));
        path.addClassName("reading-path");
        Div heading = new Div(path, new H1(page.title()));
        heading.addClassName("reading-heading");
        return heading;
    }

    private Nav pager(IssuedPaper paper, int number, int last) {
        boolean atStart = number == 1;
        boolean atEnd = number == last;
        Anchor before = new Anchor(
                atStart ? back.href() : PaperContents.href(paper, number - 1), atStart ? "‹ もくじへ" : "‹ 前のページ");
        before.addClassNames("button", "reading-previous");
        Anchor after =
                new Anchor(atEnd ? back.href() : PaperContents.href(paper, number + 1), atEnd ? "もくじへ ›" : "次のページ ›");
        after.addClassNames("button", "primary");
        if (!atStart) {
            before.getElement().setAttribute("data-go", "previous");
        }
        if (!atEnd) {
            after.getElement().setAttribute("data-go", "next");
        }
        Nav pager = new Nav(before, after);
        pager.addClassName("reading-pager");
        pager.getElement().setAttribute("aria-label", "前後のページ");
        return pager;
    }

    @Override
    public Crumb back() {
        return back;
    }

    @Override
    public Place place() {
        return place;
    }
}
