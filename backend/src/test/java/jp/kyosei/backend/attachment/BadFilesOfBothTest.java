package jp.kyosei.backend.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Stream;
import jp.kyosei.backend.officefile.ZipParts;
import jp.kyosei.backend.sheet.BadFile;
import jp.kyosei.backend.sheet.BadFiles;
import jp.kyosei.backend.sheet.UnreadableFileException;
import jp.kyosei.backend.sheet.reading.SheetReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Notes and imports take files apart in one room: what that finds in a bad file holds for both, each in its own words. */
class BadFilesOfBothTest {
    private final SheetReader reader = new SheetReader();

    static Stream<BadFile> packages() {
        return BadFiles.all()
                .filter(file -> file.name().startsWith("package:")
                        || file.name().startsWith("locked:")
                        || file.name().startsWith("controls:")
                        || file.name().startsWith("macro:"))
                // A name is for whoever gives the file one.
                .filter(file -> !file.name().equals("macro: the name alone"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packages")
    void what_no_import_takes_apart_is_attached_to_no_note(BadFile file) {
        assertThat(ContentSniffer.sniff(file.content())).isInstanceOf(Sniffed.Unusable.class);
    }

    static Stream<Arguments> zips() {
        return ContentSnifferTest.hostile_files()
                .filter(arguments -> ZipParts.startsAsZip((byte[]) arguments.get()[1]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("zips")
    void what_is_attached_to_no_note_is_read_by_no_import(String what, byte[] content, String word) {
        assertThatExceptionOfType(UnreadableFileException.class)
                .as(what)
                .isThrownBy(() -> reader.read("a.xlsx", content))
                .satisfies(refusal -> assertThat(refusal).hasMessageEndingWith("ください。"));
    }
}
