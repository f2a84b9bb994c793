package jp.kyosei.ui.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.owners.alliance.AllianceService;
import jp.kyosei.backend.owners.alliance.Contact;
import jp.kyosei.backend.owners.alliance.Membership;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.form.LineBox;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.plan.ScrollingTable;
import jp.kyosei.ui.session.CurrentActor;

/** 構成市町 of an alliance with whom to turn to in each. */
final class ContactsPart extends Div {
    private final String slug;
    private final transient OwnerService owners;
    private final transient AllianceService alliances;
    private final transient CurrentActor current;
    private final AskPlace place = new AskPlace();
    private final Div list = new Div();

    ContactsPart(String slug, OwnerService owners, AllianceService alliances, CurrentActor current) {
        this.slug = slug;
        this.owners = owners;
        this.alliances = alliances;
        this.current = current;
        add(new H2("構成市町"), new Paragraph("各市町の連絡先を決めます。加入と脱退は運用担当が記録します。市町の利用者の権限は、その市町の団体管理者が決めます。"), place, list);
        show();
    }

    private void show() {
        Actor actor = current.require();
        Owner owner = owners.owner(actor, slug);
        HtmlTable table = new HtmlTable("中心市が先", List.of("市町村", "加入の期間", "協定・方針", "連絡先", "操作"));
        table.addClassName("settings-table");
        for (Membership member : alliances.members(actor, owner.id())) {
            Button change = new Button("連絡先を変える", click -> change(owner, member));
            change.addClassName("link-button");
            change.setAriaLabel("%s：連絡先を変える".formatted(member.name()));
            table.row(new Span(MemberWords.called(member)))
                    .text(MemberWords.terms(member))
                    .cell(MemberWords.agreements(member))
                    .text(words(member.contact()))
                    .cell(change);
        }
        list.removeAll();
        list.add(new ScrollingTable(table, "構成市町"));
    }

    private void change(Owner owner, Membership member) {
        Contact before = member.contact();
        LineBox department = filled("担当課", before.department(), TextKind.NAME);
        LineBox name = filled("氏名", before.name(), TextKind.NAME);
        LineBox mail = filled("メールアドレス", before.mail(), TextKind.NAME);
        LineBox telephone = filled("電話番号", before.telephone(), TextKind.CODE);
        AskBox.withFields(
                        "%sの連絡先".formatted(member.name()),
                        "保存する",
                        () -> {
                            place.attempt(() -> {
                                alliances.nameContact(
                                        current.require(),
                                        owner.id(),
                                        owner.version(),
                                        member.municipality(),
                                        new Contact(
                                                department.getValue(),
                                                name.getValue(),
                                                mail.getValue(),
                                                telephone.getValue()));
                                return "%sの連絡先を保存しました。".formatted(member.name());
                            });
                            show();
                        },
                        department,
                        name,
                        mail,
                        telephone)
                .askIn(place);
    }

    private static LineBox filled(String label, String value, TextKind kind) {
        LineBox box = new LineBox(label).of(kind);
        box.setValue(value);
        return box;
    }

    private static String words(Contact contact) {
        String words = Stream.of(contact.department(), contact.name(), contact.mail(), contact.telephone())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("　"));
        return words.isEmpty() ? "—" : words;
    }
}
