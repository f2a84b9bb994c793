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
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.plan.PlanPage;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.MainLayout;

/** 変更の履歴 of a plan, newest first, a page at a time. */
@Prototype
@Route(value = "plans/:plan/history/:page?", layout = MainLayout.class)
public final class HistoryView extends PlanPage {
    private static final String TITLE = "変更の履歴";
    private static final int A_PAGE = 100;

    private final HistoryService history;

    public HistoryView(HistoryService history, CurrentActor current) {
        super(current);
        this.history = history;
    }

    @Override
    protected void show(Actor actor, String plan, Optional<FiscalYear> year, RouteParameters parameters) {
        int page = parameters.get("page").map(HistoryView::number).orElse(1);
        History found = history.ofPlan(actor, plan, null, (page - 1) * A_PAGE, A_PAGE);
        placeAt(found.content(), TITLE);
        add(new H1(TITLE), new Paragraph(found.content().plan().title()));
        if (found.entries().isEmpty()) {
            add(new Paragraph("変更はまだありません。"));
            return;
        }
        add(ChangeHistory.table(found.entries(), entry -> {
            Indicator indicator = found.indicatorOf(entry);
            return indicator == null ? "" : "No.%s %s".formatted(indicator.no(), indicator.name());
        }));
        PlanAddress address = new PlanAddress(plan);
        if (page > 1) {
            add(new Paragraph(new Anchor(address.history() + "/" + (page - 1), "‹ 新しいほうへ")));
        }
        if (found.more()) {
            add(new Paragraph(new Anchor(address.history() + "/" + (page + 1), "古いほうへ ›")));
        }
    }

    /** @throws NotFoundException if it is no number of a page */
    private static int number(String text) {
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw new NotFoundException();
        }
        return Integer.parseInt(text);
    }
}
