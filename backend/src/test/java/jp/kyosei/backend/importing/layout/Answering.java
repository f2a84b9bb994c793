package jp.kyosei.backend.importing.layout;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import jp.kyosei.backend.understanding.question.Answers;
import jp.kyosei.backend.understanding.question.Question;

/** Answers the questions of a layout as its office would: each with the choice that makes the most of it right. */
final class Answering {
    private static final int MOST_QUESTIONS = 40;

    private Answering() {}

    /** How it is read when all is answered. */
    static Score answered(Layout layout) {
        Answers answers = Answers.NONE;
        for (int asked = 0; asked < MOST_QUESTIONS; asked++) {
            Optional<Question> open = Reading.of(layout, answers).book().questions().stream()
                    .filter(Question::isOpen)
                    .findFirst();
            if (open.isEmpty()) {
                break;
            }
            answers = best(layout, answers, open.get());
        }
        return Scorer.score(layout, Reading.of(layout, answers), true);
    }

    private static Answers best(Layout layout, Answers before, Question question) {
        return question.choices().stream()
                .map(choice -> before.and(new Answers(Map.of(question.key(), choice.code()))))
                .max(Comparator.comparingInt(answers -> {
                    Score score = Scorer.score(layout, Reading.of(layout, answers), true);
                    return score.right() - score.wrong().size();
                }))
                .orElseThrow(() -> new AssertionError("A question without choices: " + question));
    }
}
