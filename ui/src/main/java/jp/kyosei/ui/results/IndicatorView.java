package jp.kyosei.ui.results;

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
import java.util.Optional;
import java.util.stream.Collectors;
import jp.kyosei.backend.actual.CheckedFinding;
import jp.kyosei.backend.actual.ManualGrade;
import jp.kyosei.backend.collection.entry.EntryService;
import jp.kyosei.backend.discussion.NoteTarget;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.results.IndicatorPage;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.discussion.NotePanels;
import jp.kyosei.ui.history.ChangeHistory;
import jp.kyosei.ui.plan.GradeChip;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.plan.PlanPage;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.MainLayout;

/** 指標: one indicator with its figures, chart, narratives by town, initiatives and history. */
@Prototype
@Route(value = "plans/:plan/indicators/:no/:year?", layout = MainLayout.class)
public final class IndicatorView extends PlanPage {
    private final ResultsService results;
    private final FindingQuestion question;
    private final AccessPolicy policy;
    private final NotePanels notes;

    public IndicatorView(
            ResultsService results, EntryService entries, AccessPolicy policy, NotePanels notes, CurrentActor current) {
        super(current);
        this.results = results;
        this.question = new FindingQuestion(entries, current);
        this.policy = policy;
        this.notes = notes;
    }

    @Override
    protected void show(Actor actor, String plan, Optional<FiscalYear> year, RouteParameters parameters) {
        IndicatorPage page = results.indicator(actor, plan, parameters.get("no").orElse(""), year.orElse(null));
        Indicator indicator = page.row().indicator();
        placeAt(page.content(), indicator.name());
        addClassName("indicator-page");
        add(neighbours(page), heading(page), verdict(page), IndicatorFigures.chart(page), IndicatorFigures.table(page));
        if (!policy.isOnlyOfCommittee(actor, page.content().plan().owner())) {
            add(findings(actor, page));
        }
        add(IndicatorWords.narratives(page));
        add(notes.of(actor, plan, new NoteTarget.Indicator(indicator.no()), page.fiscalYear()));
        add(IndicatorWords.facts(page));
        if (!page.history().isEmpty()) {
            add(new H2("変更の履歴"), ChangeHistory.of(page.row().indicator()).table(page.history()));
        }
    }

    private FindingsBox findings(Actor actor, IndicatorPage page) {
        boolean confirms = policy.canKeepPlans(actor, page.content().plan().owner());
        return new FindingsBox(
                page.row().findings(),
                confirms ? Optional.of((finding, reason) -> confirm(page, finding, reason)) : Optional.empty());
    }

    private void confirm(IndicatorPage page, CheckedFinding finding, String reason) {
        question.confirm(page.content().plan().slug(), page.row().indicator(), finding, reason);
        getUI().ifPresent(ui -> ui.getPage().reload());
    }

    private static Component neighbours(IndicatorPage page) {
        PlanAddress address = new PlanAddress(page.content().plan().slug());
        Nav nav = new Nav();
        nav.addClassName("neighbours");
        nav.getElement().setAttribute("aria-label", "前後の指標");
        nav.add(new Anchor(address.results(page.fiscalYear()), "‹ 実績一覧"));
        Span place = new Span("%d / %d".formatted(page.ordinal(), page.total()));
        place.addClassName("place");
        nav.add(neighbour(address, page.previousNo(), page.fiscalYear(), "‹ 前の指標"), place);
        nav.add(neighbour(address, page.nextNo(), page.fiscalYear(), "次の指標 ›"));
        return nav;
    }

    private static Component neighbour(PlanAddress address, String no, FiscalYear year, String label) {
        if (no.isEmpty()) {
            Span none = new Span(label);
            none.addClassName("year-end");
            none.getElement().setAttribute("aria-hidden", "true");
            return none;
        }
        return new Anchor(address.indicator(no, year), label);
    }

    private static Component heading(IndicatorPage page) {
        Indicator indicator = page.row().indicator();
        Div heading = new Div();
        Paragraph path = new Paragraph(page.row().sectionPath().stream()
                .flatMap(number -> page.content().section(number).stream())
                .map(section -> section.title())
                .collect(Collectors.joining(" ／ ", "No.%s　".formatted(indicator.no()), "")));
        path.addClassName("section-path");
        H1 title = new H1(indicator.name());
        heading.add(path, title);
        if (!indicator.description().isEmpty()) {
            heading.add(new Paragraph(indicator.description()));
        }
        return heading;
    }

    private static Component verdict(IndicatorPage page) {
        Div verdict = new Div();
        verdict.addClassName("verdict");
        GradeChip chip = GradeChip.of(page.row().evaluation().grade());
        chip.addClassName("large");
        Div words = new Div();
        words.add(IndicatorFigures.headline(page), IndicatorFigures.explanation(page));
        ManualGrade manual = page.row().manualGrade();
        if (manual != null) {
            words.add(new Paragraph("手動の評価：%s（%s、理由：%s）".formatted(manual.grade(), manual.author(), manual.reason())));
        }
        verdict.add(chip, words);
        return verdict;
    }
}
