package jp.kyosei.ui.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import jp.kyosei.backend.accounts.ownlogin.OwnLogin;
import jp.kyosei.backend.accounts.ownlogin.OwnLoginService;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.session.PublicUrl;

/** 庁内ログイン: the town's own login, and whether its people come in by it; let in and refused here. */
final class OwnLoginPart extends Div {
    private final OwnerId owner;
    private final transient OwnLoginService logins;
    private final transient CurrentActor current;
    private final transient PublicUrl publicUrl;
    private final AskPlace place = new AskPlace();
    private final Div now = new Div();

    OwnLoginPart(OwnerId owner, OwnLoginService logins, CurrentActor current, PublicUrl publicUrl) {
        this.owner = owner;
        this.logins = logins;
        this.current = current;
        this.publicUrl = publicUrl;
        add(new H2("庁内ログイン"), new Paragraph("庁内の認証のしくみで Kyosei にログインできるようにします。つなぐ設定は、運用担当が行います。"), place, now);
        show();
    }

    private void show() {
        Optional<OwnLogin> login = logins.of(current.require(), owner);
        now.removeAll();
        login.ifPresentOrElse(this::show, () -> now.add(new Paragraph("登録されていません。使うときは、運用担当にご相談ください。")));
    }

    private void show(OwnLogin login) {
        Button step = login.admits()
                ? new Button("はじめての人の利用をやめる", click -> refuse())
                : new Button("はじめての人の利用を許可する", click -> admit(login));
        step.addClassName("button");
        now.add(
                new Paragraph("ログインの入口：" + publicUrl.of("/oauth/login/keycloak?by=" + login.provider())),
                new Paragraph(
                        login.admits()
                                ? "許可中：@%s のメールアドレスの人は、はじめてログインしたときに、閲覧の権限で使えるようになります。ほかの権限は「利用者」で加えます。"
                                        .formatted(login.domain())
                                : "許可していません：@%s のメールアドレスの人も、招待された人だけが使えます。".formatted(login.domain())),
                new Paragraph(step));
    }

    private void admit(OwnLogin login) {
        AskBox.of(
                        "@%s のメールアドレスの人を、はじめてのログインで、閲覧の権限で受け入れます。利用を止めた人が、これで戻ることはありません。".formatted(login.domain()),
                        "許可する",
                        () -> done("庁内ログインからの利用を許可しました。", () -> logins.admit(current.require(), owner)))
                .askIn(place);
    }

    private void refuse() {
        AskBox.of(
                        "これからはじめてログインする人は、招待がなければ使えなくなります。いま使っている人は、そのまま使えます。",
                        "やめる",
                        () -> done("庁内ログインからの利用の許可をやめました。", () -> logins.refuse(current.require(), owner)))
                .askIn(place);
    }

    private void done(String said, Runnable work) {
        place.attempt(() -> {
            work.run();
            return said;
        });
        show();
    }
}
