package jp.kyosei.ui.meeting.outcome;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteId;
import jp.kyosei.backend.meeting.outcome.NewOutcome;
import jp.kyosei.backend.meeting.outcome.OutcomeStatus;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.PlainSelect;
import jp.kyosei.ui.form.TextBox;

/** Records what is said at an indicator while it is on screen; reached by the key O, sent by Ctrl and Enter. */
public final class OutcomeForm extends Div {
    private static final int MOST_OF_A_NOTE = 24;

    private final TextBox text = new TextBox("決まったこと・話されたこと", 2).of(TextKind.NOTE);
    private final PlainSelect status = StatusChip.select("扱い");
    private final Div notePlace = new Div();
    private final Paragraph said = new Paragraph();
    private Optional<PlainSelect> note = Optional.empty();
    /** Whether what was typed last is recorded, and nothing has been typed since. */
    private boolean recorded;

    public OutcomeForm(Consumer<NewOutcome> record) {
        addClassName("outcome-form");
        getElement().setAttribute("data-form", "outcome");
        text.addValueChangeListener(change -> {
            if (!change.getValue().isBlank()) {
                recorded = false;
            }
        });
        text.getElement().setAttribute("data-step", "record");
        status.setValue(OutcomeStatus.WITHIN_YEAR.name());
        Button send = new Button("記録する", click -> send(record));
        send.addClassNames("button");
        send.getElement().setAttribute("data-send", true);
        Div row = new Div(status, notePlace, send);
        row.addClassName("form-row");
        said.getElement().setAttribute("role", "status");
        said.addClassName("save-state");
        add(new H2("記録する"), text, row, said);
    }

    /** The notes on screen, from which one may be named as the origin. */
    public void offer(List<Note> notes) {
        String before = note.map(PlainSelect::getValue).orElse("");
        notePlace.removeAll();
        if (notes.isEmpty()) {
            note = Optional.empty();
            return;
        }
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("", "なし");
        notes.forEach(one -> choices.put(one.id().value().toString(), words(one)));
        PlainSelect select = new PlainSelect("もとになった意見（任意）", choices);
        if (choices.containsKey(before)) {
            select.setValue(before);
        }
        note = Optional.of(select);
        notePlace.add(select);
    }

    private static String words(Note note) {
        String line = note.text().lines().findFirst().orElse("");
        String beginning = line.codePointCount(0, line.length()) <= MOST_OF_A_NOTE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MOST_OF_A_NOTE)) + "…";
        return "%s：%s".formatted(note.kind().label(), beginning);
    }

    private void send(Consumer<NewOutcome> record) {
        if (text.getValue().isBlank() && recorded) {
            // The same key or button once more; what it meant is recorded.
            return;
        }
        said.setText("");
        if (text.getValue().isBlank()) {
            text.refuse("決まったことを書いてください。");
            text.lead();
            return;
        }
        try {
            record.accept(new NewOutcome(
                    null,
                    note.map(PlainSelect::getValue)
                            .filter(id -> !id.isEmpty())
                            .map(id -> new NoteId(UUID.fromString(id)))
                            .orElse(null),
                    text.getValue(),
                    OutcomeStatus.valueOf(status.getValue())));
            recorded = true;
            text.setValue("");
            text.refuse("");
            said.setText("記録しました。");
            // The keys lead to the next indicator again.
            getElement().executeJs("document.getElementById('main')?.focus({ preventScroll: true })");
        } catch (RefusedException | ForbiddenException e) {
            text.refuse(Optional.ofNullable(e.getMessage()).orElse("記録できませんでした。"));
        }
    }
}
