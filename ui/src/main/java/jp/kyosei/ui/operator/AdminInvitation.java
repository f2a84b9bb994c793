package jp.kyosei.ui.operator;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.Set;
import jp.kyosei.backend.accounts.InvitationService;
import jp.kyosei.backend.accounts.NewInvitation;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.form.LineBox;
import jp.kyosei.ui.session.CurrentActor;

/** Where the operator invites an owner's admin, who then invites everybody else. */
final class AdminInvitation extends Section {
    private final transient InvitationService invitations;
    private final transient CurrentActor current;
    private final String owner;
    private final LineBox name = new LineBox("氏名").of(TextKind.NAME);
    private final LineBox mail = new LineBox("メールアドレス").of(TextKind.NAME);
    private final AskPlace place = new AskPlace();

    AdminInvitation(InvitationService invitations, CurrentActor current, String owner) {
        this.invitations = invitations;
        this.current = current;
        this.owner = owner;
        addClassName("admin-invitation");
        mail.setHelperText("このアドレスに、パスワードを決めるためのリンクを送ります。リンクは7日間使えます。");
        Button invite = new Button("団体管理者を招待する", click -> invite());
        invite.addClassName("button");
        Div fields = new Div(name, mail);
        fields.addClassName("owner-form-further");
        add(new H2("団体管理者の招待"), new Paragraph("はじめの団体管理者を招待します。ほかの利用者は、団体管理者が招待します。"), fields, invite, place);
    }

    private void invite() {
        place.attempt(() -> {
            invitations.invite(
                    current.require(),
                    owner,
                    new NewInvitation(mail.getValue(), name.getValue(), "", Set.of(Role.ADMIN)));
            return "%s さんへの招待を受け付けました。まもなくメールが届きます。".formatted(name.getValue().strip());
        });
    }
}
