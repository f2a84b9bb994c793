package jp.kyosei.ui.plan.comparison;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.util.List;
import java.util.Optional;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.report.ComparisonFiles;
import jp.kyosei.backend.report.VersionReport;
import jp.kyosei.backend.revision.comparison.ChangeKind;
import jp.kyosei.backend.revision.comparison.ComparedVersions;
import jp.kyosei.backend.revision.comparison.PlanComparison;
import jp.kyosei.backend.revision.comparison.VersionChange;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.plan.PlanHeading;
import jp.kyosei.ui.plan.PlanPage;
import jp.kyosei.ui.plan.VersionWords;
import jp.kyosei.ui.report.ReportDesk;
import jp.kyosei.ui.report.ReportLinks;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.Crumb;
import jp.kyosei.ui.shell.MainLayout;

/** 新旧対照表: what a version says otherwise than another, and why; without numbers, the newest and the one before it. */
@Prototype
@CssImport("./plan/comparison.css")
@Route(value = "plans/:plan/versions/:before/compare/:after", layout = MainLayout.class)
@RouteAlias(value = "plans/:plan/comparison", layout = MainLayout.class)
public final class ComparisonView extends PlanPage {
    private static final String TITLE = "新旧対照表";
    private static final int MOST_DIGITS = 4;

    /** In the address, where things that do not differ are named, too. */
    static final String EVERYTHING = "everything";

    private final PlanComparison comparison;
    private final ReportDesk desk;

    public ComparisonView(PlanComparison comparison, ReportDesk desk, CurrentActor current) {
        super(current);
        this.comparison = comparison;
        this.desk = desk;
    }

    @Override
    protected void show(Actor actor, String plan, Optional<FiscalYear> year, RouteParameters parameters) {
        ComparedVersions compared = parameters.get("before").isEmpty()
                ? comparison.newest(actor, plan)
                : comparison.compare(actor, plan, number(parameters, "before"), number(parameters, "after"));
        boolean everything = !query().getParameters(EVERYTHING).isEmpty();
        PlanAddress address = new PlanAddress(plan);
        placeAt(compared.after(), TITLE, new Crumb("体系と取組", address.structure()));
        ComparisonFiles.Versions versions = new ComparisonFiles.Versions(
                compared.before().version().number(), compared.after().version().number(), everything);
        PlanHeading heading = new PlanHeading(compared.after().plan(), TITLE, PlanHeading.Tab.STRUCTURE);
        for (VersionReport report : VersionReport.values()) {
            heading.with(new ReportLinks(desk, plan, report, versions));
        }
        add(heading, new VersionChoices(address, compared, everything));
        if (compared.withoutContent().isEmpty()) {
            add(counts(compared), shown(compared, everything));
        } else {
            compared.withoutContent()
                    .forEach(version ->
                            add(new Paragraph("「%s」の内容は登録されていないため、比べられません。".formatted(VersionWords.of(version)))));
        }
    }

    private static Component counts(ComparedVersions compared) {
        Div counts = new Div();
        counts.addClassName("comparison-counts");
        for (ChangeKind kind :
                List.of(ChangeKind.ADDED, ChangeKind.CHANGED, ChangeKind.MOVED, ChangeKind.REMOVED, ChangeKind.SAME)) {
            counts.add(new Paragraph("%s　%d件".formatted(kind.label(), compared.count(kind))));
        }
        return counts;
    }

    private static Component shown(ComparedVersions compared, boolean everything) {
        List<VersionChange> shown = everything ? compared.everything() : compared.changes();
        if (!shown.isEmpty()) {
            return new ComparisonTable(compared, shown);
        }
        boolean same = compared.before()
                .version()
                .id()
                .equals(compared.after().version().id());
        return new Paragraph(same ? "同じ版どうしです。比べる版を選んでください。" : "二つの版に、違いはありません。");
    }

    private static int number(RouteParameters parameters, String name) {
        String text = parameters.get(name).orElse("");
        if (text.isEmpty()
                || text.length() > MOST_DIGITS
                || !text.chars().allMatch(letter -> letter >= '0' && letter <= '9')) {
            throw new NotFoundException();
        }
        return Integer.parseInt(text);
    }
}
