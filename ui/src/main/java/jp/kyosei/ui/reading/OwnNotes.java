package jp.kyosei.ui.reading;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Supplier;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteRight;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.tenancy.OwnerKind;
import jp.kyosei.ui.discussion.NoteBox;

/** What the reader wrote on an indicator, to be changed or taken back. */
final class OwnNotes extends Div {
    /** What can be done with one's own notes. */
    interface Desk {
        NoteBox.Answer edit(Note note, NoteBox.Typed typed);

        NoteBox.Answer reply(Note note, String text);

        NoteBox.Answer withdraw(Note note);

        /** Shows it to fewer people. */
        NoteBox.Answer narrow(Note note, Visibility fewer);

        /** Under which the browser keeps what is not sent yet. */
        String draftKey(Note note, String what);
    }

    private final Desk desk;
    private List<Note> shown = List.of();
    private OwnerKind ownerKind = OwnerKind.ALLIANCE;
    private final Paragraph said = new Paragraph();

    OwnNotes(Desk desk) {
        this.desk = desk;
        addClassName("reading-own");
        said.addClassName("reading-said");
        said.getElement().setAttribute("role", "status");
    }

    /** Forgets what was said about another indicator. */
    void begin() {
        said.setText("");
    }

    private NoteBox.Answer say(NoteBox.Answer answer) {
        said.setText(answer.accepted() ? answer.message() : "");
        return answer;
    }

    /** Shows them; what is being changed stays open as long as nothing new has come. */
    void show(List<Note> notes, OwnerKind owner) {
        if (notes.equals(shown)) {
            return;
        }
        shown = List.copyOf(notes);
        ownerKind = owner;
        redraw();
    }

    private Component article(Note note) {
        NoteArticle article = new NoteArticle(note, "見える人：" + note.visibility().labelIn(ownerKind));
        if (note.isWithdrawn()) {
            article.addClassName("withdrawn");
            return article;
        }
        Div place = new Div();
        Div buttons = new Div();
        buttons.addClassName("reading-buttons");
        if (note.rights().may(NoteRight.EDIT)) {
            buttons.add(button("直す", () -> edit(note, article, buttons)));
        }
        if (note.rights().may(NoteRight.REPLY) && !note.replies().isEmpty()) {
            buttons.add(button("返事を書く", () -> reply(note, place)));
        }
        note.rights().visibilities().stream()
                .filter(visibility -> visibility.isNarrowerThan(note.visibility()))
                .sorted()
                .forEach(fewer -> buttons.add(button(
                        "「%s」だけに見せる".formatted(fewer.labelIn(ownerKind)), () -> askToNarrow(note, fewer, place))));
        if (note.rights().may(NoteRight.WITHDRAW)) {
            buttons.add(button("取り下げる", () -> askToWithdraw(note, place)));
        }
        article.add(buttons, place);
        return article;
    }

    private void edit(Note note, NoteArticle article, Div buttons) {
        NoteBox box = new NoteBox(typed -> say(desk.edit(note, typed)), this::redraw);
        box.setContent(NoteBox.Content.ofChange(desk.draftKey(note, "edit"), note.kind(), note.text()));
        article.body().removeAll();
        article.body().add(box);
        buttons.removeFromParent();
        box.focusText();
    }

    private void reply(Note note, Div place) {
        NoteBox box = new NoteBox(typed -> say(desk.reply(note, typed.text())), this::redraw);
        box.setContent(NoteBox.Content.ofReply(desk.draftKey(note, "reply"), "返事", ""));
        place.removeAll();
        place.add(box);
        box.focusText();
    }

    private void askToWithdraw(Note note, Div place) {
        String question = "この%sを取り下げますか。あなたと事務局のほかには見えなくなります。元に戻すことはできません。"
                .formatted(note.kind().label());
        ask(place, question, "取り下げる", () -> desk.withdraw(note));
    }

    /** One's own note can be shown to fewer people at any time; to show it to more is asked of the secretariat. */
    private void askToNarrow(Note note, Visibility fewer, Div place) {
        String question = "この%sを「%s」だけに見えるようにしますか。広げるときは、事務局にお伝えください。"
                .formatted(note.kind().label(), fewer.labelIn(ownerKind));
        ask(place, question, "見える人を狭める", () -> desk.narrow(note, fewer));
    }

    private void ask(Div place, String question, String yes, Supplier<NoteBox.Answer> action) {
        Paragraph problem = new Paragraph();
        problem.addClassName("reading-problem");
        problem.getElement().setAttribute("role", "alert");
        Button confirm = button(yes, () -> {
            NoteBox.Answer answer = say(action.get());
            if (!answer.accepted()) {
                problem.setText(answer.message());
            }
        });
        confirm.addClassName("primary");
        Div buttons = new Div(confirm, button("やめる", place::removeAll));
        buttons.addClassName("reading-buttons");
        Div box = new Div(new Paragraph(question), problem, buttons);
        box.addClassName("reading-ask");
        box.getElement().setAttribute("role", "group");
        box.getElement().setAttribute("aria-label", yes + "前の確認");
        box.getElement().setAttribute("tabindex", "-1");
        place.removeAll();
        place.add(box);
        box.getElement().executeJs("this.focus()");
    }

    private void redraw() {
        removeAll();
        shown.forEach(note -> add(article(note)));
        add(said);
    }

    private static Button button(String words, Runnable action) {
        Button button = new Button(words, click -> action.run());
        button.addClassName("button");
        return button;
    }
}
