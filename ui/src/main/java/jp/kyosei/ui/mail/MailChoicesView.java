package jp.kyosei.ui.mail;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import java.util.Optional;
import jp.kyosei.backend.mail.MailKind;
import jp.kyosei.backend.mail.MailService;
import jp.kyosei.backend.people.PeopleService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.MainLayout;

/** メールの受け取り: a check box for each kind of mail, saved at once. */
@Prototype
@Route(value = "me/mail", layout = MainLayout.class)
@CssImport("./mail/mail.css")
public final class MailChoicesView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final String TITLE = "メールの受け取り";

    private final MailService mail;
    private final PeopleService people;
    private final CurrentActor current;
    private final Paragraph saved = new Paragraph();

    public MailChoicesView(MailService mail, PeopleService people, CurrentActor current) {
        this.mail = mail;
        this.people = people;
        this.current = current;
        addClassName("plain-page");
        saved.addClassName("mail-saved");
        saved.getElement().setAttribute("role", "status");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        saved.setText("");
        add(new H1(TITLE));
        Actor actor = current.require();
        Optional<String> address = people.mailAddress(actor);
        if (address.isEmpty()) {
            add(new Paragraph("あなたのメールアドレスが登録されていないため、メールは届きません。登録は、団体の管理者にご相談ください。"));
            return;
        }
        add(new Paragraph(address.get() + " に届くメールを選べます。選ぶと、すぐに保存されます。"));
        mail.choices(actor).forEach((kind, wanted) -> add(new ChoiceBox(kind, wanted, chosen -> choose(kind, chosen))));
        add(saved);
    }

    private void choose(MailKind kind, boolean wanted) {
        saved.setText("");
        mail.choose(current.require(), kind, wanted);
        saved.setText("保存しました：%sのメールを%s。".formatted(kind.label(), wanted ? "受け取る" : "受け取らない"));
    }

    @Override
    public String getPageTitle() {
        return TITLE + " - Kyosei";
    }
}
