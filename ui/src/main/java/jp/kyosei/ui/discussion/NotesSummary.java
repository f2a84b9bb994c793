package jp.kyosei.ui.discussion;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.kyosei.backend.discussion.Assignment;
import jp.kyosei.backend.discussion.CommentWindow;
import jp.kyosei.backend.discussion.Discussion;
import jp.kyosei.backend.discussion.Mark;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteKind;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.plan.ScrollingTable;

/** How many notes there are, how many wait for an answer, and of whom. */
final class NotesSummary extends Div {
    private static final String NOBODY = "担当未定";

    NotesSummary(Discussion discussion) {
        addClassName("notes-summary");
        List<Note> standing =
                discussion.notes().stream().filter(note -> !note.isWithdrawn()).toList();
        List<Note> waiting = standing.stream().filter(Note::awaitsAnswer).toList();
        Div counts = new Div(
                count("未回答", waiting.size(), "waiting"),
                count(
                        "うち質問",
                        waiting.stream()
                                .filter(note -> note.kind() == NoteKind.QUESTION)
                                .count(),
                        ""),
                count("全部で", standing.size(), ""),
                count(
                        "まだ読んでいない",
                        standing.stream()
                                .filter(note -> note.mark() != Mark.READ)
                                .count(),
                        ""));
        counts.addClassName("note-counts");
        add(counts);
        CommentWindow window = discussion.writing().window();
        if (window != null) {
            add(new Paragraph("意見の受付：%s　%d月%d日〜%d月%d日"
                    .formatted(
                            window.title(),
                            window.opensOn().getMonthValue(),
                            window.opensOn().getDayOfMonth(),
                            window.closesOn().getMonthValue(),
                            window.closesOn().getDayOfMonth())));
        }
        if (!waiting.isEmpty()) {
            add(desks(waiting));
        }
    }

    private static Div count(String label, long count, String tone) {
        Span words = new Span(label);
        Span number = new Span("%d 件".formatted(count));
        number.addClassName("number");
        Div card = new Div(words, number);
        card.addClassName("note-count-card");
        if (count > 0 && !tone.isEmpty()) {
            card.addClassName(tone);
        }
        return card;
    }

    /** Nobody named comes last; the rest by their codes and names. */
    private static Div desks(List<Note> waiting) {
        Map<String, List<Note>> byDesk =
                waiting.stream().collect(Collectors.groupingBy(NotesSummary::desk, TreeMap::new, Collectors.toList()));
        HtmlTable table = new HtmlTable("未回答の担当", List.of("担当", "未回答", "うち質問"));
        byDesk.forEach((desk, notes) -> {
            if (!desk.equals(NOBODY)) {
                row(table, desk, notes);
            }
        });
        if (byDesk.containsKey(NOBODY)) {
            row(table, NOBODY, byDesk.get(NOBODY));
        }
        return new ScrollingTable(table, "未回答の担当");
    }

    private static void row(HtmlTable table, String desk, List<Note> notes) {
        long questions =
                notes.stream().filter(note -> note.kind() == NoteKind.QUESTION).count();
        table.row(new Span(desk))
                .figure("%d 件".formatted(notes.size()))
                .figure(questions == 0 ? "" : "%d 件".formatted(questions));
    }

    private static String desk(Note note) {
        Assignment assignment = note.assignment();
        return assignment == null ? NOBODY : assignment.label();
    }
}
