package jp.kyosei.backend.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "地域〜連携事業数−計|地域～連携事業数－計",
                "ＫＰＩの数|KPIの数",
                "利用者数 (延べ)|利用者数（延べ）",
                "利用\u00a0者数|利用者数",
                "利用\u2009者数|利用者数",
                "結婚・新婚生活支援|結婚･新婚生活支援",
                "○利用者数※|利用者数",
                "「産直」の数|産直の数",
                "\ufeff利用者数|利用者数",
            })
    void names_are_the_same_whatever_program_wrote_them(String one, String other) {
        assertThat(NameKey.of(one)).isEqualTo(NameKey.of(other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"参加者数,参加者数及び開催回数", "利用者数1,利用者数2", "男性の割合,女性の割合"})
    void other_names_are_others(String one, String other) {
        assertThat(NameKey.of(one)).isNotEqualTo(NameKey.of(other));
    }

    @Test
    void the_wave_and_the_minus_of_both_code_pages_do_not_count() {
        Charset cp932 = Charset.forName("windows-31j");
        String typed = "地域～連携事業数－計";
        String throughCp932 = new String(typed.getBytes(cp932), cp932);
        assertThat(NameKey.of(throughCp932)).isEqualTo(NameKey.of("地域\u301c連携事業数\u2212計"));
    }
}
