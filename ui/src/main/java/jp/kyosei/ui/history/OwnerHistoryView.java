package jp.kyosei.ui.history;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import java.util.List;
import java.util.stream.Stream;
import jp.kyosei.backend.audit.TrailFilter.Matter;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.history.OwnerHistory;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.ui.filter.AddressPages;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.Crumb;
import jp.kyosei.ui.shell.ForbiddenWords;
import jp.kyosei.ui.shell.HasBreadcrumb;
import jp.kyosei.ui.shell.MainLayout;

/** 団体の履歴: what was changed of an owner besides its plans, newest first, a page at a time. */
@Prototype
@Route(value = "owners/:owner/history", layout = MainLayout.class)
@CssImport("./plan/plan.css")
public final class OwnerHistoryView extends Div implements BeforeEnterObserver, HasBreadcrumb, HasDynamicTitle {
    static final String TITLE = "団体の履歴";
    private static final List<Matter> MATTERS = List.of(Matter.OWNER, Matter.PEOPLE, Matter.RULES, Matter.IMPORTS);

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
        String owner = event.getRouteParameters().get("owner").orElse("");
        try {
            show(owner, event.getLocation().getQueryParameters());
        } catch (ForbiddenException e) {
            removeAll();
            add(ForbiddenWords.of(e));
        } catch (jp.kyosei.backend.tenancy.NotFoundException e) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private void show(String owner, QueryParameters query) {
        HistoryFilter filter = new HistoryFilter(address(owner), query);
        AddressPages pages = AddressPages.at(address(owner), query, ChangeHistory.A_PAGE);
        Actor actor = current.require();
        OwnerHistory found = history.ofOwner(actor, owner, filter.filter(), pages.offset(), ChangeHistory.A_PAGE);
        filter.offer(history.peopleOfOwner(actor, owner), MATTERS, Stream.empty());
        breadcrumb = List.of(Crumb.withoutPage(found.owner().name()));
        add(
                new H1(TITLE),
                new Paragraph(found.owner().name()),
                new Paragraph("団体の開設と加入、担当課、権限、評価の決まりの変更です。計画の変更は、それぞれの計画の「変更の履歴」にあります。"),
                filter);
        if (found.entries().isEmpty()) {
            add(new Paragraph(filter.isEmpty() ? "変更はまだありません。" : "この条件に当てはまる変更はありません。"));
        } else {
            add(new ChangeHistory(found.towns(), entry -> null).table(found.entries()));
        }
        add(pages.ways(found.more(), ChangeHistory.NEWER, ChangeHistory.OLDER));
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
