package jp.kyosei.ui.results;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.report.ReportKind;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.results.Trend;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.plan.GradeChip;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.plan.PlanHeading;
import jp.kyosei.ui.plan.PlanPage;
import jp.kyosei.ui.plan.PlanSections;
import jp.kyosei.ui.plan.ScrollingTable;
import jp.kyosei.ui.report.ReportDesk;
import jp.kyosei.ui.report.ReportLinks;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.MainLayout;

/** 達成度の推移: the grade of every indicator in every year. */
@Prototype
@Route(value = "plans/:plan/trend", layout = MainLayout.class)
public final class TrendView extends PlanPage {
    private static final String TITLE = "達成度の推移";

    private final ResultsService results;
    private final ReportDesk desk;

    public TrendView(ResultsService results, ReportDesk desk, CurrentActor current) {
        super(current);
        this.results = results;
        this.desk = desk;
    }

    @Override
    protected void show(Actor actor, String plan, Optional<FiscalYear> year, RouteParameters parameters) {
        Trend trend = results.trend(actor, plan);
        placeAt(trend.content(), TITLE);
        ScrollingTable scroller = new ScrollingTable(matrix(trend), TITLE);
        add(
                new PlanHeading(trend.content().plan(), TITLE, PlanHeading.Tab.TREND)
                        .with(new ReportLinks(desk, plan, ReportKind.TREND, null)),
                scroller);
    }

    private static HtmlTable matrix(Trend trend) {
        List<String> heads = new ArrayList<>(List.of("指標"));
        trend.years().forEach(year -> heads.add(year.shortLabel()));
        HtmlTable table = new HtmlTable("指標ごと、年度ごとの評価", heads);
        table.addClassName("grade-matrix");
        PlanAddress address = new PlanAddress(trend.content().plan().slug());
        FiscalYear last = trend.years().getLast();
        int levels = PlanSections.groupLevels(
                trend.rows().stream().map(Trend.Row::sectionPath).toList());
        List<String> shown = List.of();
        for (Trend.Row row : trend.rows()) {
            List<String> path = row.sectionPath()
                    .subList(0, Math.min(levels, row.sectionPath().size()));
            if (!path.equals(shown)) {
                shown = path;
                table.group(title(trend.content(), shown), heads.size());
            }
            FiscalYear linked = trend.content().plan().covers(last)
                    ? last
                    : trend.content().plan().lastFiscalYear();
            Span no = new Span(row.indicator().no());
            no.addClassName("no");
            Div head = new Div(
                    no,
                    new Anchor(
                            address.indicator(row.indicator().no(), linked),
                            row.indicator().name()));
            head.addClassName("matrix-head");
            HtmlTable.Row cells = table.row(head);
            row.evaluations().forEach(evaluation -> cells.cell(GradeChip.of(evaluation.grade())));
        }
        return table;
    }

    private static String title(PlanContent content, List<String> path) {
        List<String> titles = path.stream()
                .flatMap(number -> content.section(number).stream())
                .map(section -> section.title())
                .toList();
        return String.join(" ／ ", titles);
    }
}
