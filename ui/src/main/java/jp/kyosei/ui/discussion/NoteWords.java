package jp.kyosei.ui.discussion;

import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.discussion.Author;
import jp.kyosei.backend.discussion.Mark;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteState;
import jp.kyosei.backend.discussion.NoteSubject;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.OwnerKind;
import jp.kyosei.ui.plan.PlanAddress;

/** How notes are spoken of on the screens. */
final class NoteWords {
    private static final DateTimeFormatter TIME = JapanTime.moments("uuuu/MM/dd HH:mm");

    private NoteWords() {}

    static String time(Instant at) {
        return TIME.format(at);
    }

    /** Such as 平泉町・平泉町 観光商工課 担当. */
    static String author(Author author) {
        return "%s・%s".formatted(author.whose(), author.name());
    }

    /** All who see it: what is shown to the municipalities, committee and secretariat see as well. */
    static String seenBy(Visibility visibility, OwnerKind kind) {
        return switch (visibility) {
            case COUNCIL -> visibility.label();
            case MEMBERS -> "委員・事務局・" + visibility.labelIn(kind);
            case PUBLIC -> "公開（計画を見る人みんな）";
        };
    }

    static Span kind(Note note) {
        Span chip = new Span(note.kind().label());
        chip.addClassName("note-kind-chip");
        return chip;
    }

    /** The state, or that it was taken back. */
    static Span state(Note note) {
        Span chip = new Span(note.isWithdrawn() ? "取り下げ" : note.state().label());
        chip.addClassName("state-chip");
        chip.getElement().setAttribute("data-tone", note.isWithdrawn() ? "none" : tone(note.state()));
        return chip;
    }

    private static String tone(NoteState state) {
        return switch (state) {
            case OPEN -> "waiting";
            case ANSWERED -> "done";
            case CLOSED -> "none";
        };
    }

    /** Empty for what is read. */
    static String mark(Mark mark) {
        return switch (mark) {
            case NEW -> "新着";
            case UNREAD -> "未読あり";
            case READ -> "";
        };
    }

    /** Where the thing is that a note is about. */
    static String addressOf(NoteSubject subject, String plan, FiscalYear year) {
        PlanAddress address = new PlanAddress(plan);
        return switch (subject) {
            case NoteSubject.OfIndicator on -> address.indicator(on.no(), year);
            case NoteSubject.OfSection on -> address.sectionNotes(on.number());
            case NoteSubject.OfPlan on -> address.planNotes();
        };
    }
}
