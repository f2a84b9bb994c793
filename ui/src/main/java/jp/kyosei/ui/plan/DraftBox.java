package jp.kyosei.ui.plan;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.function.Consumer;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.form.DateBox;
import org.jspecify.annotations.Nullable;

/** Says to those who keep it that a plan is still being drafted, and lets them remove it. */
final class DraftBox extends Div {
    /**
     * Makes the box.
     *
     * @param editing where it is edited
     * @param adopt adopts it as of a day; a refusal is said by the box
     * @param remove removes it for a reason; what stands against it is thrown as a refusal, and the box says it
     */
    DraftBox(Plan plan, String editing, LocalDate today, Consumer<@Nullable LocalDate> adopt, Consumer<String> remove) {
        addClassNames("draft-box", "no-print");
        AskPlace place = new AskPlace();
        DateBox day = new DateBox("決定した日", today);
        Button adopted = new Button("決定した日を登録する", click -> AskBox.of(
                        "この計画を決定したものとして登録します。懇談会の委員と閲覧者にも見えるようになり、体系と指標はこの版のまま動かせなくなります。",
                        "登録する",
                        () -> place.attempt(() -> {
                            adopt.accept(day.getValue());
                            return "決定した日を登録しました。";
                        }))
                .askIn(place));
        adopted.addClassName("button");
        Div row = new Div(day, adopted);
        row.addClassName("draft-adoption");
        Button open = new Button("この計画を削除する", click -> AskBox.withReason(
                        "策定中の計画「%s」を、実績値、評価文、試しに行った実績照会とともに削除します。元には戻せません。".formatted(plan.title()),
                        "削除する理由",
                        "削除する",
                        remove)
                .askIn(place));
        open.addClassName("button");
        Anchor edit = new Anchor(editing, "体系・指標・取組を編集する");
        edit.addClassNames("button", "primary");
        add(new Paragraph("この計画は策定中です（決定した版がまだありません）。いまは、事務局と、実績を入力・承認する人だけに見えています。"), edit, row, place, open);
    }
}
