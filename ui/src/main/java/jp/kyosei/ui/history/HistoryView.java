package jp.kyosei.ui.history;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kyosei.backend.audit.TrailFilter.Matter;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.history.History;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.filter.AddressPages;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.plan.PlanPage;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.MainLayout;

/** 変更の履歴 of a plan, newest first, a page at a time. */
@Prototype
@Route(value = "plans/:plan/history", layout = MainLayout.class)
public final class HistoryView extends PlanPage {
    private static final String TITLE = "変更の履歴";
    /** What concerns the owner stands in its own history. */
    private static final List<Matter> MATTERS = Stream.of(Matter.values())
            .filter(matter -> matter != Matter.OWNER && matter != Matter.PEOPLE && matter != Matter.RULES)
            .toList();

    private final HistoryService history;

    public HistoryView(HistoryService history, CurrentActor current) {
        super(current);
        this.history = history;
    }

    @Override
    protected void show(Actor actor, String plan, Optional<FiscalYear> year, RouteParameters parameters) {
        String address = new PlanAddress(plan).history();
        HistoryFilter filter = new HistoryFilter(address, query());
        AddressPages pages = AddressPages.at(address, query(), ChangeHistory.A_PAGE);
        History found =
                history.ofPlan(actor, plan, filter.indicator(), filter.filter(), pages.offset(), ChangeHistory.A_PAGE);
        filter.offer(history.peopleOfPlan(actor, plan), MATTERS, found.inOrder());
        placeAt(found.content(), TITLE);
        add(
                new H1(TITLE),
                new Paragraph(found.content().plan().title()),
                new Paragraph(new Anchor(
                        OwnerHistoryView.address(found.content().ownerSlug()), OwnerHistoryView.TITLE + " ›")));
        add(filter);
        if (found.entries().isEmpty()) {
            add(new Paragraph(filter.isEmpty() ? "変更はまだありません。" : "この条件に当てはまる変更はありません。"));
        } else {
            add(new ChangeHistory(found.towns(), found::indicatorOf).table(found.entries()));
        }
        add(pages.ways(found.more(), ChangeHistory.NEWER, ChangeHistory.OLDER));
    }
}
