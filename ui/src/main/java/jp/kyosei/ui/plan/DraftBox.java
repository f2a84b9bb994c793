package jp.kyosei.ui.plan;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Consumer;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.ui.form.AskBox;

/** Says to those who keep it that a plan is still being drafted, and lets them remove it. */
final class DraftBox extends Div {
    /** @param remove removes it for a reason; what stands against it is thrown as a refusal, and the box says it */
    DraftBox(Plan plan, Consumer<String> remove) {
        addClassNames("draft-box", "no-print");
        Div place = new Div();
        Button open = new Button("この計画を削除する", click -> AskBox.withReason(
                        "策定中の計画「%s」を、実績値、評価文、試しに行った実績照会とともに削除します。元には戻せません。".formatted(plan.title()),
                        "削除する理由",
                        "削除する",
                        remove)
                .askIn(place));
        open.addClassName("button");
        add(new Paragraph("この計画は策定中です（決定した版がまだありません）。"), open, place);
    }
}
