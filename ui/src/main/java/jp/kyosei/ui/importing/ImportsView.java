package jp.kyosei.ui.importing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.inbox.ImportInbox;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.plan.PlanSummary;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.MainLayout;

/** ファイルの取込: a file is chosen or cells are pasted; below, what was brought in so far. */
@Prototype
@Route(value = "owners/:owner/imports", layout = MainLayout.class)
public final class ImportsView extends ImportPage {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm");

    private final ImportInbox imports;
    private final PlanService plans;
    private final Clock clock;

    public ImportsView(OwnerService owners, ImportInbox imports, PlanService plans, Clock clock, CurrentActor current) {
        super(owners, current);
        this.imports = imports;
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    void show(Actor actor, Owner owner, RouteParameters parameters) {
        placeAt(owner);
        List<DataImport> known = imports.imports(actor, owner.slug());
        List<PlanSummary> own = plans.plans(actor).stream()
                .filter(plan -> plan.ownerSlug().equals(owner.slug()))
                .toList();
        add(
                new H1("ファイルの取込"),
                new Paragraph("お手元の実績一覧やKPIの表を、そのままの形で読み込みます。列の意味は見出しの言葉から読み取り、登録する前に、変わる内容と直すところをお見せします。"));
        add(new ImportForm(
                owner, own, FiscalYear.of(LocalDate.now(clock)).previous(), (wanted, content) -> imports.receive(
                                actor(), owner.slug(), wanted, content)
                        .id()));
        add(new H2("これまでの取込"));
        if (known.isEmpty()) {
            add(new Paragraph("まだ取り込んだファイルはありません。"));
        } else {
            add(list(owner, own, known));
        }
    }

    private static Component list(Owner owner, List<PlanSummary> plans, List<DataImport> known) {
        HtmlTable table = new HtmlTable(
                known.size() < ImportInbox.MOST_LISTED
                        ? "取り込んだファイル"
                        : "取り込んだファイル（新しい順に%d件）".formatted(ImportInbox.MOST_LISTED),
                List.of("ファイル", "計画", "年度", "状態", "取り込んだ人", "日時"));
        for (DataImport each : known) {
            String title = plans.stream()
                    .filter(plan -> plan.plan().slug().equals(each.planSlug()))
                    .map(plan -> plan.plan().title())
                    .findFirst()
                    .orElse(each.title());
            table.row(new Anchor(new ImportAddress(owner.slug()).one(each.id()), each.fileName()))
                    .text(title)
                    .text(each.newestActuals().shortLabel())
                    .text(each.state().label())
                    .text(each.createdBy())
                    .text(WHEN.format(each.createdAt().atZone(JapanTime.ZONE)));
        }
        Div scrolling = new Div(table);
        scrolling.addClassName("import-scroll");
        return scrolling;
    }
}
