package jp.kyosei.ui.discussion;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import jp.kyosei.backend.discussion.NoteChange;
import jp.kyosei.backend.discussion.NoteState;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.tenancy.OwnerKind;

/** What was done to a note, with the text as it stood before each change. */
final class NoteChanges extends Div {
    NoteChanges(List<NoteChange> changes, OwnerKind kind) {
        addClassName("note-changes");
        if (changes.isEmpty()) {
            add(new Paragraph("まだ何も変わっていません。"));
            return;
        }
        OrderedList list = new OrderedList();
        changes.forEach(change -> list.add(line(change, kind)));
        add(list);
    }

    private static ListItem line(NoteChange change, OwnerKind kind) {
        ListItem item = new ListItem(new Span("%s　%s　%s"
                .formatted(
                        NoteWords.time(change.at()),
                        change.personName(),
                        change.what().label())));
        item.add(what(change, kind));
        if (!change.remark().isEmpty()) {
            item.add(new Paragraph("理由・同意：" + change.remark()));
        }
        return item;
    }

    private static Component what(NoteChange change, OwnerKind kind) {
        return switch (change.what()) {
            case EDITED -> before(change.before());
            case WITHDRAWN -> new Span();
            case VISIBILITY -> fromTo(change, value -> visibility(value, kind));
            case STATE -> fromTo(change, NoteChanges::state);
            case ASSIGNED -> fromTo(change, value -> value.isEmpty() ? "担当なし" : value);
        };
    }

    private static Component before(String text) {
        Span label = new Span("直す前");
        label.addClassName("note-before-label");
        Div before = new Div(label, new NoteBody(text));
        before.addClassName("note-before");
        return before;
    }

    private static Component fromTo(NoteChange change, Function<String, String> words) {
        return new Paragraph("%s → %s".formatted(words.apply(change.before()), words.apply(change.after())));
    }

    private static String visibility(String name, OwnerKind kind) {
        return Arrays.stream(Visibility.values())
                .filter(one -> one.name().equals(name))
                .map(one -> one.labelIn(kind))
                .findFirst()
                .orElse(name);
    }

    private static String state(String name) {
        return Arrays.stream(NoteState.values())
                .filter(one -> one.name().equals(name))
                .map(NoteState::label)
                .findFirst()
                .orElse(name);
    }
}
