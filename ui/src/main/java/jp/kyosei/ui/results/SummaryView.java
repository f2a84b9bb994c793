package jp.kyosei.ui.results;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.util.Optional;
import jp.kyosei.backend.evaluation.GradeLabel;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.report.ReportKind;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.results.Summary;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.plan.GradeChip;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.plan.PlanHeading;
import jp.kyosei.ui.plan.PlanPage;
import jp.kyosei.ui.report.ReportDesk;
import jp.kyosei.ui.report.ReportLinks;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.MainLayout;

/** 概要: counts by grade against last year, by kind and section, and what could not be measured. */
@Prototype
@Route(value = "plans/:plan/summary/:year?", layout = MainLayout.class)
public final class SummaryView extends PlanPage {
    private static final String TITLE = "結果の概要";

    private final ResultsService results;
    private final ReportDesk desk;

    public SummaryView(ResultsService results, ReportDesk desk, CurrentActor current) {
        super(current);
        this.results = results;
        this.desk = desk;
    }

    @Override
    protected void show(Actor actor, String plan, Optional<FiscalYear> year, RouteParameters parameters) {
        Summary summary = results.summary(actor, plan, year.orElse(null));
        placeAt(summary.content(), TITLE);
        add(
                new PlanHeading(summary.content().plan(), TITLE, PlanHeading.Tab.SUMMARY)
                        .withYear(summary.fiscalYear(), new PlanAddress(plan)::summary)
                        .with(new ReportLinks(desk, plan, ReportKind.OVERVIEW, summary.fiscalYear())),
                cards(summary),
                GradeTables.byKind(summary),
                GradeTables.bySection(summary),
                new UnmeasuredList(summary));
    }

    private static Component cards(Summary summary) {
        Div cards = new Div();
        cards.addClassName("grade-cards");
        for (GradeLabel grade : summary.rules().grading().labels()) {
            cards.add(card(GradeChip.of(grade), grade.meaning(), grade.label(), summary));
        }
        String unmeasured = summary.rules().unmeasuredLabel();
        cards.add(card(GradeChip.unmeasured(unmeasured), "把握できず", unmeasured, summary));
        return cards;
    }

    private static Component card(GradeChip chip, String meaning, String label, Summary summary) {
        Span explained = new Span(meaning);
        explained.addClassName("meaning");
        Span count = new Span(Integer.toString(summary.counts().count(label)));
        count.addClassName("count");
        Span previous = new Span("前年 %d".formatted(summary.previous().count(label)));
        previous.addClassName("previous");
        Div card = new Div(new Div(chip, explained), new Div(count, previous));
        card.addClassName("grade-card");
        return card;
    }
}
