package jp.kyosei.backend.importing.layout;

import java.util.List;

/**
 * What the build prints of all layouts.
 *
 * @param unasked as they are read without a word of anybody
 * @param answered the same layouts, when their questions are answered
 */
record Scorecard(List<Score> unasked, List<Score> answered) {
    Scorecard {
        unasked = List.copyOf(unasked);
        answered = List.copyOf(answered);
    }

    static Scorecard of(List<Layout> layouts) {
        return new Scorecard(
                layouts.stream().map(Scorer::score).toList(),
                layouts.stream().map(Answering::answered).toList());
    }

    String card() {
        StringBuilder card = new StringBuilder(
                "Layouts as they are read: cells right / asked / wrong silently, questions, the same when answered\n");
        for (int index = 0; index < unasked.size(); index++) {
            Score score = unasked.get(index);
            card.append("  %-44s %s  %d  %s%n"
                    .formatted(score.layout(), counts(score), score.questions(), counts(answered.get(index))));
        }
        return card.append(total("", unasked))
                .append(total("when answered, ", answered))
                .toString();
    }

    /** The card, and every cell that is wrong. */
    String details() {
        StringBuilder details = new StringBuilder(card());
        for (Score score : unasked) {
            score.wrong().forEach(words -> details.append("%s\t%s%n".formatted(score.layout(), words)));
        }
        for (Score score : answered) {
            score.wrong().forEach(words -> details.append("answered %s\t%s%n".formatted(score.layout(), words)));
        }
        return details.toString();
    }

    private static String counts(Score score) {
        return "%4d / %3d / %3d"
                .formatted(score.right(), score.asked(), score.wrong().size());
    }

    private static String total(String which, List<Score> scores) {
        int right = scores.stream().mapToInt(Score::right).sum();
        int cells = scores.stream().mapToInt(Score::cells).sum();
        int wrong = scores.stream().mapToInt(score -> score.wrong().size()).sum();
        return "  %s%d layouts, %d cells: %.1f %% right, %d asked, %d wrong silently%n"
                .formatted(
                        which, scores.size(), cells, 100.0 * right / Math.max(1, cells), cells - right - wrong, wrong);
    }
}
