package jp.kyosei.backend.importing.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.sheet.Sheet;
import jp.kyosei.backend.understanding.UnderstoodSheet;
import jp.kyosei.backend.understanding.fate.CellFate;
import jp.kyosei.backend.understanding.fate.Fate;
import org.junit.jupiter.api.Test;

class SheetPictureTest {
    private static final String NAME = "指標一覧";

    @Test
    void a_cell_says_its_year_its_town_and_why() {
        Sheet sheet = new Sheet(NAME, List.of(row(4, cell(2, "33"))), List.of());
        CellFate fate =
                new CellFate(new CellPlace(NAME, 4, 2), Fate.ACTUAL, new FiscalYear(2022), "平泉町", 0.9, "見出しの「実績」から");

        SheetPicture picture = SheetPicture.of(0, sheet, understood(List.of(fate)), 0);

        assertThat(picture.rows().getFirst().squares().getFirst().said()).isEqualTo("R4の実績値（平泉町）：見出しの「実績」から");
        assertThat(picture.counts()).containsEntry(Fate.ACTUAL, 1);
        assertThat(picture.firstColumn()).isEqualTo(2);
    }

    @Test
    void a_merged_cell_takes_the_columns_and_the_rows_that_are_shown() {
        Sheet sheet = new Sheet(
                NAME,
                List.of(row(0, cell(0, "見出し")), row(2, cell(3, "5")), row(9, cell(0, "終わり"))),
                List.of(new Sheet.Area(0, 5, 0, 2)));

        SheetPicture.Square merged = SheetPicture.of(0, sheet, understood(List.of()), 0)
                .rows()
                .getFirst()
                .squares()
                .getFirst();

        assertThat(merged.columns()).isEqualTo(3);
        assertThat(merged.rows()).as("rows 1 and 3 have content").isEqualTo(2);
    }

    @Test
    void a_long_sheet_is_shown_by_pages_and_a_wide_one_to_its_limit() {
        List<Sheet.Row> rows = IntStream.range(0, 130)
                .mapToObj(row -> row(row * 2, cell(1, "あ".repeat(200)), cell(500, "端")))
                .toList();
        Sheet sheet = new Sheet(NAME, rows, List.of());

        SheetPicture second = SheetPicture.of(0, sheet, understood(List.of()), 61);

        assertThat(second.from()).isEqualTo(60);
        assertThat(second.whole()).isEqualTo(130);
        assertThat(second.rows()).hasSize(60);
        assertThat(second.rows().getFirst().index()).isEqualTo(120);
        assertThat(second.lastColumn()).isEqualTo(60);
        assertThat(second.rows().getFirst().squares())
                .singleElement()
                .satisfies(square -> assertThat(square.text()).hasSize(81).endsWith("…"));
        assertThat(SheetPicture.of(0, sheet, understood(List.of()), 9_999).rows())
                .hasSize(10);
        assertThat(SheetPicture.of(0, sheet, understood(List.of()), -5).from()).isZero();
    }

    private static Sheet.Row row(int index, Cell... cells) {
        return new Sheet.Row(index, List.of(cells));
    }

    private static Cell cell(int column, String text) {
        return new Cell(column, text, null, false);
    }

    private static UnderstoodSheet understood(List<CellFate> fates) {
        return new UnderstoodSheet(NAME, List.of(), fates, List.of(), List.of(), List.of());
    }
}
