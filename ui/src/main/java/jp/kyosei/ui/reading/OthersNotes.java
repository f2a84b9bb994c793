package jp.kyosei.ui.reading;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.List;
import jp.kyosei.backend.discussion.Author;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.Standing;

/** What others have said at an indicator, as far as the reader may see it; nothing where nobody has. */
final class OthersNotes extends Div {
    private List<Note> shown = List.of();

    OthersNotes() {
        addClassNames("reading-card", "reading-others");
        begin();
    }

    /** Another indicator is shown. */
    void begin() {
        shown = List.of();
        removeAll();
        setVisible(false);
    }

    void show(List<Note> notes) {
        if (notes.equals(shown)) {
            return;
        }
        shown = notes;
        removeAll();
        setVisible(!notes.isEmpty());
        boolean committee = notes.stream().allMatch(note -> note.author().standing() == Standing.COMMITTEE);
        add(new H2("%s（%d）".formatted(committee ? "ほかの委員の意見" : "ほかの人の意見", notes.size())));
        notes.forEach(note -> add(new NoteArticle(note, writer(note.author()))));
    }

    /** The name that people go by often says already for whom they speak. */
    private static String writer(Author author) {
        return author.name().contains(author.whose())
                ? author.name()
                : "%s　%s".formatted(author.whose(), author.name());
    }
}
