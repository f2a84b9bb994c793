package jp.kyosei.ui.discussion;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import jp.kyosei.backend.discussion.Assignment;
import jp.kyosei.backend.discussion.NoteId;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.form.CheckBox;
import jp.kyosei.ui.plan.PlanAddress;
import org.jspecify.annotations.Nullable;

/** Over the table of notes: choosing all of them, giving the chosen ones to a desk, and the way to those on the whole plan. */
final class NotesTools extends Div {
    private final AskPlace question;
    private final Assigning assign;
    private final Button assigning = new Button("", click -> ask());
    private List<Assignment> desks = List.of();
    private @Nullable NotesTable table;

    /** Gives notes to a desk, or takes them from all. */
    interface Assigning {
        void assign(List<NoteId> notes, DeskChoice choice);
    }

    NotesTools(AskPlace question, Assigning assign) {
        this.question = question;
        this.assign = assign;
        addClassNames("notes-tools", "no-print");
        assigning.addClassNames("button", "no-print");
    }

    void show(PlanAddress address, List<Assignment> offered, @Nullable NotesTable shown) {
        desks = offered;
        table = shown;
        removeAll();
        if (shown != null && !offered.isEmpty()) {
            CheckBox all = new CheckBox("表示している意見をすべて選ぶ").shown("すべて選ぶ");
            all.addValueChangeListener(change -> shown.chooseAll(change.getValue()));
            add(all, assigning);
            count();
        }
        add(new Anchor(address.planNotes(), "計画全体への意見を書く・見る"));
    }

    /** More or fewer notes are chosen now. */
    void count() {
        int count = chosen().size();
        assigning.setText("選んだ %d 件の担当を決める".formatted(count));
        assigning.setEnabled(count > 0);
    }

    private List<NoteId> chosen() {
        NotesTable shown = table;
        return shown == null ? List.of() : shown.chosen();
    }

    private void ask() {
        List<NoteId> notes = chosen();
        DeskChoice choice = new DeskChoice(desks, null);
        AskBox box = AskBox.of(
                "選んだ %d 件に回答する担当を決めます。担当にはメールで知らせます。".formatted(notes.size()),
                "決める",
                () -> assign.assign(notes, choice));
        box.addComponentAtIndex(1, choice);
        box.askIn(question);
    }
}
