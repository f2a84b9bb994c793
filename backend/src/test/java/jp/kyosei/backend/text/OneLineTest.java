package jp.kyosei.backend.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneLineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "重点 戦略|重点戦略",
                "重点\\n戦略|重点戦略",
                "具体的な　\\r\\n 取組|具体的な取組",
                "基本目標\\n（分野）|基本目標（分野）",
                "SDGs\\nゴール|SDGs ゴール",
                "KPI\\nNo.|KPI No.",
                "施策|施策"
            })
    void a_head_that_a_narrow_cell_broke_is_one_word_again(String typed, String name) {
        assertThat(OneLine.of(typed.replace("\\r", "\r").replace("\\n", "\n"))).isEqualTo(name);
    }
}
