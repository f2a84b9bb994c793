package jp.kyosei.backend.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JapaneseDayTest {
    @ParameterizedTest
    @CsvSource({
        "2024-09-29, 令和6年9月29日（日）",
        "2019-05-01, 令和元年5月1日（水）",
        "2019-04-30, 平成31年4月30日（火）",
        "1989-01-07, 昭和64年1月7日（土）"
    })
    void a_day_is_said_in_its_own_era(LocalDate day, String words) {
        assertThat(JapaneseDay.words(day)).isEqualTo(words);
    }

    @Test
    void before_the_calendar_of_today_nothing_is_said() {
        assertThat(JapaneseDay.words(LocalDate.of(1868, 1, 1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "R6.9.29",
                "r6/9/29",
                "Ｒ６．９．２９",
                "令和6年9月29日",
                "令和 6 年 9 月 29 日",
                "2024年9月29日",
                "2024.9.29",
                "２０２４／９／２９"
            })
    void a_day_is_read_as_people_write_it(String typed) {
        assertThat(JapaneseDay.read(typed)).contains(LocalDate.of(2024, 9, 29));
    }

    @Test
    void the_first_year_of_an_era_has_a_name() {
        assertThat(JapaneseDay.read("令和元年5月1日")).contains(LocalDate.of(2019, 5, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "あした", "9/29", "R6.2.30", "R6.13.1", "2023年2月29日", "X6.9.29", "R6年"})
    void what_is_no_day_is_not_guessed(String typed) {
        assertThat(JapaneseDay.read(typed)).isEmpty();
    }
}
