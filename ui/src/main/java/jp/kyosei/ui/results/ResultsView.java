package jp.kyosei.ui.results;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.util.Optional;
import jp.kyosei.backend.collection.entry.EntryService;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.report.ReportKind;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.results.ResultsSheet;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.plan.PlanHeading;
import jp.kyosei.ui.plan.PlanPage;
import jp.kyosei.ui.report.ReportDesk;
import jp.kyosei.ui.report.ReportLinks;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.MainLayout;

/** 実績一覧: the results sheet of a plan for a fiscal year. */
@Prototype
@Route(value = "plans/:plan/results/:year?", layout = MainLayout.class)
public final class ResultsView extends PlanPage {
    private static final String TITLE = "実績一覧";

    private final ResultsService results;
    private final ReportDesk desk;
    private final FindingQuestion question;
    private final AccessPolicy policy;

    public ResultsView(
            ResultsService results, ReportDesk desk, AccessPolicy policy, EntryService entries, CurrentActor current) {
        super(current);
        this.results = results;
        this.policy = policy;
        this.desk = desk;
        this.question = new FindingQuestion(entries, current);
    }

    private void fill(ResultsSheetTable table, Actor actor, ResultsSheet sheet) {
        table.setSheet(SheetContents.of(
                sheet,
                !policy.isOnlyOfCommittee(actor, sheet.content().plan().owner()),
                policy.canKeepPlans(actor, sheet.content().plan().owner())));
    }

    /** Papers are numbered, issued and replaced at a meeting. */
    private static Anchor papers(PlanAddress address) {
        Anchor papers = new Anchor(address.meetings(), "資料を作る");
        papers.addClassNames("button", "primary", "no-print");
        return papers;
    }

    @Override
    protected void show(Actor actor, String plan, Optional<FiscalYear> year, RouteParameters parameters) {
        ResultsSheet sheet = results.results(actor, plan, year.orElse(null));
        PlanAddress address = new PlanAddress(plan);
        ResultsSheetTable table = new ResultsSheetTable();
        AskPlace place = new AskPlace();
        fill(table, actor, sheet);
        table.whenAsked((no, code, of) -> question.ask(
                sheet,
                no,
                code,
                of,
                place,
                () -> fill(table, actor, results.results(actor, plan, sheet.fiscalYear()))));
        placeAt(sheet.content(), TITLE);
        PlanHeading heading = new PlanHeading(sheet.content().plan(), TITLE, PlanHeading.Tab.RESULTS)
                .withYear(sheet.fiscalYear(), address::results)
                .with(new ReportLinks(desk, plan, ReportKind.RESULTS, sheet.fiscalYear()));
        if (policy.canKeepPlans(actor, sheet.content().plan().owner())) {
            heading.with(papers(address));
        }
        add(heading, place, table);
    }
}
