package jp.kyosei.ui.discussion;

import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.kyosei.backend.discussion.Discussion;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteId;
import jp.kyosei.backend.discussion.NoteRight;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.plan.ScrollingTable;

/** 意見・質問: what was said and what was answered, grouped by section in the order of the plan. */
final class NotesTable extends Div {
    private static final List<String> HEADS = List.of("指標・体系", "意見・質問", "対応", "状態");

    private final Map<NoteId, NoteRow> rows = new LinkedHashMap<>();

    /**
     * @param shown the notes to be shown, in the order of the plan
     * @param choosable whether notes are chosen here, to be given to a desk
     * @param opened told of a note whose thread is unfolded
     */
    NotesTable(
            NoteDesk desk,
            Discussion discussion,
            List<Note> shown,
            boolean choosable,
            Consumer<Note> opened,
            Runnable chosen) {
        addClassName("notes-table");
        HtmlTable table = new HtmlTable("意見・質問（%d 件）".formatted(shown.size()), HEADS);
        String group = "";
        for (Note note : shown) {
            String title = groupOf(discussion, note);
            if (!title.equals(group)) {
                table.group(title, HEADS.size());
                group = title;
            }
            NoteRow row = new NoteRow(desk, note, () -> opened.accept(note));
            row.box().addValueChangeListener(change -> chosen.run());
            rows.put(note.id(), row);
            row.addTo(table, choosable && note.rights().may(NoteRight.ASSIGN), HEADS.size());
        }
        add(new ScrollingTable(table, "意見・質問"));
    }

    List<NoteId> chosen() {
        return rows.values().stream()
                .filter(NoteRow::isChosen)
                .map(row -> row.note().id())
                .toList();
    }

    void choose(Set<NoteId> wanted) {
        rows.forEach((id, row) -> {
            if (row.note().rights().may(NoteRight.ASSIGN)) {
                row.box().setValue(wanted.contains(id));
            }
        });
    }

    void chooseAll(boolean all) {
        choose(all ? rows.keySet() : Set.of());
    }

    /** Whether a thread is unfolded, or a note chosen. */
    boolean isInUse() {
        return rows.values().stream().anyMatch(row -> row.isOpen() || row.isChosen());
    }

    /** Shows the same notes as they stand now. */
    void take(List<Note> fresh) {
        Map<NoteId, Note> byId = fresh.stream().collect(Collectors.toMap(Note::id, note -> note));
        rows.forEach((id, row) -> {
            Note now = byId.get(id);
            if (now != null) {
                row.take(now);
            }
        });
    }

    /** Whether these are the notes that it shows, in this order. */
    boolean shows(List<Note> notes) {
        return List.copyOf(rows.keySet()).equals(notes.stream().map(Note::id).toList());
    }

    private static String groupOf(Discussion discussion, Note note) {
        List<String> path = discussion.content().path(NotesFilter.sectionOf(note.subject()));
        return path.isEmpty()
                ? "計画全体"
                : path.stream()
                        .flatMap(number -> discussion.content().section(number).stream())
                        .map(NotesTable::words)
                        .collect(Collectors.joining(" ／ "));
    }

    private static String words(Section section) {
        return section.number() + " " + section.title();
    }
}
