package jp.kyosei.backend.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.Test;

/** What an office adds to a workbook is left out with a word, and its figures are asked about as on the screen. */
class WorkbookExtrasTest extends RoundWorkbookCase {
    @Test
    void rows_and_columns_that_somebody_has_added_are_left_out_with_a_word_and_the_rest_is_taken() {
        byte[] file = FilledWorkbook.of(file(hiraizumi()), sheet -> {
            sheet.type("9", "今後の", "足した行と列の隣");
            int column = sheet.heads().getLastCellNum();
            sheet.heads().createCell(column).setCellValue("課内メモ");
            sheet.row("10").createCell(column).setCellValue("係長に確認");
            sheet.row("15").createCell(column + 1).setCellValue("済");
            Row note = sheet.sheet().createRow(sheet.sheet().getLastRowNum() + 1);
            note.createCell(1).setCellValue("※端数は四捨五入");
            Row other = sheet.sheet().createRow(sheet.sheet().getLastRowNum() + 1);
            other.createCell(1).setCellValue("999");
            other.createCell(8).setCellValue(5);
        });

        UploadedWorkbook preview = preview(hiraizumi(), file, Decisions.NONE);

        assertThat(preview.isSound()).isTrue();
        assertThat(preview.items()).extracting(WorkbookItem::given).containsExactly("足した行と列の隣");
        assertThat(preview.problems())
                .allSatisfy(problem -> assertThat(problem.blocking()).isFalse())
                .extracting(WorkbookProblem::message)
                .satisfiesExactly(
                        column -> assertThat(column).isEqualTo("「課内メモ」の列は、照会の欄ではないので取り込みません。"),
                        nameless -> assertThat(nameless).endsWith("列は、照会の欄ではないので取り込みません。"),
                        note -> assertThat(note).contains("行目は、どの指標の行でもないので取り込みません"),
                        other -> assertThat(other).contains("「999」", "取り込みません"));
    }

    @Test
    void figures_of_the_workbook_are_asked_about_as_those_typed_on_the_screen_are() {
        List<String> asked = new ArrayList<>();
        enter("9", "349267", "", "");
        for (String typed : List.of("3", "30123.5", "-5")) {
            byte[] file =
                    FilledWorkbook.of(file(hiraizumi()), sheet -> sheet.type("9", "実績値", Double.parseDouble(typed)));
            List<String> inTheWorkbook = preview(hiraizumi(), file, Decisions.NONE).problems().stream()
                    .filter(problem -> problem.no().equals("9"))
                    .map(WorkbookProblem::message)
                    .toList();

            enter("9", typed, "", "");
            List<String> onTheScreen = entries.cell(secretariat(), PLAN, "9", R5, HIRAIZUMI).findings().stream()
                    .map(finding -> finding.check().message())
                    .toList();

            assertThat(inTheWorkbook).as(typed).containsExactlyElementsOf(onTheScreen);
            asked.addAll(onTheScreen);
            enter("9", "349267", "", "");
        }
        assertThat(asked).isNotEmpty();
    }
}
