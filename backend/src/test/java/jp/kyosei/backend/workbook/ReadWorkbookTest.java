package jp.kyosei.backend.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import jp.kyosei.backend.sheet.reading.SheetReader;
import org.junit.jupiter.api.Test;

class ReadWorkbookTest {
    /** The workbook of a test, opened by LibreOffice 7.4 and saved by it as {@code .xlsx}. */
    private static final String THROUGH_LIBREOFFICE = "/workbook/through-libreoffice.xlsx";

    @Test
    void a_workbook_that_went_through_another_program_is_known_and_nothing_in_it_counts_as_typed() {
        ReadWorkbook read = ReadWorkbook.of(new SheetReader().readWithHidden("実績入力.xlsx", bytes()));

        assertThat(read.problems()).isEmpty();
        assertThat(read.rows()).hasSize(19);
        assertThat(read.rows())
                .allSatisfy(line -> assertThat(EntryField.values()).noneMatch(line::isEdited));
        assertThat(read.rows())
                .filteredOn(line -> line.no().equals("24"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.text(EntryField.VALUE)).isEqualTo("57");
                    assertThat(line.text(EntryField.PROGRESS)).isEqualTo("  字下げの文\n2行目");
                    assertThat(line.text(EntryField.OUTLOOK)).isEqualTo("=式ではない");
                });
    }

    private static byte[] bytes() {
        try (InputStream stream =
                Objects.requireNonNull(ReadWorkbookTest.class.getResourceAsStream(THROUGH_LIBREOFFICE))) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
