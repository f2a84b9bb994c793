package jp.kyosei.backend.importing.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every layout is read as an import reads it. What is read wrong without a word is known, layout by layout, and may only become
 * less: whoever mends something writes the lower number into {@code known-wrong.tsv}.
 */
class ReadingScorecardTest {
    private static final Path CARD = Path.of("target/reading-scorecard.txt");
    private static final int MOST_QUESTIONS_OF_A_SHEET = 5;
    private static final Scorecard SCORES = Scorecard.of(LayoutFile.all());
    private static final Map<String, Integer> KNOWN = KnownWrong.layouts();

    @BeforeAll
    static void print() throws IOException {
        Files.createDirectories(CARD.getParent());
        Files.writeString(CARD, SCORES.details());
        System.out.println(SCORES.card());
    }

    @Test
    void no_layout_is_read_worse_than_is_known() {
        assertThat(worse(SCORES.unasked())).isEmpty();
    }

    @Test
    void no_layout_is_read_worse_when_its_questions_are_answered() {
        assertThat(worse(SCORES.answered())).isEmpty();
    }

    @Test
    void no_sheet_asks_more_than_a_person_likes_to_answer() {
        assertThat(SCORES.unasked())
                .filteredOn(score -> score.questions() > MOST_QUESTIONS_OF_A_SHEET)
                .isEmpty();
    }

    private static List<String> worse(List<Score> scores) {
        return scores.stream()
                .filter(score -> score.wrong().size() > KNOWN.getOrDefault(score.layout(), 0))
                .map(score -> "%s: %s".formatted(score.layout(), score.wrong()))
                .toList();
    }
}
