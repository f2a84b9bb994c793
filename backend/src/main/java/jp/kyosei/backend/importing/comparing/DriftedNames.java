package jp.kyosei.backend.importing.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kyosei.backend.importing.naming.NameMemory;
import jp.kyosei.backend.importing.naming.RememberedName;
import jp.kyosei.backend.importing.naming.RememberedNames;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.importing.reading.ReadIndicator;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.text.NameKey;
import jp.kyosei.backend.understanding.question.Answers;
import jp.kyosei.backend.understanding.question.Question;
import jp.kyosei.backend.understanding.unit.UnitName;

/**
 * Names that drift between two papers of one plan (参加者数及び開催回数, next year 参加者数): where just one indicator of the plan is
 * left whose name is alike, whether it is meant is asked.
 */
final class DriftedNames {
    private static final String SAME = "SAME";
    private static final double LIKELY = 0.65;

    private final List<Indicator> indicators;
    private final Answers answers;
    private final RememberedNames remembered;
    private final List<Question> questions = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<NameMemory.Said> said = new ArrayList<>();
    private final List<RememberedName> recalled = new ArrayList<>();

    DriftedNames(List<Indicator> indicators, Answers answers, RememberedNames remembered) {
        this.indicators = indicators;
        this.answers = answers;
        this.remembered = remembered;
    }

    /** What was answered in this very file. */
    List<NameMemory.Said> said() {
        return List.copyOf(said);
    }

    /** What was taken as it was answered in an earlier file. */
    List<RememberedName> recalled() {
        return List.copyOf(recalled);
    }

    /** What was asked, with what was answered. */
    List<Question> questions() {
        return List.copyOf(questions);
    }

    /** What is open, and what is left out. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** What became of a line whose name the plan does not have. */
    sealed interface Meant {
        /** The person said that it is this indicator. */
        record Same(Indicator indicator) implements Meant {}

        /** It is asked, or was answered with no. */
        record Said() implements Meant {}

        /** No one indicator is alike. */
        record Nothing() implements Meant {}
    }

    /** @param taken those of the plan that other lines of the file have */
    Meant meant(ReadIndicator read, Set<IndicatorId> taken) {
        String name = NameKey.of(read.whole().name());
        for (Indicator indicator : indicators) {
            Optional<RememberedName> known = taken.contains(indicator.id()) || isAnswered(read)
                    ? Optional.empty()
                    : remembered.of(indicator.id(), name);
            if (known.isPresent()) {
                recalled.add(known.get());
                return settled(read, indicator, known.get().same());
            }
        }
        List<Indicator> alike = indicators.stream()
                .filter(indicator -> !taken.contains(indicator.id())
                        && IndicatorMatch.isAlike(read.whole().name(), indicator.name())
                        && isOfUnit(read, indicator))
                .toList();
        if (alike.size() != 1) {
            return new Meant.Nothing();
        }
        Indicator candidate = alike.getFirst();
        Question question = new Question(
                        Question.key(Question.Matter.SAME_INDICATOR, read.place()),
                        Question.Matter.SAME_INDICATOR,
                        read.place(),
                        "「%s」は、計画の指標%s「%s」と同じ指標ですか。".formatted(read.whole().name(), candidate.no(), candidate.name()),
                        List.of(),
                        List.of(
                                new Question.Choice(SAME, "同じ指標として取り込む（名前は計画のまま）"),
                                new Question.Choice(Question.LEAVE_OUT, "別の指標なので取り込まない")),
                        SAME,
                        LIKELY,
                        "")
                .answeredBy(answers);
        questions.add(question);
        Optional<String> answer = question.isOpen() ? Optional.empty() : Optional.of(question.answer());
        if (answer.isEmpty()) {
            findings.add(Finding.question(read.place(), candidate.no(), question.words()));
            return new Meant.Said();
        }
        boolean same = answer.get().equals(SAME);
        said.add(new NameMemory.Said(
                candidate.id(),
                RememberedNames.key(candidate.id(), name),
                read.whole().name(),
                candidate.name(),
                same));
        return settled(read, candidate, same);
    }

    /** What is said of this file goes before what was said of an earlier one. */
    private boolean isAnswered(ReadIndicator read) {
        return answers.to(Question.key(Question.Matter.SAME_INDICATOR, read.place()))
                .isPresent();
    }

    private Meant settled(ReadIndicator read, Indicator candidate, boolean same) {
        if (same) {
            return new Meant.Same(candidate);
        }
        findings.add(Finding.leftOut(
                read.place(),
                "",
                "「%s」は、計画にない指標のため取り込みません。".formatted(read.whole().name())));
        return new Meant.Said();
    }

    private static boolean isOfUnit(ReadIndicator read, Indicator indicator) {
        UnitName unit = UnitName.of(read.whole().unit());
        return unit.isNone() || unit.isOf(UnitName.of(indicator.unit()));
    }
}
