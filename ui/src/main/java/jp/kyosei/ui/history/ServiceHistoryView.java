package jp.kyosei.ui.history;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.history.ServiceHistory;
import jp.kyosei.ui.filter.AddressPages;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.MainLayout;

/** サービスの履歴: what was changed of the service and of none of its owners, for the operator alone. */
@Prototype
@Route(value = ServiceHistoryView.ADDRESS, layout = MainLayout.class)
@PageTitle(ServiceHistoryView.TITLE + " - Kyosei")
@CssImport("./plan/plan.css")
public final class ServiceHistoryView extends Div implements BeforeEnterObserver {
    /** Where it is, below the server and without a leading slash. */
    public static final String ADDRESS = "service/history";

    public static final String TITLE = "サービスの履歴";

    private final HistoryService history;
    private final CurrentActor current;

    public ServiceHistoryView(HistoryService history, CurrentActor current) {
        this.history = history;
        this.current = current;
        addClassName("plan-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        try {
            AddressPages pages =
                    AddressPages.at(ADDRESS, event.getLocation().getQueryParameters(), ChangeHistory.A_PAGE);
            show(history.ofService(current.require(), pages.offset(), ChangeHistory.A_PAGE), pages);
        } catch (jp.kyosei.backend.tenancy.NotFoundException e) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private void show(ServiceHistory found, AddressPages pages) {
        add(new H1(TITLE), new Paragraph("利用者の登録、市町村の名簿など、どの団体のものでもない変更です。団体の変更は、それぞれの団体の履歴にあります。"));
        if (found.entries().isEmpty()) {
            add(new Paragraph("変更はまだありません。"));
        } else {
            add(new ChangeHistory(found.towns(), entry -> null).table(found.entries()));
        }
        add(pages.ways(found.more(), ChangeHistory.NEWER, ChangeHistory.OLDER));
    }
}
