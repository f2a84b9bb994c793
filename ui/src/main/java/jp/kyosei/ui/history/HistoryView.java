package jp.kyosei.ui.history;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.util.Optional;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.history.History;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.plan.PlanPage;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.MainLayout;

/** 変更の履歴 of a plan, newest first, a page at a time. */
@Prototype
@Route(value = "plans/:plan/history/:page?", layout = MainLayout.class)
public final class HistoryView extends PlanPage {
    private static final String TITLE = "変更の履歴";

    private final HistoryService history;

    public HistoryView(HistoryService history, CurrentActor current) {
        super(current);
        this.history = history;
    }

    @Override
    protected void show(Actor actor, String plan, Optional<FiscalYear> year, RouteParameters parameters) {
        HistoryPages pages = HistoryPages.at(new PlanAddress(plan).history(), parameters);
        History found = history.ofPlan(actor, plan, null, pages.offset(), HistoryPages.A_PAGE);
        placeAt(found.content(), TITLE);
        add(
                new H1(TITLE),
                new Paragraph(found.content().plan().title()),
                new Paragraph(new Anchor(
                        OwnerHistoryView.address(found.content().ownerSlug()), OwnerHistoryView.TITLE + " ›")));
        if (found.entries().isEmpty()) {
            add(new Paragraph("変更はまだありません。"));
            return;
        }
        add(ChangeHistory.table(found.entries(), entry -> {
            Indicator indicator = found.indicatorOf(entry);
            return indicator == null ? "" : "No.%s %s".formatted(indicator.no(), indicator.name());
        }));
        add(pages.ways(found.more()));
    }
}
