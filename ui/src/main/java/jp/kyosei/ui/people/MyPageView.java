package jp.kyosei.ui.people;

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
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.micronaut.context.annotation.Prototype;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.leaving.content.OwnArchive;
import jp.kyosei.backend.people.PeopleService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.Grant;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.session.KeycloakRealm;
import jp.kyosei.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** マイページ: who one is here, what one may do and why, and the ways to mail, second factor and open logins. */
@Prototype
@Route(value = "me", layout = MainLayout.class)
@CssImport("./people/people.css")
public final class MyPageView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final String TITLE = "マイページ";

    private final CurrentActor current;
    private final PeopleService people;
    private final KeycloakRealm realm;
    private final MyDepartments departments;
    private final OwnArchive own;

    public MyPageView(
            CurrentActor current,
            PeopleService people,
            KeycloakRealm realm,
            MyDepartments departments,
            OwnArchive own) {
        this.current = current;
        this.people = people;
        this.realm = realm;
        this.departments = departments;
        this.own = own;
        addClassName("plain-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Actor actor = current.require();
        add(
                new H1(TITLE),
                new Paragraph("%s（利用者名：%s）".formatted(actor.displayName(), actor.username())),
                new Paragraph(people.mailAddress(actor)
                        .map("メールの宛先：%s"::formatted)
                        .orElse("メールの宛先は登録されていません。登録は、団体の管理者にご相談ください。")),
                new Paragraph(new Anchor("me/mail", "受け取るメールを選ぶ")),
                new H2("できること"));
        if (actor.operator()) {
            add(new Paragraph("運用担当として、団体を登録し、最初の団体管理者を招待します。計画の内容は見られません。"));
        }
        if (actor.grants().isEmpty() && !actor.operator()) {
            add(new Paragraph("いまは、どの団体の権限もありません。団体の管理者にご相談ください。"));
        }
        Map<DepartmentId, String> names = departments.names(actor);
        actor.grantsByOwner()
                .forEach((owner, grants) ->
                        add(ofOwner(grants, names, actor.lastYears().get(owner))));
        add(
                new H2("ログイン"),
                new Paragraph("パスワード、ワンタイムコードやパスキー、ほかの端末でのログインは、ログインの画面で確かめて変えられます。"),
                atLogin("account-security/signing-in", "パスワードと二段階のログイン"),
                atLogin("account-security/device-activity", "いまログインしている端末を見る・終わらせる"),
                new H2("自分のデータ"),
                new Paragraph("利用者としての登録、権限、受け取るメールの選択、自分が書いた意見、入力した値などを、一つの ZIP ファイルで受け取れます。列の説明が付いています。"),
                new Paragraph(ownData()));
    }

    private static Div ofOwner(List<Grant> grants, Map<DepartmentId, String> names, @Nullable Integer lastYear) {
        Grant first = grants.getFirst();
        UnorderedList list = new UnorderedList();
        grants.stream()
                .map(grant -> "%s：%s".formatted(called(grant, names), RoleWords.of(grant.role())))
                .distinct()
                .forEach(words -> list.add(new ListItem(words)));
        String until = lastYear == null ? "" : "。%sまで加入".formatted(new FiscalYear(lastYear).longLabel());
        String why = first.isDirect() ? first.ownerName() : "%s（構成市町の利用者として%s）".formatted(first.ownerName(), until);
        Paragraph head = new Paragraph(why);
        head.addClassName("my-owner");
        return new Div(head, list);
    }

    private static String called(Grant grant, Map<DepartmentId, String> names) {
        return Optional.ofNullable(grant.department())
                .map(names::get)
                .map(name -> "%sの%s".formatted(name, grant.role().label()))
                .orElse(grant.role().label());
    }

    private Anchor ownData() {
        Anchor link = new Anchor();
        link.setText("自分のデータを書き出す");
        link.addClassName("button");
        link.setHref((DownloadHandler) this::send);
        link.setRouterIgnore(true);
        return link;
    }

    private void send(DownloadEvent event) throws IOException {
        byte[] content = own.of(current.require());
        event.setFileName("わたしのデータ.zip");
        event.setContentType("application/zip");
        event.setContentLength(content.length);
        event.getResponse().setHeader("Cache-Control", "private, no-store");
        event.getResponse().setHeader("X-Content-Type-Options", "nosniff");
        event.getOutputStream().write(content);
    }

    private Paragraph atLogin(String place, String words) {
        Anchor link = new Anchor("%s/account/%s".formatted(realm.issuer(), place), words);
        link.setRouterIgnore(true);
        return new Paragraph(link);
    }

    @Override
    public String getPageTitle() {
        return TITLE + " - Kyosei";
    }
}
