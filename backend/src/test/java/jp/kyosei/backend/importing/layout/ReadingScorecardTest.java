package jp.kyosei.backend.importing.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Every layout is read as an import reads it. What is read wrong without a word is known, layout by layout, and may only become
 * less: whoever mends something writes the lower number into {@code known-wrong.tsv}.
 */
class ReadingScorecardTest {
    private static final Path CARD = Path.of("target/reading-scorecard.txt");
    private static final List<Layout> LAYOUTS = LayoutFile.all();

    @Test
    void no_layout_is_read_worse_than_is_known() throws IOException {
        List<Score> scores = LAYOUTS.stream().map(Scorer::score).toList();
        Files.createDirectories(CARD.getParent());
        Files.writeString(CARD, details(scores));
        System.out.println(card(scores));

        Map<String, Integer> known = KnownWrong.layouts();
        List<String> worse = new ArrayList<>();
        for (Score score : scores) {
            if (score.wrong().size() > known.getOrDefault(score.layout(), 0)) {
                worse.add("%s: %s".formatted(score.layout(), score.wrong()));
            }
        }
        assertThat(worse).isEmpty();
    }

    private static String card(List<Score> scores) {
        StringBuilder card =
                new StringBuilder("Layouts as they are read: cells right / asked / wrong silently, questions\n");
        for (Score score : scores) {
            card.append("  %-44s %4d / %3d / %3d  %d%n"
                    .formatted(
                            score.layout(),
                            score.right(),
                            score.asked(),
                            score.wrong().size(),
                            score.questions()));
        }
        int right = scores.stream().mapToInt(Score::right).sum();
        int cells = scores.stream().mapToInt(Score::cells).sum();
        int wrong = scores.stream().mapToInt(score -> score.wrong().size()).sum();
        return card.append("  %d layouts, %d cells: %.1f %% right, %d asked, %d wrong silently"
                        .formatted(
                                scores.size(), cells, 100.0 * right / Math.max(1, cells), cells - right - wrong, wrong))
                .toString();
    }

    private static String details(List<Score> scores) {
        StringBuilder details = new StringBuilder(card(scores)).append('\n');
        for (Score score : scores) {
            score.wrong().forEach(words -> details.append(score.layout())
                    .append('\t')
                    .append(words)
                    .append('\n'));
        }
        return details.toString();
    }
}
