package jp.kyosei.ui.people;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.accounts.AccountPage;
import jp.kyosei.backend.accounts.AccountService;
import jp.kyosei.backend.accounts.InvitationService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.ui.filter.AddressPages;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.Crumb;
import jp.kyosei.ui.shell.ForbiddenWords;
import jp.kyosei.ui.shell.HasBreadcrumb;
import jp.kyosei.ui.shell.MainLayout;

/** 利用者: who uses the service for an owner, who is invited, a page at a time; invites, changes, ends. */
@Prototype
@Route(value = "owners/:owner/people", layout = MainLayout.class)
@CssImport("./plan/plan.css")
@CssImport("./people/people.css")
public final class PeopleView extends Div implements BeforeEnterObserver, HasBreadcrumb, HasDynamicTitle {
    static final String TITLE = "利用者";
    private static final int A_PAGE = 50;

    private final AccountService accounts;
    private final InvitationService invitations;
    private final CurrentActor current;
    private final AskPlace place = new AskPlace();
    private final Div list = new Div();
    private List<Crumb> breadcrumb = List.of();

    public PeopleView(AccountService accounts, InvitationService invitations, CurrentActor current) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.current = current;
        addClassName("plan-page");
    }

    /** Where the people of an owner are, below the server and without a leading slash. */
    public static String address(String owner) {
        return "owners/%s/people".formatted(owner);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        String owner = event.getRouteParameters().get("owner").orElse("");
        try {
            show(owner, event);
        } catch (ForbiddenException e) {
            removeAll();
            add(ForbiddenWords.of(e));
        } catch (jp.kyosei.backend.tenancy.NotFoundException e) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private void show(String owner, BeforeEnterEvent event) {
        PeopleFilter filter =
                new PeopleFilter(address(owner), event.getLocation().getQueryParameters());
        AddressPages pages = AddressPages.at(address(owner), event.getLocation().getQueryParameters(), A_PAGE);
        Actor actor = current.require();
        Map<String, String> departments = accounts.departments(actor, owner);
        filter.offer(departments);
        breadcrumb = List.of(Crumb.withoutPage(actor.grants().stream()
                .filter(grant -> grant.ownerSlug().equals(owner))
                .findFirst()
                .orElseThrow(jp.kyosei.backend.tenancy.NotFoundException::new)
                .ownerName()));
        PeopleWork work = new PeopleWork(accounts, invitations, current, owner, departments, place);
        work.afterwards(() -> fill(work, owner, filter, pages));
        Button invite = new Button("利用者を招待する", click -> work.invite());
        invite.addClassNames("button", "primary");
        Anchor paste = new Anchor(PasteView.address(owner), "一覧を貼り付けて招待する");
        paste.addClassName("button");
        Div buttons = new Div(invite, paste);
        buttons.addClassName("button-row");
        add(
                new H1(TITLE),
                new Paragraph("この団体で Kyosei を使う人と、招待中の人です。"),
                buttons,
                place,
                filter,
                list,
                new H2("権限でできること"),
                RoleWords.list());
        fill(work, owner, filter, pages);
    }

    private void fill(PeopleWork work, String owner, PeopleFilter filter, AddressPages pages) {
        AccountPage page = accounts.accounts(current.require(), owner, filter.filter(), pages.offset(), A_PAGE);
        list.removeAll();
        list.add(new Paragraph(
                filter.isEmpty() ? "%,d 人".formatted(page.total()) : "この条件に当てはまる人：%,d 人".formatted(page.total())));
        if (!page.accounts().isEmpty()) {
            list.add(new PeopleTable(work).of(page.accounts()));
        }
        list.add(pages.ways(page.total(), "人"));
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
