package jp.kyosei.backend.discussion.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoteMarkupTest {
    private static final int MINUTES_LENGTH = 100_000;

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

    @ParameterizedTest
    @MethodSource("tooDeep")
    void what_is_nested_too_deeply_is_refused_and_shown_as_typed_where_it_is_stored_already(String typed) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new NoteText(typed))
                .withMessageMatching(".*入れ子は 16 段まで.*減らして.*");
        assertThat(shown(NoteMarkup.html(typed))).isEqualTo(typed.strip());
        assertThat(NoteMarkup.problemOfMinutes(typed)).isPresent();
        assertThat(shown(NoteMarkup.minutesHtml(typed))).isEqualTo(typed.strip());
    }

    static Stream<String> tooDeep() {
        return Stream.of(
                ">".repeat(4_000),
                "> ".repeat(2_000),
                "- ".repeat(1_900) + "一番深いところ",
                "1. ".repeat(900) + "終わり",
                "> - 1. * ".repeat(300) + "終わり",
                IntStream.range(0, 40)
                        .mapToObj(level -> "  ".repeat(level) + "- " + level)
                        .collect(Collectors.joining("\n")),
                "*".repeat(1_900) + "字" + "*".repeat(1_900),
                "*あ ".repeat(500) + " い*".repeat(500),
                "**あ *い ".repeat(200) + "う*え**".repeat(200),
                "![".repeat(500) + "図" + "](u)".repeat(500),
                "> ".repeat(14) + "*".repeat(30) + "字" + "*".repeat(30));
    }

    @Test
    void sixteen_levels_are_kept_and_seventeen_are_not() {
        assertThat(NoteMarkup.problem("> ".repeat(16) + "字")).isEmpty();
        assertThat(Jsoup.parse(NoteMarkup.html("> ".repeat(16) + "字")).select("blockquote"))
                .hasSize(16);
        assertThat(NoteMarkup.problem("> ".repeat(17) + "字")).isPresent();
        assertThat(Jsoup.parse(NoteMarkup.html("> ".repeat(17) + "字")).select("blockquote"))
                .isEmpty();
        assertThat(NoteMarkup.problem("- ".repeat(16) + "字")).isEmpty();
        assertThat(NoteMarkup.problem("> - ".repeat(6) + "***[字](https://example.org)***"))
                .isEmpty();
        assertThat(NoteMarkup.problemOfMinutes("> ".repeat(24) + "字")).isEmpty();
        assertThat(NoteMarkup.problemOfMinutes("> ".repeat(25) + "字")).isPresent();
    }

    @Test
    void a_link_that_would_swell_the_text_is_refused_and_shown_as_typed() {
        String typed = "[a]: https://example.org/" + "x".repeat(1_900) + "\n\n" + "[a] ".repeat(500);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new NoteText(typed))
                .withMessageContaining("リンク");
        assertThat(shown(NoteMarkup.html(typed))).isEqualTo(typed.strip());
    }

    /** What makes parsers of Markdown recurse, or look ahead to the end again and again. */
    @Provide
    Arbitrary<String> hard() {
        Arbitrary<String> signs = Arbitraries.of(
                ">",
                "> ",
                "- ",
                "* ",
                "+ ",
                "1. ",
                "#",
                "# ",
                "*",
                "**",
                "***",
                "_",
                "__",
                "a",
                "あ",
                "a**b",
                "c* ",
                "[",
                "![",
                "]",
                "](",
                "](u)",
                ")",
                "[a]",
                "[a]: http://b/c\n",
                "[a](http://b)",
                "`",
                "``",
                "```",
                "<",
                "<!--",
                "<a ",
                "<a b='",
                "<b@c",
                "<http://d>",
                "&",
                "&amp;",
                "&#",
                "\\",
                "\n",
                "\n\n",
                " ",
                "  ",
                "    ",
                "\t",
                "---",
                "|",
                "~~");
        Arbitrary<String> runs = Combinators.combine(
                        signs.list().ofMinSize(1).ofMaxSize(3).map(list -> String.join("", list)),
                        Arbitraries.oneOf(
                                Arbitraries.integers().between(1, 4),
                                Arbitraries.integers().between(500, 4_000)))
                .as(String::repeat);
        return runs.list().ofMinSize(1).ofMaxSize(5).map(list -> String.join("", list));
    }

    @Property(tries = 400)
    void every_text_is_shown_as_few_elements_not_deeply_nested(@ForAll("hard") String typed) {
        String note = typed.substring(0, Math.min(typed.length(), NoteText.MAX_LENGTH));
        String minutes = typed.substring(0, Math.min(typed.length(), MINUTES_LENGTH));
        assertTimeout(Duration.ofSeconds(10), () -> {
            assertShown(NoteMarkup.html(note), note, NoteMarkup.problem(note).isPresent());
            assertShown(
                    NoteMarkup.minutesHtml(minutes),
                    minutes,
                    NoteMarkup.problemOfMinutes(minutes).isPresent());
        });
    }

    private static void assertShown(String html, String typed, boolean asTyped) {
        Document page = Jsoup.parse(html);
        assertThat(page.body().select("*").stream()
                        .mapToInt(element -> element.parents().size())
                        .max()
                        .orElseThrow())
                .isLessThan(3 * NoteMarkup.MOST_LEVELS_OF_MINUTES);
        assertThat(page.body().select("script, style, img, iframe, svg")).isEmpty();
        if (asTyped) {
            assertThat(page.body().children()).hasSize(1);
            assertThat(page.body().select("p > *").not("br")).isEmpty();
            assertThat(page.wholeText().replaceAll("\\s", "")).isEqualTo(typed.replaceAll("\\s", ""));
        }
    }

    private static String shown(String html) {
        return Jsoup.parse(html.replace("<br>\n", "\n").replace("<br>", "\n"))
                .wholeText()
                .strip();
    }
}
