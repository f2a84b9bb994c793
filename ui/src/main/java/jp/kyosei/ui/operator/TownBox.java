package jp.kyosei.ui.operator;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.Optional;
import jp.kyosei.backend.owners.register.Municipality;
import jp.kyosei.backend.owners.register.MunicipalityRegister;
import jp.kyosei.backend.owners.register.Registered;
import jp.kyosei.ui.form.Refusable;
import jp.kyosei.ui.session.CurrentActor;

/** A municipality of the register, found by its code, its name or its reading as it is typed. */
final class TownBox extends ComboBox<Registered> implements Refusable {
    TownBox(String label, MunicipalityRegister register, CurrentActor current) {
        super(label);
        setHelperText("コード・名前・よみで探せます。例：032069、北上市、きたかみ");
        setManualValidation(true);
        setItemLabelGenerator(TownBox::words);
        setItems(query ->
                register
                        .search(current.require(), query.getFilter().orElse(""), query.getOffset(), query.getLimit())
                        .stream());
    }

    Optional<Municipality> town() {
        return Optional.ofNullable(getValue()).map(Registered::municipality);
    }

    /** 北上市（岩手県 032069） */
    private static String words(Registered found) {
        Municipality town = found.municipality();
        return "%s（%s %s）%s"
                .formatted(town.name(), town.prefecture(), town.code().value(), found.owner() == null ? "" : "　登録済み");
    }
}
