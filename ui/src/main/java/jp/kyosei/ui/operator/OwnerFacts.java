package jp.kyosei.ui.operator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import jp.kyosei.backend.owners.AllianceKind;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.keeping.OwnerSize;

/** What an owner is, and how large, in pairs. */
final class OwnerFacts {
    private OwnerFacts() {}

    static Component of(Owner owner, OwnerSize size) {
        Div facts = new Div();
        facts.addClassName("owner-facts");
        fact(facts, "状態", OwnersTable.state(owner.state()));
        Optional.ofNullable(owner.municipality()).ifPresent(code -> fact(facts, "全国地方公共団体コード", code.value()));
        Optional.ofNullable(owner.allianceKind())
                .map(AllianceKind::label)
                .ifPresent(kind -> fact(facts, "圏域の種類", kind));
        fact(facts, "識別名", owner.slug());
        fact(facts, "登録した日", OwnersTable.day(owner.openedAt()));
        fact(facts, "最後の変更", OwnersTable.day(size.lastChange()));
        fact(facts, "利用者", OwnersTable.number(size.people()) + "人");
        fact(facts, "計画", OwnersTable.number(size.plans()) + "件");
        fact(facts, "指標", OwnersTable.number(size.indicators()) + "件");
        fact(
                facts,
                "添付ファイル",
                "%s件　%s MB".formatted(OwnersTable.number(size.files()), OwnersTable.megabytes(size.fileBytes())));
        return facts;
    }

    private static void fact(Div facts, String name, String value) {
        fact(facts, name, new Span(value));
    }

    private static void fact(Div facts, String name, Span value) {
        Span head = new Span(name);
        head.addClassName("owner-fact-name");
        facts.add(new Div(head, value));
    }
}
