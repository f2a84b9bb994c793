package jp.kyosei.ui.operator;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.kyosei.backend.owners.OwnerState;
import jp.kyosei.backend.owners.register.Municipality;
import jp.kyosei.backend.owners.register.MunicipalityRegister;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.form.LineBox;
import jp.kyosei.ui.session.CurrentActor;
import org.jspecify.annotations.Nullable;

/** A municipality to be opened; one that the register does not have yet is added to it first. */
final class MunicipalityForm extends OwnerForm {
    /** @param slug none for the one that the register proposes */
    record Given(MunicipalityCode code, @Nullable String slug, OwnerState state) {}

    private final transient MunicipalityRegister register;
    private final transient CurrentActor current;
    private final TownBox town;
    private final LineBox code = new LineBox("全国地方公共団体コード（6桁）").of(TextKind.CODE);
    private final LineBox name = new LineBox("市町村名").of(TextKind.NAME);
    private final LineBox prefecture = new LineBox("都道府県名").of(TextKind.NAME);
    private final AskPlace place = new AskPlace();

    MunicipalityForm(MunicipalityRegister register, CurrentActor current, Consumer<Given> open) {
        this.register = register;
        this.current = current;
        town = new TownBox("市町村", register, current);
        town.addValueChangeListener(
                change -> slug().setValue(town.town().map(Municipality::romaji).orElse("")));
        add(town);
        end(() -> open(open));
        Button addTown = new Button("名簿に加える", click -> addTown());
        addTown.addClassName("button");
        Div fields = new Div(new Paragraph("合併などで新しくできた市町村は、ここで名簿に加えてから選びます。"), code, name, prefecture, addTown, place);
        fields.addClassName("owner-form-further");
        add(new NativeDetails("名簿にない市町村を加える", fields));
    }

    private void open(Consumer<Given> open) {
        town.refuse("");
        Optional<Municipality> chosen = town.town();
        if (chosen.isEmpty()) {
            town.refuse("市町村を選んでください。");
            town.lead();
            return;
        }
        String given = slug().getValue().strip();
        open.accept(new Given(chosen.get().code(), given.isEmpty() ? null : given, state()));
    }

    private void addTown() {
        code.refuse("");
        Optional<MunicipalityCode> read = MunicipalityCode.parse(code.getValue());
        if (read.isEmpty()) {
            code.refuse("検査数字を含む6桁の数字を入力してください。検査数字が合わないコードは使えません。");
            code.lead();
            return;
        }
        place.attempt(() -> {
            register.register(
                    current.require(), List.of(new Municipality(read.get(), name.getValue(), prefecture.getValue())));
            town.getDataProvider().refreshAll();
            return "名簿に加えました。上の「市町村」で選んでください。";
        });
    }
}
