package jp.kyosei.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One word per thing, as {@code docs/terms.md} has them. */
class TermsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> TEXTS =
            List.of("ui/src/main/java", "ui/src/main/frontend", "backend/src/main/java", "infra/realm");
    /** They read the words of others, or print and keep the heads of published papers. */
    private static final Pattern OWN_WORDS = Pattern.compile(
            ".*/(understanding|importing/(reading|comparing)|resultsbook|report/(data|document))/.*|.*/evaluation/check/Unit.java");

    private static final Pattern COMMENT = Pattern.compile("\\s*(\\*|//|/\\*).*");

    /** A word of the table and those that are not said for it. */
    record Term(String word, List<String> unsaid) {}

    @Test
    void no_text_of_the_product_has_another_word_for_a_thing() {
        List<Term> terms = terms();
        List<String> found = new ArrayList<>();
        for (Path file : files()) {
            List<String> lines = read(file);
            for (int number = 1; number <= lines.size(); number++) {
                String line = lines.get(number - 1);
                if (!COMMENT.matcher(line).matches()) {
                    for (Term term : terms) {
                        for (String other : term.unsaid()) {
                            if (line.contains(other)) {
                                found.add("%s:%d says %s for %s"
                                        .formatted(ROOT.relativize(file), number, other, term.word()));
                            }
                        }
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void the_table_contradicts_itself_nowhere() {
        List<Term> terms = terms();
        assertThat(terms).hasSizeGreaterThan(20).allSatisfy(term -> assertThat(term.unsaid())
                .isNotEmpty());
        assertThat(terms).allSatisfy(term -> assertThat(terms.stream().flatMap(each -> each.unsaid().stream()))
                .noneMatch(term.word()::contains));
    }

    private static List<Term> terms() {
        return read(ROOT.resolve("docs/terms.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| word "))
                .map(line -> line.split("\\|"))
                .map(cells ->
                        new Term(cells[1].strip(), List.of(cells[4].strip().split("、"))))
                .toList();
    }

    private static List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (String folder : TEXTS) {
            try (Stream<Path> below = Files.walk(ROOT.resolve(folder))) {
                below.filter(file -> file.toString().matches(".*\\.(java|ts|properties|ftl|json)"))
                        .filter(file -> !OWN_WORDS.matcher(file.toString()).matches())
                        .forEach(files::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        assertThat(files).hasSizeGreaterThan(500);
        return files;
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
