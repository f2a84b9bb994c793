package jp.kyosei.ui.meeting;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.util.List;
import java.util.Optional;
import jp.kyosei.backend.meeting.Issue;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.paper.Difference;
import jp.kyosei.backend.meeting.paper.IssuedPaper;
import jp.kyosei.backend.meeting.paper.PaperService;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.plan.ScrollingTable;
import jp.kyosei.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** 資料: a paper exactly as it was issued, its other issues, and what has changed since. */
@Prototype
@Route(value = "plans/:plan/meetings/:meeting/papers/:number/:revision?", layout = MainLayout.class)
public final class PaperView extends MeetingPage {
    private final PaperService papers;

    public PaperView(Sources sources, PaperService papers) {
        super(sources);
        this.papers = papers;
    }

    @Override
    void show(Actor actor, PlanContent content, Meeting shown, RouteParameters parameters) {
        Integer revision = parameters.get("revision").isPresent() ? count(parameters, "revision") : null;
        IssuedPaper paper = papers.paper(actor, shown.id(), count(parameters, "number"), revision);
        placeAt(
                content,
                "%s %s".formatted(paper.issue().label(), paper.issue().title()),
                meetingsOf(shown),
                crumbOf(shown));
        add(new H1("%s　%s".formatted(paper.issue().label(), paper.issue().title())));
        revisions(paper).ifPresent(this::add);
        older(paper).ifPresent(this::add);
        add(sheet(paper));
        addDifferences(paper);
    }

    private static int count(RouteParameters parameters, String name) {
        try {
            return Integer.parseInt(parameters.get(name).orElse(""));
        } catch (NumberFormatException e) {
            throw new NotFoundException();
        }
    }

    private static Optional<Component> revisions(IssuedPaper paper) {
        if (paper.material().issues().size() < 2) {
            return Optional.empty();
        }
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
                nav.add(new Anchor(href(paper, issue), words));
            }
        }
        return Optional.of(nav);
    }

    private static String href(IssuedPaper paper, Issue issue) {
        return addressOf(paper.meeting())
                .paper(paper.meeting().id(), paper.material().number(), issue.revision());
    }

    /** Whoever reads an issue that was replaced is told so. */
    private static Optional<Component> older(IssuedPaper paper) {
        return paper.material()
                .latest()
                .filter(latest -> latest.revision() != paper.issue().revision())
                .map(latest -> {
                    Div box = new Div(new Paragraph(
                            new Span("この資料は差し替えられています。　"),
                            new Anchor(
                                    addressOf(paper.meeting())
                                            .paper(
                                                    paper.meeting().id(),
                                                    paper.material().number()),
                                    latest.label() + "を見る")));
                    box.addClassName("warning-box");
                    return box;
                });
    }

    private static Component sheet(IssuedPaper paper) {
        Span label = new Span(paper.issue().label());
        label.addClassName("paper-label");
        H2 title = new H2(paper.issue().title());
        Div head = new Div(new Div(title, new Span("%s　%s".formatted(paper.planTitle(), paper.versionTitle()))), label);
        head.addClassName("paper-head");
        Paragraph issued = new Paragraph("%s（%s）　%s %sが発行"
                .formatted(
                        paper.meeting().title(),
                        paper.fiscalYear().longLabel() + "の実績",
                        MeetingWords.moment(paper.issue().issuedAt()),
                        paper.issue().issuedBy()));
        issued.addClassName("small-print");
        Div sheet = new Div(head, issued);
        sheet.addClassName("paper");
        switch (paper.material().kind()) {
            case RESULTS -> sheet.add(IssuedTables.results(paper));
            case OVERVIEW -> sheet.add(IssuedTables.counts(paper), IssuedTables.unmeasured(paper));
            case TREND -> sheet.add(IssuedTables.trend(paper));
            case NOTES -> sheet.add(new IssuedNotes(paper.notes()));
        }
        return sheet;
    }

    private void addDifferences(IssuedPaper paper) {
        H2 head = new H2("発行後に変わったところ（%d）".formatted(paper.differences().size()));
        head.setId("differences");
        add(head);
        if (paper.differences().isEmpty()) {
            add(new Paragraph("発行したときから変わっていません。"));
            return;
        }
        add(new Paragraph("上の資料は発行したときのままです。変わったところだけを並べます。"), differences(paper.differences()));
    }

    private static Component differences(List<Difference> differences) {
        HtmlTable table = new HtmlTable("発行したときといまの違い", List.of("対象", "項目", "発行時", "現在"));
        table.addClassName("differences");
        differences.forEach(difference -> table.row(new Span(of(difference)))
                .text(difference.field())
                .text(words(difference.issued()))
                .text(words(difference.current())));
        return new ScrollingTable(table, "発行したときといまの違い");
    }

    private static String of(Difference difference) {
        return difference.no().isEmpty() ? difference.name() : "No.%s %s".formatted(difference.no(), difference.name());
    }

    private static String words(@Nullable String text) {
        return text == null || text.isEmpty() ? "（なし）" : text;
    }
}
