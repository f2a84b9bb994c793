package jp.kyosei.backend.understanding.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.understanding.UnderstoodSheet.SheetProblem;
import jp.kyosei.backend.understanding.fate.SheetFates;
import jp.kyosei.backend.understanding.question.Answers;
import jp.kyosei.backend.understanding.question.Question;

/** What is written down while a sheet is understood: fates, questions, problems, what is left out. */
final class SheetNotes {
    private final SheetFates fates;
    private final Answers answers;
    private final List<Question> questions = new ArrayList<>();
    /** The first question about a head of these words: pages repeat their heads. */
    private final Map<String, Question> byWords = new HashMap<>();

    private final List<SheetProblem> problems = new ArrayList<>();
    private final List<SheetProblem> leftOut = new ArrayList<>();

    SheetNotes(String sheet, Answers answers) {
        this.fates = new SheetFates(sheet);
        this.answers = answers;
    }

    /** Notes of a table of which it is not sure yet whether it is one. */
    SheetNotes draft(String sheet) {
        SheetNotes draft = new SheetNotes(sheet, answers);
        draft.byWords.putAll(byWords);
        return draft;
    }

    /** Takes over what was asked and found of a table. */
    void take(SheetNotes draft) {
        draft.questions.stream()
                .filter(question ->
                        questions.stream().noneMatch(known -> known.key().equals(question.key())))
                .forEach(questions::add);
        draft.byWords.forEach(byWords::putIfAbsent);
        draft.problems.stream().filter(problem -> !problems.contains(problem)).forEach(problems::add);
    }

    SheetFates fates() {
        return fates;
    }

    List<Question> questions() {
        return questions;
    }

    List<SheetProblem> problems() {
        return problems;
    }

    List<SheetProblem> leftOut() {
        return leftOut;
    }

    /**
     * Asks, once for all heads of the same words.
     *
     * @return the code of the choice that was taken; empty while the question is open
     */
    Optional<String> ask(String head, Question question) {
        String words = question.matter() + " " + head;
        Question asked = byWords.computeIfAbsent(words, first -> {
            Question answered = question.answeredBy(answers);
            questions.add(answered);
            return answered;
        });
        return asked.isOpen() ? Optional.empty() : Optional.of(asked.answer());
    }

    void problem(CellPlace place, String message) {
        problems.add(new SheetProblem(place, message));
    }

    void leaveOut(CellPlace place, String message) {
        leftOut.add(new SheetProblem(place, message));
    }
}
