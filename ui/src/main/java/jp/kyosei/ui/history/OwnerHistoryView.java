package jp.kyosei.ui.history;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.util.List;
import java.util.Objects;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.history.OwnerHistory;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.Crumb;
import jp.kyosei.ui.shell.HasBreadcrumb;
import jp.kyosei.ui.shell.MainLayout;

/** 団体の履歴: what was changed of an owner besides its plans, newest first, a page at a time. */
@Prototype
@Route(value = "owners/:owner/history/:page?", layout = MainLayout.class)
@CssImport("./plan/plan.css")
public final class OwnerHistoryView extends Div implements BeforeEnterObserver, HasBreadcrumb, HasDynamicTitle {
    static final String TITLE = "団体の履歴";

    private final HistoryService history;
    private final CurrentActor current;
    private List<Crumb> breadcrumb = List.of();

    public OwnerHistoryView(HistoryService history, CurrentActor current) {
        this.history = history;
        this.current = current;
        addClassName("plan-page");
    }

    /** Where the history of an owner is, below the server and without a leading slash. */
    public static String address(String owner) {
        return "owners/%s/history".formatted(owner);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        RouteParameters parameters = event.getRouteParameters();
        String owner = parameters.get("owner").orElse("");
        try {
            show(owner, HistoryPages.at(address(owner), parameters));
        } catch (ForbiddenException e) {
            removeAll();
            add(
                    new H1("この画面は開けません"),
                    new Paragraph(Objects.requireNonNullElse(e.getMessage(), "この画面を開く権限がありません。")),
                    new Paragraph(new Anchor("", "ホームへ戻る")));
        } catch (jp.kyosei.backend.tenancy.NotFoundException e) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private void show(String owner, HistoryPages pages) {
        OwnerHistory found = history.ofOwner(current.require(), owner, pages.offset(), HistoryPages.A_PAGE);
        breadcrumb = List.of(Crumb.withoutPage(found.owner().name()));
        add(
                new H1(TITLE),
                new Paragraph(found.owner().name()),
                new Paragraph("団体の開設と加入、担当課、権限、評価の決まりの変更です。計画の変更は、それぞれの計画の「変更の履歴」にあります。"));
        if (found.entries().isEmpty()) {
            add(new Paragraph("変更はまだありません。"));
            return;
        }
        add(ChangeHistory.table(found.entries()));
        add(pages.ways(found.more()));
    }

    @Override
    public List<Crumb> breadcrumb() {
        return breadcrumb;
    }

    @Override
    public String getPageTitle() {
        return TITLE + " - Kyosei";
    }
}
