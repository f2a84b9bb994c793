package jp.kyosei.ui.committee;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import java.util.List;
import jp.kyosei.backend.committee.CommitteeMember;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.shell.Crumb;
import jp.kyosei.ui.shell.ForbiddenWords;
import jp.kyosei.ui.shell.HasBreadcrumb;
import jp.kyosei.ui.shell.MainLayout;

/** 委員の名簿: the members of an owner's committee, those of now and, folded, those whose term is over. */
@Prototype
@Route(value = "owners/:owner/committee", layout = MainLayout.class)
@CssImport("./plan/plan.css")
@CssImport("./people/people.css")
@CssImport("./committee/committee.css")
public final class CommitteeView extends Div implements BeforeEnterObserver, HasBreadcrumb, HasDynamicTitle {
    public static final String TITLE = "委員の名簿";

    private final CommitteeDesk desk;
    private final AskPlace place = new AskPlace();
    private final Div list = new Div();
    private List<Crumb> breadcrumb = List.of();

    public CommitteeView(CommitteeDesk desk) {
        this.desk = desk;
        addClassName("plan-page");
    }

    /** Where the list of an owner is, below the server and without a leading slash. */
    public static String address(String owner) {
        return "owners/%s/committee".formatted(owner);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        try {
            Owner owner = desk.owner(event.getRouteParameters().get("owner").orElse(""));
            breadcrumb = List.of(Crumb.withoutPage(owner.name()));
            CommitteeWork work = new CommitteeWork(desk, owner, place);
            Button add = new Button("委員を加える", click -> work.add());
            add.addClassNames("button", "primary");
            Div buttons = new Div(add);
            buttons.addClassName("button-row");
            add(new H1(TITLE), new Paragraph("次の懇談会の名簿は、その日に任期中の委員から、この順で作られます。"), buttons, place, list);
            work.afterwards(() -> show(owner, work));
            show(owner, work);
        } catch (ForbiddenException e) {
            removeAll();
            add(ForbiddenWords.of(e));
        } catch (jp.kyosei.backend.tenancy.NotFoundException e) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private void show(Owner owner, CommitteeWork work) {
        List<CommitteeMember> members = desk.members(owner);
        List<CommitteeMember> former = members.stream().filter(desk::isOver).toList();
        List<CommitteeMember> current =
                members.stream().filter(member -> !former.contains(member)).toList();
        CommitteeOrder order = new CommitteeOrder(current, former, work::order);
        list.removeAll();
        if (current.isEmpty()) {
            list.add(new Paragraph("まだ、委員がいません。「委員を加える」から始めてください。"));
        } else {
            list.add(new CommitteeTable(desk, owner, work).of(current, order));
        }
        if (!former.isEmpty()) {
            list.add(new NativeDetails(
                    "任期を終えた委員（%d人）".formatted(former.size()), new CommitteeTable(desk, owner, work).ofFormer(former)));
        }
        work.moved().ifPresent(order::lead);
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
