package jp.kyosei.backend.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same rule as on screens, in their form/finding.ts. */
class WantedTest {
    @ParameterizedTest
    @CsvSource({
        "ばるーん, 1, 熱気球（バルーン）の来場者",
        "ﾊﾞﾙｰﾝ, 1, 熱気球（バルーン）の来場者",
        "ｋｐｉ, 1, KPI の数",
        "観光 客, 1, 観光・入込客数",
        "No.9, 9, 宿泊者数",
        "no. 9, 9, 宿泊者数",
        "№９, 9, 宿泊者数",
        "第9, 9, 宿泊者数",
        "9番, 9, 宿泊者数",
        "No.1-1, 1-1-2, 宿泊者数",
        "宿泊　者数, 9, 宿泊者数"
    })
    void it_is_found_in_whichever_way_it_is_written(String words, String no, String name) {
        assertThat(finds(words, no, name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"No.9, 19, 宿泊者数", "No.9, 9x, 宿泊者数", "宿泊 図書, 9, 宿泊者数", "No.1-1, 1-12, 宿泊者数"})
    void what_is_meant_otherwise_is_not_found(String words, String no, String name) {
        assertThat(finds(words, no, name)).isFalse();
    }

    @Test
    void the_very_number_comes_before_names() {
        Wanted nine = new Wanted("No.9", 10);
        assertThat(nine.rank("9", "宿泊")).isZero();
        assertThat(nine.rank("9-1", "宿泊")).isEqualTo(1);
        assertThat(new Wanted("宿泊", 10).rank("3", "宿泊者数")).isEqualTo(2);
        assertThat(new Wanted(" ・　", 10).isEmpty()).isTrue();
    }

    private static boolean finds(String words, String no, String name) {
        String number = Wanted.folded(no);
        return new Wanted(words, 10).finds(number, List.of(number, Wanted.folded(name)));
    }
}
