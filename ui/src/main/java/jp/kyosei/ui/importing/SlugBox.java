package jp.kyosei.ui.importing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.Objects;
import java.util.function.Consumer;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.LineBox;

/** The name of a new plan in addresses (識別名), to be changed before the plan is made. */
final class SlugBox extends Div {
    private final LineBox slug = field();

    /** @param rename gives the plan that name and lays the screen out anew; what stands against it is thrown as a refusal */
    SlugBox(DataImport found, Consumer<String> rename) {
        addClassName("import-slug");
        slug.setValue(found.planSlug());
        slug.setHelperText(hint(found.ownerSlug()));
        Button button = new Button("識別名を変える", click -> {
            try {
                slug.refuse("");
                rename.accept(slug.getValue());
            } catch (RefusedException e) {
                slug.refuse(Objects.requireNonNullElse(e.getMessage(), "この識別名は使えません。"));
                slug.lead();
            }
        });
        button.addClassName("button");
        add(slug, button);
    }

    static LineBox field() {
        return new LineBox("計画の識別名").of(TextKind.NAME);
    }

    static String hint(String ownerSlug) {
        return "計画の画面のアドレスになります。「%s-」で始まる小文字の英数字とハイフン。".formatted(ownerSlug);
    }
}
