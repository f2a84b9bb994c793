package jp.kyosei.ui.people;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.kyosei.backend.accounts.AccountService;
import jp.kyosei.backend.accounts.InvitationProblem;
import jp.kyosei.backend.accounts.InvitationService;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.TextBox;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.Crumb;
import jp.kyosei.ui.shell.ForbiddenWords;
import jp.kyosei.ui.shell.HasBreadcrumb;
import jp.kyosei.ui.shell.MainLayout;

/** 一覧を貼り付けて招待する: many people at once; all that is wrong is told together, and nobody is invited before all is right. */
@Prototype
@Route(value = "owners/:owner/people/paste", layout = MainLayout.class)
@CssImport("./plan/plan.css")
@CssImport("./people/people.css")
public final class PasteView extends Div implements BeforeEnterObserver, HasBreadcrumb, HasDynamicTitle {
    private static final String TITLE = "一覧を貼り付けて招待する";

    private final AccountService accounts;
    private final InvitationService invitations;
    private final CurrentActor current;
    private final TextBox pasted = new TextBox("招待する人の一覧", 10)
            .hint("表計算ソフトから、氏名・メールアドレス・担当課・権限の順の4列を貼り付けます。権限が2つ以上あるときは「、」で区切ります。")
            .of(TextKind.MINUTES);
    private final Div answer = new Div();
    private List<Crumb> breadcrumb = List.of();

    public PasteView(AccountService accounts, InvitationService invitations, CurrentActor current) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.current = current;
        addClassName("plain-page");
        answer.getElement().setAttribute("role", "status");
        pasted.setMaxRows(20);
    }

    static String address(String owner) {
        return PeopleView.address(owner) + "/paste";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        String owner = event.getRouteParameters().get("owner").orElse("");
        breadcrumb = List.of(new Crumb(PeopleView.TITLE, PeopleView.address(owner)));
        try {
            accounts.departments(current.require(), owner);
            Button invite = new Button("確かめて招待する", click -> invite(owner));
            invite.addClassNames("button", "primary");
            add(
                    new H1(TITLE),
                    new Paragraph("例：北上 花子［タブ］hanako@city.example.jp［タブ］企画課［タブ］担当課入力、閲覧"),
                    pasted,
                    invite,
                    answer,
                    new H2("権限でできること"),
                    RoleWords.list());
        } catch (ForbiddenException e) {
            add(ForbiddenWords.of(e));
        } catch (jp.kyosei.backend.tenancy.NotFoundException e) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private void invite(String owner) {
        answer.removeAll();
        PastedPeople read = PastedPeople.of(pasted.getValue());
        if (read.people().isEmpty()) {
            answer.add(new Paragraph("一覧を貼り付けてください。"));
            return;
        }
        List<InvitationProblem> problems = new ArrayList<>(read.problems());
        problems.addAll(invitations.problems(current.require(), owner, read.people()));
        if (problems.isEmpty()) {
            invitations.inviteAll(current.require(), owner, read.people());
            pasted.clear();
            answer.add(new Paragraph(
                    "%d 人への招待を受け付けました。まもなくメールが届きます。".formatted(read.people().size())));
            answer.add(new Paragraph(new Anchor(PeopleView.address(owner), "利用者の一覧へ")));
            return;
        }
        problems.sort(Comparator.comparingInt(InvitationProblem::line));
        UnorderedList list = new UnorderedList();
        list.addClassName("ask-problem");
        problems.forEach(problem -> list.add(new ListItem("%d人目：%s".formatted(problem.line(), problem.message()))));
        answer.add(new Paragraph("まだ誰も招待していません。次のところを直して、もう一度押してください。"), list);
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
