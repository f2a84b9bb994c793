package jp.kyosei.ui.meeting.presentation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.List;
import java.util.Optional;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.MeetingRight;
import jp.kyosei.backend.meeting.outcome.NewOutcome;
import jp.kyosei.backend.meeting.outcome.Outcome;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.meeting.outcome.OutcomeDesk;
import jp.kyosei.ui.meeting.outcome.OutcomeForm;
import jp.kyosei.ui.meeting.outcome.OutcomeList;
import org.jspecify.annotations.Nullable;

/** What is said at an indicator: the notes that the room may see, what was recorded, and the form that records. */
final class StageTalk extends Div {
    private final String no;
    private final Div notePlace = new Div();
    private final OutcomeList recorded;
    private final @Nullable OutcomeForm form;
    private @Nullable List<Note> inNotes;

    StageTalk(OutcomeDesk outcomes, AskPlace question, Meeting shown, String no) {
        this.no = no;
        recorded = new OutcomeList(outcomes, "まだ記録はありません。", outcome -> "").ofOneIndicator();
        add(new H2("意見"), notePlace, new H2("この場で決まったこと"), recorded, question);
        form = shown.may(MeetingRight.RECORD)
                ? new OutcomeForm(typed ->
                        outcomes.record(shown.id(), new NewOutcome(no, typed.note(), typed.text(), typed.status())))
                : null;
        if (form != null) {
            add(form);
        }
    }

    /** Shows what there is now; what has not changed is left as it is, so that nobody is disturbed who types. */
    void show(Meeting shown, List<Note> notes, List<Outcome> all) {
        if (!notes.equals(inNotes)) {
            inNotes = notes;
            notePlace.removeAll();
            notePlace.add(new StageNotes(notes, shown.may(MeetingRight.RECORD)));
            Optional.ofNullable(form).ifPresent(recording -> recording.offer(StageNotes.shown(notes)));
        }
        recorded.show(all.stream().filter(this::isHere).toList());
    }

    private boolean isHere(Outcome outcome) {
        return Optional.ofNullable(outcome.indicator())
                .filter(subject -> subject.no().equals(no))
                .isPresent();
    }
}
