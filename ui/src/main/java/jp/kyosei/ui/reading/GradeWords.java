package jp.kyosei.ui.reading;

import java.util.Locale;
import jp.kyosei.backend.evaluation.Grade;

/** What a grade that is a letter says in words; a grade that is a word says it itself. */
final class GradeWords {
    private GradeWords() {}

    static String of(Grade grade) {
        if (grade.label().length() > 1) {
            return "";
        }
        return switch (grade.tone().toUpperCase(Locale.ROOT)) {
            case "A" -> "目標に届いた";
            case "B" -> "目標に近い";
            case "C" -> "目標までもう少し";
            case "D" -> "目標に遠い";
            default -> "";
        };
    }
}
