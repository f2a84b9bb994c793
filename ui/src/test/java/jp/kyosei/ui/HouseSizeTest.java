package jp.kyosei.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A class or a room that has grown has taken on a second job; it shows here before anybody has to look for it. Tests are held
 * to the same: whoever looks for what is tested already reads them.
 */
class HouseSizeTest {
    private static final int LINES_OF_A_CLASS = 400;
    private static final int CLASSES_OF_A_PACKAGE = 25;
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void no_class_is_longer_than_a_person_reads_in_one_go() {
        Map<String, Long> tooLong = new TreeMap<>();
        classes().forEach(file -> {
            long lines = lines(file);
            if (lines > LINES_OF_A_CLASS) {
                tooLong.put(file.getFileName().toString(), lines);
            }
        });
        assertThat(tooLong).isEmpty();
    }

    @Test
    void no_package_holds_more_than_a_person_keeps_in_mind() {
        Map<String, Long> full = classes().stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(
                        file -> ROOT.relativize(file.getParent()).toString(), TreeMap::new, Collectors.counting()));
        full.values().removeIf(count -> count <= CLASSES_OF_A_PACKAGE);
        assertThat(full).isEmpty();
    }

    @Test
    void a_decision_has_its_number_alone() throws IOException {
        try (Stream<Path> decisions = Files.list(ROOT.resolve("docs/decisions"))) {
            List<String> numbers = decisions
                    .map(file -> file.getFileName().toString().substring(0, 4))
                    .filter(number -> number.chars().allMatch(Character::isDigit))
                    .toList();
            assertThat(numbers).hasSizeGreaterThan(20).doesNotHaveDuplicates();
        }
    }

    private static List<Path> classes() {
        List<Path> found = Stream.of("backend", "ui", "infra/services", "infra/bench", "infra/drills", "infra/parts")
                .flatMap(module -> Stream.of("src/main/java", "src/test/java")
                        .map(kind -> ROOT.resolve(module).resolve(kind)))
                .filter(Files::isDirectory)
                .flatMap(HouseSizeTest::below)
                .toList();
        assertThat(found).hasSizeGreaterThan(900);
        return found;
    }

    private static Stream<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
