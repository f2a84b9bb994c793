package jp.kyosei.ui.discussion;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jp.kyosei.backend.discussion.Discussion;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.plan.PlanAddress;
import org.jspecify.annotations.Nullable;

/**
 * The notes of a year with their filter and tools. What a person has unfolded, chosen or asked stays when others write; rows
 * that come or go wait until they are called for.
 */
final class NotesBoard extends Div {
    private final Supplier<Discussion> read;
    private final Consumer<Note> unfolded;
    private final Div summary = new Div();
    private final NotesFilter filter = new NotesFilter(this::filtered);
    private final AskPlace question;
    private final NotesTools tools;
    private final Div news = new Div();
    private final Div content = new Div();
    private @Nullable Discussion discussion;
    private @Nullable NoteDesk desk;
    private @Nullable NotesTable table;

    /**
     * Makes an empty board.
     *
     * @param read the notes as they are now
     * @param unfolded called with every note whose thread is opened
     */
    NotesBoard(AskPlace question, NotesTools.Assigning assign, Supplier<Discussion> read, Consumer<Note> unfolded) {
        this.question = question;
        this.read = read;
        this.unfolded = unfolded;
        tools = new NotesTools(question, assign);
        news.addClassName("notes-tools");
        news.getElement().setAttribute("role", "status");
        add(summary, filter, tools, question, news, content);
    }

    /** Another plan or year is shown; drawn as soon as the filter is known. */
    void begin(Discussion found, NoteDesk at) {
        table = null;
        question.removeAll();
        news.removeAll();
        desk = at;
        take(found);
    }

    void filterBy(QueryParameters parameters) {
        filter.read(parameters);
        draw();
    }

    /** Nothing is chosen any more. */
    void chooseNone() {
        Optional.ofNullable(table).ifPresent(shown -> shown.chooseAll(false));
    }

    private Discussion shown() {
        return Optional.ofNullable(discussion).orElseThrow(NotFoundException::new);
    }

    private NoteDesk desk() {
        return Optional.ofNullable(desk).orElseThrow(NotFoundException::new);
    }

    private PlanAddress address() {
        return new PlanAddress(shown().content().plan().slug());
    }

    private void take(Discussion found) {
        discussion = found;
        summary.removeAll();
        summary.add(new NotesSummary(found));
    }

    private List<Note> included(Discussion found) {
        return found.notes().stream()
                .filter(note -> filter.includes(found, note))
                .toList();
    }

    /** Draws the filter, the tools and the table; what was chosen stays chosen. */
    private void draw() {
        Discussion found = shown();
        filter.setVisible(!found.notes().isEmpty());
        filter.offer(found, desk().kind());
        drawTable(found);
        tools.show(address(), found.desks(), table);
    }

    private void drawTable(Discussion found) {
        List<Note> notes = included(found);
        content.removeAll();
        if (notes.isEmpty()) {
            table = null;
            content.add(new NoNotes(found, address(), () -> {
                filter.clear();
                filtered();
            }));
            return;
        }
        NotesTable fresh = new NotesTable(desk(), found, notes, !found.desks().isEmpty(), unfolded, tools::count);
        Optional.ofNullable(table).ifPresent(before -> fresh.choose(new HashSet<>(before.chosen())));
        table = fresh;
        content.add(fresh);
    }

    private void filtered() {
        Location here = new Location(address().notes(shown().fiscalYear()), filter.parameters());
        UI.getCurrentOrThrow().getPage().getHistory().replaceState(null, here);
        draw();
    }

    /** Shows what is there now. */
    void reload() {
        news.removeAll();
        Discussion found = read.get();
        take(found);
        NotesTable before = table;
        if (before != null && before.shows(included(found))) {
            before.take(found.notes());
        } else {
            draw();
        }
        tools.count();
    }

    /** Somebody has written something. */
    void follow() {
        Discussion found = read.get();
        NotesTable before = table;
        boolean same = before != null && before.shows(included(found));
        boolean inUse = question.isAsking() || (before != null && before.isInUse());
        if (same || !inUse) {
            take(found);
            if (before != null && same) {
                before.take(found.notes());
            } else {
                draw();
            }
            return;
        }
        if (before != null) {
            before.take(found.notes());
        }
        Button fresh = new Button("最新の表示にする", click -> reload());
        fresh.addClassName("button");
        news.removeAll();
        news.add(new Span("ほかの人の書き込みがありました。"), fresh);
    }
}
