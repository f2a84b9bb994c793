package jp.kyosei.ui.operator;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import java.util.List;
import jp.kyosei.backend.owners.keeping.KeptOwner;
import jp.kyosei.backend.owners.keeping.OwnerKeeping;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.filter.AddressPages;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.MainLayout;

/** 団体の一覧: every owner of the service with its state and size, found by words, a page at a time. */
@Prototype
@Route(value = OwnersAddress.LIST, layout = MainLayout.class)
@PageTitle(OwnersView.TITLE + " - Kyosei")
@CssImport("./plan/plan.css")
@CssImport("./operator/operator.css")
public final class OwnersView extends Div implements BeforeEnterObserver {
    public static final String TITLE = "団体の一覧";
    private static final int A_PAGE = 50;

    private final OwnerKeeping keeping;
    private final CurrentActor current;

    public OwnersView(OwnerKeeping keeping, CurrentActor current) {
        this.keeping = keeping;
        this.current = current;
        addClassName("plan-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        try {
            QueryParameters query = event.getLocation().getQueryParameters();
            show(current.require(), new OwnersFilter(query), AddressPages.at(OwnersAddress.LIST, query, A_PAGE));
        } catch (jp.kyosei.backend.tenancy.NotFoundException e) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private void show(Actor actor, OwnersFilter filter, AddressPages pages) {
        int all = keeping.count(actor, filter.search());
        List<KeptOwner> page = keeping.page(actor, filter.search(), pages.offset(), A_PAGE);
        Anchor register = new Anchor(OwnersAddress.NEW, "団体を登録する");
        register.addClassNames("button", "primary");
        add(
                new H1(TITLE),
                new Paragraph("この画面で見られるのは、団体の状態と件数だけです。計画や実績は、団体が支援アクセスを許可したときにだけ読めます。"),
                new Paragraph(register),
                filter);
        if (page.isEmpty()) {
            add(new Paragraph(filter.isEmpty() ? "団体は、まだありません。" : "この条件に当てはまる団体はありません。"));
        } else {
            add(OwnersTable.of(
                    page, "%,d団体のうち %,d〜%,d".formatted(all, pages.offset() + 1, pages.offset() + page.size())));
        }
        add(pages.ways(all, "団体"));
    }
}
