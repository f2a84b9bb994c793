package jp.kyosei.backend.understanding.question;

import java.util.List;
import jp.kyosei.backend.sheet.CellPlace;

/**
 * Something that a sheet does not say clearly; until it is answered nothing that hangs on it is taken.
 *
 * @param key the same at every look at the same file; see {@link #key}
 * @param place the head, or the cell, that is asked about
 * @param words what is asked, in Japanese
 * @param samples a few values that hang on it, as they are shown
 * @param choices what can be answered, the likeliest first
 * @param unasked the code of the choice that would be taken without asking; empty where none would
 * @param certainty from 0 to 1, of {@code unasked}
 * @param answer the code of the choice that was taken; empty while the question is open
 */
public record Question(
        String key,
        Matter matter,
        CellPlace place,
        String words,
        List<String> samples,
        List<Choice> choices,
        String unasked,
        double certainty,
        String answer) {
    /** The code of the answer that nothing is taken; every question may have it. */
    public static final String LEAVE_OUT = "IGNORED";

    /** The certainty below which is asked. */
    public static final double THRESHOLD = 0.7;

    public Question {
        samples = List.copyOf(samples);
        choices = List.copyOf(choices);
    }

    /** What is asked about. */
    public enum Matter {
        COLUMN("列の内容"),
        ROW("行の内容"),
        TABLE("表の読み方"),
        YEAR("年度"),
        UNIT("単位"),
        DIRECTION("方向（高い・低いほど良い）"),
        FIGURE("値の読み方"),
        SAME_INDICATOR("同じ指標かどうか");

        private final String label;

        Matter(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @param code stable, of letters, digits, hyphens and colons */
    public record Choice(String code, String label) {}

    /** The key of a question: sheet, what is asked, and the place of the head. */
    public static String key(Matter matter, CellPlace place) {
        return "%s!%s!%s".formatted(place.sheet(), matter.name(), place.name());
    }

    public boolean isOpen() {
        return answer.isEmpty();
    }

    /** The same with what was answered to it, if it is one of the choices. */
    public Question answeredBy(Answers answers) {
        String given = answers.to(key)
                .filter(code ->
                        choices.stream().anyMatch(choice -> choice.code().equals(code)))
                .orElse("");
        return new Question(key, matter, place, words, samples, choices, unasked, certainty, given);
    }
}
