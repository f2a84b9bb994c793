package jp.kyosei.ui.meeting.outcome;

import java.util.List;
import java.util.function.Supplier;
import jp.kyosei.backend.meeting.MeetingId;
import jp.kyosei.backend.meeting.outcome.NewOutcome;
import jp.kyosei.backend.meeting.outcome.Outcome;
import jp.kyosei.backend.meeting.outcome.OutcomeService;
import jp.kyosei.backend.meeting.outcome.OutcomeStatus;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.AskPlace;

/** Keeps what is done to outcomes on one page, and lets the page show afterwards what is there. */
public final class OutcomeDesk {
    private final OutcomeService outcomes;
    private final Supplier<Actor> actor;
    private final AskPlace question;
    private final Runnable show;

    /**
     * Makes the desk of a page.
     *
     * @param actor the reader with the roles held at the moment of asking
     * @param question where it is asked before something goes
     * @param show shows what is there now
     */
    public OutcomeDesk(OutcomeService outcomes, Supplier<Actor> actor, AskPlace question, Runnable show) {
        this.outcomes = outcomes;
        this.actor = actor;
        this.question = question;
        this.show = show;
    }

    public List<Outcome> of(Actor reader, MeetingId meeting) {
        return outcomes.outcomes(reader, meeting);
    }

    /** What earlier meetings left to be done. */
    public List<Outcome> followed(Actor reader, MeetingId meeting) {
        return outcomes.followed(reader, meeting);
    }

    public void record(MeetingId meeting, NewOutcome outcome) {
        outcomes.record(actor.get(), meeting, outcome);
        show.run();
    }

    void mark(Outcome outcome, OutcomeStatus status, String remark) {
        outcomes.mark(actor.get(), outcome.id(), outcome.version(), status, remark);
        show.run();
    }

    void reword(Outcome outcome, String text) {
        outcomes.reword(actor.get(), outcome.id(), outcome.version(), text);
        show.run();
    }

    void remove(Outcome outcome) {
        AskBox.of("「%s」の記録を消します。".formatted(outcome.text()), "消す", () -> {
                    question.attempt(() -> {
                        outcomes.remove(actor.get(), outcome.id(), outcome.version());
                        return "記録を消しました。";
                    });
                    show.run();
                })
                .askIn(question);
    }

    /** Somebody else was faster. */
    void reload() {
        show.run();
    }
}
