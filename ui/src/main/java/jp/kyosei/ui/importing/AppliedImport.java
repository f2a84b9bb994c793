package jp.kyosei.ui.importing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.Objects;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.plan.PlanAddress;

/** An import that was applied: the way to what it brought, and its undoing. */
final class AppliedImport extends Div {
    private final Runnable undo;
    private final Div asked = new Div();

    /** @param undo undoes it and lays the screen out anew; what stands against it is thrown as a refusal */
    AppliedImport(DataImport found, Runnable undo) {
        this.undo = undo;
        Anchor results = new Anchor(new PlanAddress(found.planSlug()).results(found.newestActuals()), "実績一覧を見る");
        results.addClassNames("button", "primary");
        Button open = new Button("この取込を取り消す", click -> AskBox.of(
                        found.isNewPlan()
                                ? "この取込でつくった計画を、実績値や評価文とともに削除します。よろしいですか。"
                                : "この取込で変えた欄を、すべて取り込む前の内容に戻します。よろしいですか。",
                        "取り消す",
                        this::undo)
                .askIn(asked));
        open.addClassName("button");
        Div buttons = new Div(results, open);
        buttons.addClassName("button-row");
        add(new ImportNote(ImportNote.Kind.GOOD, "%sが取り込みました。".formatted(found.settledBy())), buttons, asked);
    }

    private void undo() {
        try {
            undo.run();
        } catch (RefusedException e) {
            asked.removeAll();
            asked.add(new ImportNote(ImportNote.Kind.WRONG, Objects.requireNonNullElse(e.getMessage(), "取り消せませんでした。")));
        }
    }
}
