package jp.kyosei.ui.collection.entry;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import jp.kyosei.backend.collection.task.OpenPoint;
import jp.kyosei.backend.collection.task.TaskSelection;
import jp.kyosei.backend.collection.task.TaskStep;
import jp.kyosei.ui.collection.OpenFindingsQuestion;
import jp.kyosei.ui.collection.StepWords;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.session.CurrentActor;

/** Asks before a step of an entry sheet is taken, takes it, and says what it did. */
final class EntrySteps extends Div implements EntryHeading.Ask {
    private final EntryWork work;
    private final CurrentActor current;
    private final AskPlace question = new AskPlace();
    private final Sheet sheet;

    /** The sheet for which is asked. */
    interface Sheet {
        EntryWork.Spot spot();

        /** Something has changed in it. */
        void reload();
    }

    EntrySteps(EntryWork work, CurrentActor current, Sheet sheet) {
        this.work = work;
        this.current = current;
        this.sheet = sheet;
        add(question);
    }

    @Override
    public void ask(TaskStep step, TaskSelection selection, String words) {
        if (step.needsComment()) {
            AskBox.withReason(
                            words,
                            "差し戻す理由と、直してほしいこと",
                            step.label() + "する",
                            comment -> step(step, selection, comment, List.of()))
                    .askIn(question);
        } else {
            List<OpenPoint> open =
                    step.vouches() ? work.open(current.require(), sheet.spot(), step, selection) : List.of();
            OpenFindingsQuestion.of(words, step, open, () -> step(step, selection, "", open))
                    .askIn(question);
        }
    }

    /** Says what was done elsewhere on the sheet. */
    void say(String words) {
        question.say(words);
    }

    private void step(TaskStep step, TaskSelection selection, String comment, List<OpenPoint> seen) {
        question.attempt(
                () -> StepWords.of(step, work.step(current.require(), sheet.spot(), step, selection, comment, seen)));
        sheet.reload();
    }
}
