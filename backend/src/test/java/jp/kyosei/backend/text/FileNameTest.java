package jp.kyosei.backend.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FileNameTest {
    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("資料1 宿泊者数.pdf", "資料1 宿泊者数.pdf"),
                Arguments.of("葛\uDB40\uDD00城市👨‍👩‍👧.pdf", "葛\uDB40\uDD00城市👨‍👩‍👧.pdf"),
                Arguments.of("../../etc/passwd.pdf", "passwd.pdf"),
                Arguments.of("C:\\temp\\報告.pdf", "報告.pdf"),
                Arguments.of("/", "無題"),
                Arguments.of("..", "無題"),
                Arguments.of(".pdf", "無題.pdf"),
                Arguments.of("a\u202Efdp.exe", "afdp.exe"),
                Arguments.of("\u2067a\u2069.pdf", "a.pdf"),
                Arguments.of("a\u0000b\r\nc\u0085.pdf", "abc.pdf"),
                Arguments.of("a\u2028b.pdf", "ab.pdf"),
                Arguments.of("\uFEFFa\u200B.pdf", "a.pdf"),
                Arguments.of("報告.pdf. . ", "報告.pdf"),
                Arguments.of("半分\uD83D.pdf", "半分.pdf"),
                Arguments.of("NUL.pdf", "_NUL.pdf"),
                Arguments.of("com1.tar.pdf", "_com1.tar.pdf"),
                Arguments.of("console.pdf", "console.pdf"),
                Arguments.of("か\u3099いよう.pdf", "がいよう.pdf"));
    }

    @ParameterizedTest(name = "shown as {1}")
    @MethodSource("names")
    void a_name_keeps_what_can_be_seen(String given, String shown) {
        assertThat(FileName.of(given).value()).isEqualTo(shown);
    }

    @Test
    void nothing_is_a_name_too() {
        assertThat(FileName.of("").value()).isEqualTo("無題");
    }

    @Test
    void a_name_that_is_too_long_is_cut_before_its_ending() {
        String name = FileName.of("𠮷".repeat(500) + ".docx").value();
        assertThat(name.codePointCount(0, name.length())).isEqualTo(FileName.MAX_LENGTH);
        assertThat(name).startsWith("𠮷𠮷").endsWith("𠮷.docx");
    }

    @ParameterizedTest(name = "{0} ends in {1}")
    @CsvSource({"a.PDF,pdf", "a.pdf.exe,exe", "a,''", "a.,''", "a.ｐｄｆ,''", "a.averylongending,''", ".pdf,pdf"})
    void the_ending_stands_behind_the_last_dot(String given, String ending) {
        assertThat(FileName.of(given).ending()).isEqualTo(ending);
    }
}
