package jp.kyosei.ui.operator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerState;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.LineBox;
import jp.kyosei.ui.form.PlainSelect;
import jp.kyosei.ui.form.TextBox;

/** Asks what an owner is called and in which state it is. */
final class OwnerChangeBox {
    /** Takes what was filled in. */
    @FunctionalInterface
    interface Change {
        void to(String name, OwnerState state, String reason);
    }

    private OwnerChangeBox() {}

    static AskBox of(Owner owner, Change change) {
        LineBox name = new LineBox("名称").of(TextKind.NAME);
        name.setValue(owner.name());
        Map<String, String> states = new LinkedHashMap<>();
        Stream.of(OwnerState.values()).forEach(one -> states.put(one.name(), one.label()));
        PlainSelect state = new PlainSelect("状態", states);
        state.setValue(owner.state().name());
        TextBox reason = new TextBox("理由（団体の履歴に残ります）", 2).of(TextKind.REASON);
        return AskBox.withFields(
                "%sの名称と状態".formatted(owner.name()),
                "変える",
                () -> change.to(name.getValue(), OwnerState.valueOf(state.getValue()), reason.getValue()),
                name,
                state,
                reason);
    }
}
