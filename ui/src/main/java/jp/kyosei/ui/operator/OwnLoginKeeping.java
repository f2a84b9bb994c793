package jp.kyosei.ui.operator;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.Optional;
import jp.kyosei.backend.accounts.ownlogin.OwnLogin;
import jp.kyosei.backend.accounts.ownlogin.OwnLoginService;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.form.LineBox;
import jp.kyosei.ui.session.CurrentActor;

/** Where the operator writes down which login is a town's own. */
final class OwnLoginKeeping extends Section {
    private final transient OwnLoginService logins;
    private final transient CurrentActor current;
    private final OwnerId owner;
    private final AskPlace place = new AskPlace();
    private final Div now = new Div();

    OwnLoginKeeping(OwnLoginService logins, CurrentActor current, OwnerId owner) {
        this.logins = logins;
        this.current = current;
        this.owner = owner;
        add(
                new H2("庁内ログイン"),
                new Paragraph(
                        "認証サーバーに、この団体の認証のしくみを登録してから、その名前と、職員のメールアドレスのドメインを記録します。" + "ドメインがこの団体のものであることを、必ず確かめてください。"),
                place,
                now);
        show();
    }

    private void show() {
        Optional<OwnLogin> login = logins.of(current.require(), owner);
        Button step = login.map(kept -> new Button("庁内ログインの登録を取り消す", click -> end(kept)))
                .orElseGet(() -> new Button("庁内ログインを登録する", click -> set()));
        step.addClassName("button");
        now.removeAll();
        now.add(
                new Paragraph(login.map(kept -> "%s（@%s）　%s"
                                .formatted(
                                        kept.provider(),
                                        kept.domain(),
                                        kept.admits() ? "団体管理者が、はじめての人の利用を許可しています。" : "団体管理者は、まだ許可していません。"))
                        .orElse("登録されていません。")),
                new Paragraph(step));
    }

    private void set() {
        LineBox provider = new LineBox("認証サーバーでの名前").of(TextKind.NAME);
        provider.setHelperText("半角の小文字・数字・ハイフン（例：kitakami-login）");
        LineBox domain = new LineBox("メールアドレスのドメイン").of(TextKind.NAME);
        domain.setHelperText("@より後（例：city.example.jp）");
        AskBox.withFields(
                        "この団体の庁内ログインを登録します。",
                        "登録する",
                        () -> done(
                                "庁内ログインを登録しました。団体管理者が許可すると使えます。",
                                () -> logins.set(current.require(), owner, provider.getValue(), domain.getValue())),
                        provider,
                        domain)
                .askIn(place);
    }

    private void end(OwnLogin login) {
        AskBox.of(
                        "%s の登録を取り消します。これからはじめてログインする人は、招待がなければ使えなくなります。".formatted(login.provider()),
                        "取り消す",
                        () -> done("庁内ログインの登録を取り消しました。", () -> logins.end(current.require(), owner)))
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
