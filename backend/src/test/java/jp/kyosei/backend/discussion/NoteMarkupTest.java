package jp.kyosei.backend.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteMarkupTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "![図](https://example.org/a.png)",
                "&lt;b&gt; &copy; &amp;amp; &#x41;",
                "# 見出しではない",
                "    字下げ",
                "葛󠄀飾区 𠮷野家 👩‍👩‍👧‍👦",
                "\u202e逆向き\u202c עברית",
                "a < b && c > d",
                "<a href='javascript:alert(1)'>押す</a>",
                "---"
            })
    void what_is_no_markup_is_shown_as_typed(String typed) {
        String shown = Jsoup.parse(NoteMarkup.html(typed).replace("<br>", "\n")).wholeText();

        assertThat(shown.strip()).isEqualTo(typed.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[押す](javascript:alert(1))",
                "[押す](data:text/html;base64,PHNjcmlwdD4=)",
                "[押す](JaVaScRiPt:alert(1))",
                "<javascript:alert(1)>",
                "[押す](//example.org/a)",
                "[押す](/plans)",
                "<b onmouseover=alert(1)>",
                "<svg/onload=alert(1)>",
                "<style>*{display:none}</style>",
                "[x](https://example.org \"onmouseover=alert(1)\")"
            })
    void nothing_hostile_is_left(String typed) {
        var page = Jsoup.parse(NoteMarkup.html(typed));

        assertThat(page.body().select("*").eachAttr("href")).allMatch(href -> href.startsWith("https://"));
        assertThat(page.body().select("script, style, svg, img, b, iframe")).isEmpty();
        assertThat(page.body().select("[onmouseover], [onload], [onerror], [style], [title]"))
                .isEmpty();
    }

    @Test
    void the_subset_is_marked_up() {
        assertThat(NoteMarkup.html("**強く** *少し*\n- 一つ目\n- 二つ目\n\n> 引用\n\n<https://example.org/a?b=c&d=e>"))
                .isEqualTo(
                        "<p dir=\"auto\"><strong>強く</strong> <em>少し</em></p>\n<ul dir=\"auto\">\n"
                                + "<li dir=\"auto\">一つ目</li>\n<li dir=\"auto\">二つ目</li>\n</ul>\n"
                                + "<blockquote dir=\"auto\">\n<p dir=\"auto\">引用</p>\n</blockquote>\n"
                                + "<p dir=\"auto\"><a rel=\"noopener noreferrer nofollow\" "
                                + "href=\"https://example.org/a?b=c&amp;d=e\" target=\"_blank\">https://example.org/a?b=c&amp;d=e</a></p>\n");
    }
}
