package jp.kyosei.backend.importing.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.kyosei.backend.evaluation.Direction;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.understanding.question.Answers;
import jp.kyosei.backend.understanding.question.Question;

/**
 * Which indicators of a new plan are the better the lower they are. A sheet seldom says it; where it speaks for it without saying
 * it, it is asked: one by one where they are few, together where they are many.
 */
final class Directions {
    private static final int FEW = 2;
    private static final double LIKELY = 0.65;
    private static final double OPEN = 0.5;

    private final Answers answers;
    private final List<Question> questions = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Case> likely = new ArrayList<>();
    private final List<Case> open = new ArrayList<>();

    private record Case(int index, ReadIndicator indicator, DirectionEvidence evidence) {}

    Directions(Answers answers) {
        this.answers = answers;
    }

    List<Question> questions() {
        return List.copyOf(questions);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /**
     * The indicators with their directions.
     *
     * @param evidence of each, in the same order
     */
    List<ReadIndicator> decide(List<ReadIndicator> indicators, List<DirectionEvidence> evidence) {
        List<ReadIndicator> decided = new ArrayList<>(indicators);
        for (int index = 0; index < indicators.size(); index++) {
            ReadIndicator indicator = indicators.get(index);
            DirectionEvidence found = evidence.get(index);
            switch (found.strength()) {
                case STATED -> {
                    decided.set(index, indicator.facing(found.direction()));
                    findings.add(Finding.notice(
                            found.place(),
                            indicator.whole().no(),
                            "「%s」は、%s「%s」として取り込みます。"
                                    .formatted(
                                            indicator.whole().name(),
                                            found.because(),
                                            found.direction().label())));
                }
                case PRINTED -> decided.set(index, indicator.facing(found.direction()));
                case LIKELY -> likely.add(new Case(index, indicator, found));
                case OPEN -> open.add(new Case(index, indicator, found));
                case NONE -> {}
            }
        }
        ask(likely, LIKELY, decided);
        ask(open, OPEN, decided);
        return decided;
    }

    private void ask(List<Case> cases, double certainty, List<ReadIndicator> decided) {
        if (cases.size() <= FEW) {
            cases.forEach(one -> askOf(List.of(one), certainty, decided));
        } else {
            askOf(cases, certainty, decided);
        }
    }

    private void askOf(List<Case> cases, double certainty, List<ReadIndicator> decided) {
        Case first = cases.getFirst();
        CellPlace place = first.evidence().place();
        String names = cases.stream()
                .map(one -> "「%s」".formatted(one.indicator().whole().name()))
                .limit(5)
                .collect(Collectors.joining());
        boolean alone = cases.size() == 1;
        Question question = new Question(
                        Question.key(Question.Matter.DIRECTION, place),
                        Question.Matter.DIRECTION,
                        place,
                        "%s%sは、低いほど良い指標ですか（%s）。"
                                .formatted(
                                        names,
                                        cases.size() > 5 ? "ほか%d指標".formatted(cases.size() - 5) : "",
                                        first.evidence().because()),
                        List.of(),
                        List.of(
                                new Question.Choice(
                                        Direction.LOWER.name(), (alone ? "" : "すべて") + Direction.LOWER.label()),
                                new Question.Choice(
                                        Direction.HIGHER.name(), (alone ? "" : "すべて") + Direction.HIGHER.label())),
                        certainty > OPEN ? Direction.LOWER.name() : "",
                        certainty,
                        "")
                .answeredBy(answers);
        questions.add(question);
        Optional<Direction> answer =
                question.isOpen() ? Optional.empty() : Optional.of(Direction.valueOf(question.answer()));
        for (Case one : cases) {
            answer.ifPresentOrElse(
                    direction -> decided.set(one.index(), one.indicator().facing(direction)),
                    () -> findings.add(Finding.ofDirection(
                            one.evidence().place(), one.indicator().whole().no(), question.words())));
        }
    }
}
