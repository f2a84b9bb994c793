package jp.kyosei.backend.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextKindTest {
    static Stream<Arguments> reasons() {
        return Stream.of(
                Arguments.of("確報による", "確報による"),
                Arguments.of("　 前後の空白\t\n", "前後の空白"),
                Arguments.of("一行目\r\n二行目\r三\u2028四\u0085五\u000B六", "一行目\n二行目\n三\n四\n五\n六"),
                Arguments.of("\uFEFF見えない\u200Bもの\u2060", "見えないもの"),
                Arguments.of("か\u3099いよう", "がいよう"),
                Arguments.of("\uFA10田さんと神\uFA19社、か\u3099", "\uFA10田さんと神\uFA19社、が"),
                Arguments.of("葛\uDB40\uDD00城と👨‍👩‍👧", "葛\uDB40\uDD00城と👨‍👩‍👧"),
                Arguments.of("外字\uE000", "外字\uE000"),
                Arguments.of("①㎡１２", "①㎡１２"),
                Arguments.of("a\u202Efdp", "afdp"),
                Arguments.of("\u200B\u2060", ""));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void what_is_seen_is_kept(String given, String kept) {
        assertThat(TextKind.REASON.read(given)).isEqualTo(new TextReading.Good(kept));
    }

    @Test
    void a_note_is_kept_as_it_was_written() {
        assertThat(TextKind.NOTE.read("  字下げ\u202E\r\n")).isEqualTo(new TextReading.Good("  字下げ\u202E\n"));
        assertThat(TextKind.NOTE.read(" \u200B\n")).isEqualTo(new TextReading.Good(""));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 0x1B, 0x7F, 0x9F, 0xD800, 0xDC00, 0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFF})
    void what_is_no_text_is_named_by_its_place(int character) {
        String given = "𠮷関" + Character.toString(character) + "市";

        assertThat(TextKind.REASON.read(given)).isEqualTo(new TextReading.NoText(3, character));
        assertThat(((TextReading.Wrong) TextKind.REASON.read(given)).message("理由"))
                .contains("「理由」", "3 文字目", "U+%04X".formatted(character));
    }

    @ParameterizedTest
    @EnumSource(TextKind.class)
    void the_limit_counts_letters_as_people_count_them(TextKind kind) {
        String longest = "𠮷".repeat(kind.most());

        assertThat(kind.read(longest)).isEqualTo(new TextReading.Good(longest));
        assertThat(kind.read(longest + "字")).isEqualTo(new TextReading.TooLong(kind.most(), kind.most() + 1));
    }

    @ParameterizedTest
    @EnumSource(TextKind.class)
    void only_where_there_are_lines_a_line_may_end_and_words_of_a_plan_are_joined(TextKind kind) {
        assertThat(kind.read("一\n二") instanceof TextReading.Good)
                .isEqualTo(kind.hasLines() || kind == TextKind.PLAN_WORDS);
    }

    @Test
    void every_kind_fits_into_a_cell_but_for_those_that_no_cell_holds() {
        assertThat(Stream.of(TextKind.values()).filter(kind -> 2 * kind.most() > CellLimit.MOST_UNITS))
                .containsExactly(TextKind.PARAMETER, TextKind.MINUTES);
    }

    @Test
    void a_cell_is_cut_with_a_mark_and_between_letters() {
        String cut = CellLimit.fitting("a" + "𠮷".repeat(20_000));

        assertThat(cut)
                .hasSizeBetween(CellLimit.MOST_UNITS - 1, CellLimit.MOST_UNITS)
                .endsWith(CellLimit.CUT);
        assertThat(Alphabet.firstNoText(cut)).isEqualTo(-1);
        assertThat(CellLimit.fitting("短い")).isEqualTo("短い");
    }

    @Test
    void what_xml_cannot_hold_is_marked() {
        assertThat(XmlText.holdable("一\u0000\u001F\uFFFE\uD800関\t\n𠮷")).isEqualTo("一\uFFFD\uFFFD\uFFFD\uFFFD関\t\n𠮷");
    }
}
