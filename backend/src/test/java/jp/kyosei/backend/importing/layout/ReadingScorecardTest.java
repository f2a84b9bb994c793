package jp.kyosei.backend.importing.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every layout is read as an import reads it: never wrong without a word, and mostly right without one. The card that is printed
 * names each layout, {@code target/reading-scorecard.txt} each cell that is wrong.
 */
class ReadingScorecardTest {
    private static final Path CARD = Path.of("target/reading-scorecard.txt");
    private static final int MOST_QUESTIONS_OF_A_SHEET = 5;
    private static final double LEAST_SHARE_RIGHT = 0.9;
    private static final Scorecard SCORES = Scorecard.of(LayoutFile.all());

    @BeforeAll
    static void print() throws IOException {
        Files.createDirectories(CARD.getParent());
        Files.writeString(CARD, SCORES.details());
        System.out.println(SCORES.card());
    }

    @Test
    void no_cell_becomes_another_figure_or_none_without_a_word() {
        assertThat(wrong(SCORES.unasked())).isEmpty();
    }

    @Test
    void nor_when_the_questions_are_answered() {
        assertThat(wrong(SCORES.answered())).isEmpty();
    }

    @Test
    void nine_of_ten_cells_are_right_without_any_work() {
        int right = SCORES.unasked().stream().mapToInt(Score::right).sum();
        int cells = SCORES.unasked().stream().mapToInt(Score::cells).sum();
        assertThat((double) right / cells).isGreaterThan(LEAST_SHARE_RIGHT);
    }

    @Test
    void no_sheet_asks_more_than_a_person_likes_to_answer() {
        assertThat(SCORES.unasked())
                .filteredOn(score -> score.questions() > MOST_QUESTIONS_OF_A_SHEET)
                .isEmpty();
    }

    private static List<String> wrong(List<Score> scores) {
        return scores.stream()
                .filter(score -> !score.wrong().isEmpty())
                .map(score -> "%s: %s".formatted(score.layout(), score.wrong()))
                .toList();
    }
}
