package jp.kyosei.ui.staffing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.function.Supplier;
import jp.kyosei.backend.clock.JapaneseDay;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.department.Department;
import jp.kyosei.backend.staffing.StaffingBoard;
import jp.kyosei.backend.staffing.TransferId;
import jp.kyosei.backend.staffing.plan.TransferPlan;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.AskPlace;
import org.jspecify.annotations.Nullable;

/** Asks what shall change, and prepares it or takes it back. */
final class StaffingQuestions {
    private final StaffingDesk desk;
    private final Owner owner;
    private final StaffingBoard board;
    private final AskPlace place;
    private final Runnable shownAnew;

    /** @param shownAnew shows what is there after something was done */
    StaffingQuestions(StaffingDesk desk, Owner owner, StaffingBoard board, AskPlace place, Runnable shownAnew) {
        this.desk = desk;
        this.owner = owner;
        this.board = board;
        this.place = place;
        this.shownAnew = shownAnew;
    }

    /** The next step. */
    Component ways() {
        Button begin = new Button("異動を準備する", click -> move(null));
        begin.addClassNames("button", "primary");
        Div row = new Div(begin);
        row.addClassNames("button-row", "staffing-ways");
        return row;
    }

    /** @param person who is chosen already */
    void move(@Nullable PersonId person) {
        PersonForm form = new PersonForm(board, person, plan -> desk.preview(owner, plan));
        ask("%sから、誰が何を担当するかを決めます。".formatted(JapaneseDay.date(board.day())), form, form::plan);
    }

    void handOver(Department from) {
        WorkForm form = new WorkForm(board, from, plan -> desk.preview(owner, plan));
        ask("%sに、%sの仕事を別の課に引き継ぎます。".formatted(JapaneseDay.date(board.day()), from.name()), form, form::plan);
    }

    void takeBack(TransferId transfer, String what) {
        AskBox.withReason(
                        "「%s」を取りやめます。いまの担当がそのまま続きます。".formatted(what),
                        "取りやめる理由",
                        "取りやめる",
                        reason -> attempt(() -> {
                            desk.takeBack(owner, transfer, reason);
                            return "取りやめました。";
                        }))
                .askIn(place);
    }

    private void ask(String question, Component form, Supplier<TransferPlan> plan) {
        AskBox box = AskBox.of(
                question,
                "準備する",
                () -> attempt(() -> {
                    desk.prepare(owner, plan.get());
                    return "準備しました。その日になると切り替わります。";
                }));
        box.addClassName("staffing-box");
        box.addComponentAtIndex(1, form);
        box.askIn(place);
    }

    private void attempt(Supplier<String> work) {
        place.attempt(work);
        if (!place.isAsking()) {
            shownAnew.run();
        }
    }
}
