package jp.kyosei.ui.importing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.BiConsumer;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.applying.ImportPreview;
import jp.kyosei.ui.form.TextBox;

/** What applying an import does, a reason where confirmed figures change, and the button. */
final class ApplyBox extends Div {
    private static final int REASON_LINES = 2;

    /** @param apply takes the reason, and the place to say why it could not be done */
    ApplyBox(ImportPreview preview, BiConsumer<String, Div> apply) {
        addClassName("import-apply");
        TextBox reason = new TextBox("確定した内容を変える理由", REASON_LINES)
                .hint("確定した内容を%,d件変えます。理由は変更の履歴に残ります。".formatted(preview.overConfirmed()));
        Div said = new Div();
        Button button = new Button("この内容で取り込む", click -> {
            if (preview.overConfirmed() > 0 && reason.getValue().isBlank()) {
                reason.refuse("変える理由を書いてください。");
                reason.lead();
                return;
            }
            apply.accept(reason.getValue(), said);
        });
        button.addClassNames("button", "primary");
        if (preview.overConfirmed() > 0) {
            add(reason);
        }
        add(
                new Paragraph(
                        preview.isNewPlan()
                                ? "計画「%s」（%s〜%s）をつくり、%,d の指標と実績値を登録します。"
                                        .formatted(
                                                preview.title(),
                                                label(preview.firstFiscalYear()),
                                                label(preview.lastFiscalYear()),
                                                preview.indicators())
                                : "%,d か所を書き換えます。途中で失敗したときは、何も変わりません。取り込んだ後に、まとめて取り消すこともできます。"
                                        .formatted(preview.changes().size())),
                button,
                said);
    }

    private static String label(int year) {
        return new FiscalYear(year).longLabel();
    }
}
