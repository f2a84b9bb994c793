package jp.kyosei.ui.operator;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.owners.AllianceKind;
import jp.kyosei.backend.owners.Member;
import jp.kyosei.backend.owners.OwnerState;
import jp.kyosei.backend.owners.register.Municipality;
import jp.kyosei.backend.owners.register.MunicipalityRegister;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.LineBox;
import jp.kyosei.ui.form.PlainSelect;
import jp.kyosei.ui.session.CurrentActor;

/** An alliance to be opened, with its centre or two of them and its members. */
final class AllianceForm extends OwnerForm {
    /** What was filled in. */
    record Given(String slug, String name, AllianceKind kind, List<Member> members, OwnerState state) {
        Given {
            members = List.copyOf(members);
        }
    }

    private final LineBox name = new LineBox("圏域の名称").of(TextKind.NAME);
    private final PlainSelect kind = new PlainSelect("圏域の種類", kinds());
    private final List<MemberLine> lines = new ArrayList<>();
    private final Div members = new Div();
    private final TownBox town;
    private final FiscalYear now;

    /** @param now the fiscal year that is offered first */
    AllianceForm(MunicipalityRegister register, CurrentActor current, FiscalYear now, Consumer<Given> open) {
        this.now = now;
        town = new TownBox("加える市町村", register, current);
        town.addValueChangeListener(change -> town.town().ifPresent(this::take));
        members.addClassName("member-lines");
        add(
                name,
                kind,
                new H2("構成市町"),
                new Paragraph("中心市も含めて加えます。2市が中心となる圏域（複眼型）では、2市とも「中心市」にしてください。"),
                town,
                members);
        end(() -> open(open));
    }

    private void take(Municipality chosen) {
        boolean there = lines.stream().anyMatch(line -> line.town().code().equals(chosen.code()));
        if (!there) {
            MemberLine line = new MemberLine(chosen, lines.isEmpty(), now, this::drop);
            lines.add(line);
            members.add(line);
        }
        town.clear();
    }

    private void drop(MemberLine line) {
        lines.remove(line);
        members.remove(line);
    }

    private void open(Consumer<Given> open) {
        name.refuse("");
        if (name.getValue().isBlank()) {
            name.refuse("圏域の名称を入力してください。");
            name.lead();
            return;
        }
        if (lines.isEmpty()) {
            complain("構成市町を1つ以上加えてください。");
            return;
        }
        open.accept(new Given(
                slug().getValue(),
                name.getValue(),
                AllianceKind.valueOf(kind.getValue()),
                lines.stream().map(MemberLine::member).toList(),
                state()));
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        Stream.of(AllianceKind.values()).forEach(one -> kinds.put(one.name(), one.label()));
        return kinds;
    }
}
