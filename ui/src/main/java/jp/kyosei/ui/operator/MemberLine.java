package jp.kyosei.ui.operator;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.owners.Member;
import jp.kyosei.backend.owners.register.Municipality;
import jp.kyosei.ui.form.CheckBox;
import jp.kyosei.ui.form.YearSelect;

/** A municipality that is to be a member of a new alliance: whether it is a centre, and since when. */
final class MemberLine extends Div {
    private final transient Municipality town;
    private final CheckBox centre;
    private final YearSelect first;

    MemberLine(Municipality town, boolean isCentre, FiscalYear now, Consumer<MemberLine> drop) {
        this.town = town;
        addClassName("member-line");
        Span name = new Span(town.fullName());
        name.addClassName("member-name");
        centre = new CheckBox("%sを中心市にする".formatted(town.name())).shown("中心市");
        centre.setValue(isCentre);
        first = new YearSelect("%sが加入した年度".formatted(town.name()), now, 30, 2).inTable();
        Button remove = new Button("外す", click -> drop.accept(this));
        remove.addClassName("link-button");
        remove.setAriaLabel("%sを外す".formatted(town.name()));
        add(name, centre, first, remove);
    }

    Municipality town() {
        return town;
    }

    Member member() {
        return new Member(town.code(), town.name(), centre.getValue(), first.year(), null);
    }
}
