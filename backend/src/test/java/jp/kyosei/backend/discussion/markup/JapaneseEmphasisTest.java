package jp.kyosei.backend.discussion.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JapaneseEmphasisTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"**「重点」**です。", "これは**（重点）**です。", "**重点。**次へ", "**重点**です", "- 項目に**「重点」**の語", "> 引用の**「重点」**の語"})
    void what_is_emphasized_is_bold_whatever_stands_beside_it(String typed) {
        for (String html : new String[] {NoteMarkup.html(typed), NoteMarkup.minutesHtml(typed)}) {
            assertThat(html).contains("<strong>").doesNotContain("**");
        }
    }

    @Test
    void stars_that_are_no_emphasis_stay_and_nothing_else_is_lost() {
        assertThat(NoteMarkup.html("2 ** 3 と `**x**` と **")).contains("2 ** 3", "<code>**x**</code>", "と **");
        assertThat(NoteMarkup.html("前**「一」**中<b>後")).contains("前<strong>「一」</strong>中&lt;b&gt;後");
    }
}
