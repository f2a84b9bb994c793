package jp.kyosei.ui.people;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import java.util.List;
import java.util.UUID;
import jp.kyosei.backend.accounts.Account;
import jp.kyosei.backend.people.GivenRole;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.shell.Crumb;
import jp.kyosei.ui.shell.ForbiddenWords;
import jp.kyosei.ui.shell.HasBreadcrumb;
import jp.kyosei.ui.shell.MainLayout;

/** One person's roles in an owner: what they may do today, from when until when, in which departments, and who stands in. */
@Prototype
@Route(value = "owners/:owner/people/:person", layout = MainLayout.class)
@CssImport("./plan/plan.css")
@CssImport("./people/people.css")
public final class PersonView extends Div implements BeforeEnterObserver, HasBreadcrumb, HasDynamicTitle {
    private final PersonDesk desk;
    private final AskPlace place = new AskPlace();
    private final Div shown = new Div();
    private List<Crumb> breadcrumb = List.of();
    private String title = "利用者";

    public PersonView(PersonDesk desk) {
        this.desk = desk;
        addClassName("plan-page");
    }

    /** Where a person of an owner is, below the server and without a leading slash. */
    static String address(String owner, UUID person) {
        return PeopleView.address(owner) + "/" + person;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        String slug = event.getRouteParameters().get("owner").orElse("");
        String person = event.getRouteParameters().get("person").orElse("");
        breadcrumb = List.of(new Crumb(PeopleView.TITLE, PeopleView.address(slug)));
        try {
            UUID id = UUID.fromString(person);
            Account account = desk.account(slug, id);
            title = account.displayName();
            OwnerId owner = desk.owner(slug);
            PersonWork work = new PersonWork(desk, owner, new PersonId(id), account.displayName(), place);
            Button give = new Button("権限を加える", click -> work.give());
            give.addClassNames("button", "primary");
            Button standIn = new Button("代理を決める", click -> work.standIn());
            standIn.addClassName("button");
            Div buttons = new Div(give, standIn);
            buttons.addClassName("button-row");
            add(new H1(title), new Paragraph("利用者名：" + account.username()), buttons, place, shown);
            work.afterwards(() -> show(owner, new PersonId(id), work));
            show(owner, new PersonId(id), work);
        } catch (ForbiddenException e) {
            removeAll();
            add(ForbiddenWords.of(e));
        } catch (IllegalArgumentException | jp.kyosei.backend.tenancy.NotFoundException e) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private void show(OwnerId owner, PersonId person, PersonWork work) {
        List<GivenRole> all = desk.roles(owner);
        List<GivenRole> held =
                all.stream().filter(role -> role.person().equals(person)).toList();
        List<GivenRole> deputies =
                all.stream().filter(role -> person.equals(role.deputyFor())).toList();
        shown.removeAll();
        shown.add(new H2("今日できること"), today(held));
        PersonRoles table = new PersonRoles(desk.today(), work);
        shown.add(new H2("権限と期間"), table.of(held));
        shown.add(new H2("この人の代理"), table.ofDeputies(deputies));
    }

    private UnorderedList today(List<GivenRole> held) {
        UnorderedList list = new UnorderedList();
        held.stream()
                .filter(role -> role.isHeldOn(desk.today()))
                .map(role -> "%s：%s".formatted(PersonRoles.words(role), RoleWords.of(role.role())))
                .distinct()
                .forEach(words -> list.add(new ListItem(words)));
        if (list.getChildren().findAny().isEmpty()) {
            list.add(new ListItem("今日は、どの権限もありません。"));
        }
        return list;
    }

    @Override
    public List<Crumb> breadcrumb() {
        return breadcrumb;
    }

    @Override
    public String getPageTitle() {
        return title + " - Kyosei";
    }
}
