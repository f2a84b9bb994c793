package jp.kyosei.backend.understanding.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jp.kyosei.backend.understanding.Corrections;
import jp.kyosei.backend.understanding.Hints;
import jp.kyosei.backend.understanding.Marks;
import jp.kyosei.backend.understanding.UnderstoodBook;
import jp.kyosei.backend.understanding.UnderstoodSheet;
import jp.kyosei.backend.understanding.UnderstoodTable.Shape;
import jp.kyosei.backend.understanding.question.Answers;
import org.junit.jupiter.api.Test;

/** Whatever a table's shape, it comes out as lines of indicators. */
class ShapesTest {
    @Test
    void two_rows_of_an_indicator_say_by_a_word_which_is_the_target() {
        assertThat(DrawnSheet.lines("""
                指標名 | 単位 | 区分 | R3 | R4 | 目標値(R6)
                甲 | 人 | 目標 | 11 | 12 | 20
                ^ | ^ | 実績 | | 13 | ^
                乙 | 件 | 目標 | 5 | 6 | 9
                ^ | ^ | 実績 | 4 | 7 | ^
                """))
                .containsExactly(
                        "甲: R3の目標値 11 R4の目標値 12 R6の目標値 20 R4の実績値 13",
                        "乙: R3の目標値 5 R4の目標値 6 R6の目標値 9 R3の実績値 4 R4の実績値 7");
    }

    @Test
    void the_same_holds_where_the_name_is_repeated_or_left_blank_in_the_second_row() {
        List<String> wanted = List.of("甲: R3の目標値 11 R4の目標値 12 R3の実績値 10 R4の実績値 13");
        assertThat(DrawnSheet.lines("""
                指標名 | 単位 | 区分 | R3 | R4
                甲 | 人 | 計画 | 11 | 12
                甲 | 人 | 実績 | 10 | 13
                """)).isEqualTo(wanted);
        assertThat(DrawnSheet.lines("""
                指標名 | 単位 | | R3 | R4
                甲 | 人 | 計画値 | 11 | 12
                | | 実績値 | 10 | 13
                """)).isEqualTo(wanted);
    }

    @Test
    void a_head_or_a_remark_says_what_the_upper_and_the_lower_row_hold() {
        String rows = """

                甲 | 人 | 11 | 12 | 20
                ^ | ^ | | 13 | ^
                """;
        List<String> wanted = List.of("甲: R3の目標値 11 R4の目標値 12 R6の目標値 20 R4の実績値 13");
        assertThat(DrawnSheet.lines("指標名 | 単位 | 目標値(上段)・実績値(下段) | < | 目標値(R6)\n^ | ^ | R3 | R4 | ^" + rows))
                .isEqualTo(wanted);
        assertThat(DrawnSheet.lines("※上段は計画、下段は実績です。\n指標名 | 単位 | R3 | R4 | 目標値(R6)" + rows))
                .isEqualTo(wanted);
    }

    @Test
    void parts_of_a_name_are_indicators_of_their_own_and_towns_are_not() {
        assertThat(DrawnSheet.lines("""
                No | 項目 | < | 現状値(R1) | 目標値(R6)
                1 | 野菜を食べる人 | 男性 | 72.8 | 80
                ^ | ^ | 女性 | 73.1 | 80
                """))
                .containsExactly("野菜を食べる人 男性: R1の現状値 72.8 R6の目標値 80", "野菜を食べる人 女性: R1の現状値 73.1 R6の目標値 80");
        assertThat(DrawnSheet.lines("""
                指標名 | 単位 | 市町名 | R4実績 | R7目標
                紹介率 | ％ | 東町 | 61 | 70
                ^ | ^ | 西町 | 55 | ^
                """)).containsExactly("紹介率: R4の実績値（東町） 61 R7の目標値 70 R4の実績値（西町） 55");
    }

    @Test
    void years_that_run_down_and_indicators_that_stand_across_are_turned() {
        UnderstoodSheet sheet = DrawnSheet.understood("""
                まちの指標の推移
                年度 | 人口 | 出生数
                単位 | 人 | 人
                R1（基準） | 31,204 | 188
                R3 | 30,511 | 169
                R4 | 30,102 | 151
                R7目標 | 29,500 | 170
                """);
        assertThat(sheet.tables()).extracting(table -> table.shape()).containsExactly(Shape.ACROSS);
        assertThat(DrawnSheet.lines(sheet))
                .containsExactly(
                        "人口: R1の現状値 31,204 R3の実績値 30,511 R4の実績値 30,102 R7の目標値 29,500",
                        "出生数: R1の現状値 188 R3の実績値 169 R4の実績値 151 R7の目標値 170");
    }

    @Test
    void a_form_has_its_labels_left_of_or_above_its_values() {
        UnderstoodSheet left = DrawnSheet.understood("""
                施策評価シート
                指標名 | 就労支援の利用者数 | 単位 | 人
                基準値（R1） | 120 | 目標値（R6） | 160
                R3実績 | 131 | R4実績 | 142
                """);
        assertThat(left.tables()).extracting(table -> table.shape()).containsExactly(Shape.FORM);
        assertThat(DrawnSheet.lines(left)).containsExactly("就労支援の利用者数: R1の現状値 120 R6の目標値 160 R3の実績値 131 R4の実績値 142");
        assertThat(DrawnSheet.lines("""
                指標の名称 | 単位
                予約率 | ％
                基準値（R1） | R3実績 | R4実績 | 目標値（R6）
                12 | 30 | 38 | 70
                """)).containsExactly("予約率: R1の現状値 12 R3の実績値 30 R4の実績値 38 R6の目標値 70");
    }

    @Test
    void small_tables_take_the_name_that_stands_above_each() {
        assertThat(DrawnSheet.lines("""
                指標1 | バスの利用者数
                 | R2 | R3 | R4
                目標 | 52 | 53 | 54
                実績 | 38 | 40 | 44

                指標2 | 登録者数
                 | R2 | R3 | R4
                目標 | 80 | 85 | 90
                実績 | 79 | 86 | 93
                """))
                .containsExactly(
                        "バスの利用者数: R2の目標値 52 R3の目標値 53 R4の目標値 54 R2の実績値 38 R3の実績値 40 R4の実績値 44",
                        "登録者数: R2の目標値 80 R3の目標値 85 R4の目標値 90 R2の実績値 79 R3の実績値 86 R4の実績値 93");
    }

    @Test
    void pages_whose_columns_differ_are_read_each_by_its_own_head() {
        assertThat(DrawnSheet.lines("""
                指標名 | 単位 | R4実績 | R6目標
                甲 | 人 | 1 | 2

                指標名 | 単位 | R3実績 | R4実績 | R6目標
                乙 | 人 | 3 | 4 | 5
                """)).containsExactly("甲: R4の実績値 1 R6の目標値 2", "乙: R3の実績値 3 R4の実績値 4 R6の目標値 5");
    }

    @Test
    void a_wide_table_that_was_cut_is_put_together_again() {
        assertThat(DrawnSheet.lines("""
                指標名 | 単位 | R1実績 | R2実績
                甲 | 人 | 1 | 2
                乙 | 件 | 3 | 4

                指標名 | 単位 | R3実績 | R4実績 | R6目標
                甲 | 人 | 5 | 6 | 7
                乙 | 件 | 8 | 9 | 10
                """))
                .containsExactly(
                        "甲: R1の実績値 1 R2の実績値 2 R3の実績値 5 R4の実績値 6 R6の目標値 7",
                        "乙: R1の実績値 3 R2の実績値 4 R3の実績値 8 R4の実績値 9 R6の目標値 10");
    }

    @Test
    void tables_beside_each_other_are_read_both() {
        assertThat(DrawnSheet.lines("""
                No | 指標名 | R4実績 | R6目標 | | No | 指標名 | R4実績 | R6目標
                1 | 甲 | 1 | 2 | | 3 | 丙 | 5 | 6
                2 | 乙 | 3 | 4 | | 4 | 丁 | 7 | 8
                """))
                .containsExactlyInAnyOrder(
                        "甲: R4の実績値 1 R6の目標値 2", "乙: R4の実績値 3 R6の目標値 4", "丙: R4の実績値 5 R6の目標値 6", "丁: R4の実績値 7 R6の目標値 8");
    }

    @Test
    void totals_averages_and_hidden_rows_are_left_out_with_a_word() {
        UnderstoodSheet sheet = DrawnSheet.understood("""
                指標名 | 単位 | R4実績 | 目標値(R6)
                合計特殊出生率 | - | 1.3 | 1.5
                ~旧：廃止 | 人 | 9 | 9
                計 | 人 | 2 | 3
                平均 | 人 | 1 | 2
                """);
        assertThat(DrawnSheet.lines(sheet)).containsExactly("合計特殊出生率: R4の実績値 1.3 R6の目標値 1.5");
        assertThat(sheet.leftOut()).extracting(left -> left.place().name()).containsExactlyInAnyOrder("A3", "A4", "A5");
    }

    @Test
    void an_example_and_last_years_sheet_are_left_out_with_a_word() {
        String head = "指標名 | 単位 | R4実績 | R6目標\n";
        UnderstoodBook book = DrawnSheet.book(
                new Hints(DrawnSheet.R4),
                DrawnSheet.sheet("R4", head + "甲 | 人 | 5 | 9\n乙 | 人 | 6 | 9"),
                DrawnSheet.sheet("記入例", head + "○○の数 | 人 | 1 | 2"),
                DrawnSheet.sheet("R3", head + "甲 | 人 | 4 | 9\n乙 | 人 | 6 | 9"));
        assertThat(book.sheets()).extracting(UnderstoodSheet::isTable).containsExactly(true, false, false);
        assertThat(book.sheets().get(1).leftOut()).singleElement().satisfies(left -> assertThat(left.message())
                .contains("記入例"));
        assertThat(book.sheets().get(2).leftOut()).hasSize(1);
    }

    @Test
    void every_cell_has_a_fate_and_a_reason() {
        UnderstoodSheet sheet = DrawnSheet.understood("""
                令和4年度の表 | | | | | 資料1
                No | 指標名 | 担当課 | 単位 | R4実績 | 目標値(R6) | なぞの値
                1 | 甲 | 総務課 | 人 | 2 | 3 | 7
                ~2 | 乙 | 総務課 | 人 | 2 | 3 | 7
                計 | | | | 2 | 3 | 7
                ※注記
                """);
        assertThat(sheet.fates()).hasSize(2 + 7 + 7 + 7 + 4 + 1).allSatisfy(fate -> {
            assertThat(fate.because()).isNotBlank();
            assertThat(fate.certainty()).isBetween(0.0, 1.0);
        });
        assertThat(sheet.fates().stream()
                        .map(fate -> fate.place().name() + " " + fate.fate())
                        .toList())
                .contains(
                        "B2 HEAD",
                        "A3 NO",
                        "B3 NAME",
                        "C3 IGNORED",
                        "D3 UNIT",
                        "E3 ACTUAL",
                        "F3 TARGET",
                        "G3 ASKED",
                        "B4 HIDDEN",
                        "A5 TOTAL",
                        "E5 TOTAL",
                        "A6 REMARK");
    }

    @Test
    void a_head_that_says_nothing_of_its_figures_is_asked_and_answered() {
        String drawing = """
                指標名 | 単位 | ことしの値 | R6目標
                甲 | 人 | 7 | 9
                """;
        UnderstoodSheet open = DrawnSheet.understood(drawing);
        assertThat(DrawnSheet.lines(open)).containsExactly("甲: R6の目標値 9");
        assertThat(open.questions()).singleElement().satisfies(question -> {
            assertThat(question.isOpen()).isTrue();
            assertThat(question.samples()).containsExactly("7");
        });
        String key = open.questions().getFirst().key();

        UnderstoodSheet answered = DrawnSheet.understood(drawing, answer(key, "ACTUAL:2022"));
        assertThat(DrawnSheet.lines(answered)).containsExactly("甲: R4の実績値 7 R6の目標値 9");
        assertThat(answered.questions()).singleElement().satisfies(question -> assertThat(question.isOpen())
                .isFalse());
        assertThat(DrawnSheet.lines(DrawnSheet.understood(drawing, answer(key, "IGNORED"))))
                .containsExactly("甲: R6の目標値 9");
    }

    @Test
    void a_target_without_a_year_is_asked_once_for_all_its_pages() {
        String drawing = """
                指標名 | 単位 | R4実績 | 目標値
                甲 | 人 | 7 | 9

                指標名 | 単位 | R4実績 | 目標値
                乙 | 人 | 8 | 10
                """;
        UnderstoodSheet open = DrawnSheet.understood(drawing);
        assertThat(open.questions()).hasSize(1);
        assertThat(DrawnSheet.lines(DrawnSheet.understood(
                        drawing, answer(open.questions().getFirst().key(), "TARGET:2024"))))
                .containsExactly("甲: R4の実績値 7 R6の目標値 9", "乙: R4の実績値 8 R6の目標値 10");
    }

    @Test
    void where_nothing_is_recognised_a_person_points_at_the_table() {
        String drawing = """
                なまえ | よさ | R4実績
                甲 | 人 | 7
                乙 | 人 | 8
                """;
        Corrections marked = new Corrections(Map.of(), Answers.NONE, Map.of("表", new Marks(0, 0, 1)));
        assertThat(DrawnSheet.lines(DrawnSheet.understood(drawing, marked)))
                .containsExactly("甲: R4の実績値 7", "乙: R4の実績値 8");
    }

    private static Corrections answer(String key, String code) {
        return new Corrections(Map.of(), new Answers(Map.of(key, code)), Map.of());
    }

    @Test
    void an_unknown_town_is_a_part_of_the_name() {
        assertThat(DrawnSheet.lines("""
                指標名 | 地区 | 単位 | R4実績 | R7目標
                来館者 | 北地区 | 人 | 61 | 70
                ^ | 南地区 | 人 | 55 | 60
                """))
                .containsExactly("来館者 北地区: R4の実績値 61 R7の目標値 70", "来館者 南地区: R4の実績値 55 R7の目標値 60");
    }
}
