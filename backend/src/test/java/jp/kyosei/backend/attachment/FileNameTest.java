package jp.kyosei.backend.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {
    @ParameterizedTest(name = "{0} is shown as {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "資料1 宿泊者数.pdf|資料1 宿泊者数.pdf",
                "葛\uDB40\uDD00城市👨‍👩‍👧.pdf|葛\uDB40\uDD00城市👨‍👩‍👧.pdf",
                "../../etc/passwd.pdf|passwd.pdf",
                "C:\\temp\\報告.pdf|報告.pdf",
                "/|無題",
                "..|無題",
                ".pdf|無題.pdf",
                "a\u202Efdp.exe|afdp.exe",
                "\u2067a\u2069.pdf|a.pdf",
                "a\u0000b\r\nc\u0085.pdf|abc.pdf",
                "a\u2028b.pdf|ab.pdf",
                "\uFEFFa\u200B.pdf|a.pdf",
                "報告.pdf. . |報告.pdf",
                "半分\uD83D.pdf|半分.pdf",
            })
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
