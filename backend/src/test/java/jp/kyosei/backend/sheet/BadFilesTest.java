package jp.kyosei.backend.sheet;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jp.kyosei.backend.sheet.reading.SheetReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BadFilesTest {
    private final SheetReader reader = new SheetReader();

    static Stream<BadFile> all() {
        return BadFiles.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    @Timeout(value = 10, unit = SECONDS)
    void a_bad_file_is_refused_in_words_that_say_what_to_do(BadFile file) {
        assertThatExceptionOfType(UnreadableFileException.class)
                .isThrownBy(() -> reader.read(file.fileName(), file.content()))
                .satisfies(refusal -> assertThat(refusal.getMessage())
                        .contains(file.messagePart())
                        .containsPattern("[ぁ-ん]")
                        .endsWith("ください。")
                        .doesNotContainPattern("Exception|Error|java|org\\.|null|[a-z]+ [a-z]+ [a-z]+"));
    }

    @Test
    void there_are_many_and_each_has_its_name() {
        List<String> names = BadFiles.all().map(BadFile::name).toList();
        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(100);
    }

    /** The print is shown with the results: it is the evidence. */
    @Test
    @Timeout(value = 5, unit = MINUTES)
    void all_are_refused_one_after_the_other_in_a_heap_of_one_gigabyte(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path print = folder.resolve("print.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        classPath(),
                        BadFilesRun.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(print.toFile())
                .start();
        int exit = process.waitFor();
        String printed = Files.readString(print, StandardCharsets.UTF_8);
        System.out.println(printed);
        assertThat(exit).as(printed).isZero();
        assertThat(printed).contains("refused: " + BadFiles.all().count());
    }

    /** Surefire starts its JVM with a jar that only names the class path. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
