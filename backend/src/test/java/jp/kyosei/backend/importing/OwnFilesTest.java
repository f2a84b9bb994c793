package jp.kyosei.backend.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.applying.ImportPreview;
import jp.kyosei.backend.importing.reading.Finding;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** This product's own files as people bring them back: changed where they see the figures, sorted, with notes and without helpers. */
class OwnFilesTest extends OwnFilesCase {
    @ParameterizedTest
    @EnumSource
    void only_the_sheet_that_people_see_comes_back_without_one_difference(Plan plan) throws IOException {
        ImportPreview preview = preview(plan, changed(workbook(plan), OwnFilesTest::keepOnlyTheSeen));

        assertThat(PublishedFilesTest.problems(preview)).isEmpty();
        assertThat(changes(preview)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_figure_that_is_changed_where_people_see_it_is_taken(boolean whole) throws IOException {
        ImportPreview preview = preview(Plan.MINE, changed(workbook(Plan.MINE), book -> {
            seen(book, "1-1-1-1", "R5").setCellValue(409);
            if (!whole) {
                keepOnlyTheSeen(book);
            }
        }));

        assertThat(PublishedFilesTest.problems(preview)).isEmpty();
        assertThat(preview.changes()).singleElement().satisfies(change -> {
            assertThat(change.no()).isEqualTo("1-1-1-1");
            assertThat(change.before()).isEqualTo("407");
            assertThat(change.after()).isEqualTo("409");
            assertThat(change.place().sheet()).isEqualTo(SEEN);
        });
    }

    @Test
    void a_reason_that_is_written_over_a_figure_is_taken() throws IOException {
        ImportPreview preview = preview(Plan.MINE, changed(workbook(Plan.MINE), book -> seen(book, "1-1-1-1", "R5")
                .setCellValue("中止")));

        assertThat(PublishedFilesTest.problems(preview)).isEmpty();
        assertThat(changes(preview)).containsExactly("1-1-1-1 R5 407 -> 中止");
    }

    @Test
    void what_cannot_be_understood_there_is_named() throws IOException {
        ImportPreview preview = preview(Plan.MINE, changed(workbook(Plan.MINE), book -> seen(book, "1-1-1-1", "R5")
                .setCellValue("四百九")));

        assertThat(PublishedFilesTest.problems(preview))
                .singleElement()
                .asString()
                .contains("四百九");
        assertThat(preview.changes()).isEmpty();
    }

    @Test
    void the_reference_year_of_a_figure_stays_in_its_format_and_goes_with_another_figure() throws IOException {
        byte[] original = workbook(Plan.MINE);
        String[] at = new String[2];
        byte[] other = changed(original, book -> {
            Cell cell = anyOfAnotherYear(book);
            at[0] = cell.getRow().getCell(0).getStringCellValue();
            at[1] = new DataFormatter().formatCellValue(cell);
            cell.setCellValue(cell.getNumericCellValue() + 1);
        });
        ImportPreview preview = preview(Plan.MINE, other);

        assertThat(PublishedFilesTest.problems(preview))
                .as("%s %s", at[0], at[1])
                .isEmpty();
        assertThat(preview.changes()).singleElement().satisfies(change -> {
            String year = change.before().replaceAll("^[^(]*", "");
            assertThat(year).startsWith("(");
            assertThat(change.after()).endsWith(year).isNotEqualTo(change.before());
        });
    }

    @Test
    void a_total_that_is_changed_is_refused_with_a_word_and_a_towns_part_is_taken() throws IOException {
        ImportPreview total = preview(Plan.JOINT, changed(workbook(Plan.JOINT), book -> {
            Cell cell = seen(book, "9", "R4");
            cell.setCellValue(cell.getNumericCellValue() + 1);
        }));
        assertThat(PublishedFilesTest.problems(total))
                .singleElement()
                .asString()
                .contains("市町村の値から計算する値");
        assertThat(total.changes()).isEmpty();

        ImportPreview part = preview(Plan.JOINT, changed(workbook(Plan.JOINT), book -> {
            Cell cell = below(seen(book, withParts(book), "R4"), 1);
            cell.setCellValue(cell.getNumericCellValue() + 1);
        }));
        assertThat(PublishedFilesTest.problems(part)).isEmpty();
        assertThat(part.changes()).hasSize(1);
        assertThat(part.changes().getFirst().whose()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"進捗率,計算した値", "対前年,計算した値", "状況,計算した値", "目標値,計画のもの", "現状値,計画のもの", "単位,計画のもの", "指標,計画のもの"})
    void what_is_computed_or_the_plans_is_left_out_with_a_word(String head, String why) throws IOException {
        ImportPreview preview = preview(Plan.MINE, changed(workbook(Plan.MINE), book -> {
            Cell cell = seen(book, "1-1-1-1", head);
            cell.setCellValue(123.4);
            if (head.equals("単位") || head.equals("状況") || head.equals("指標")) {
                cell.setCellValue("べつのもの1");
            }
        }));

        assertThat(PublishedFilesTest.problems(preview)).isEmpty();
        assertThat(preview.changes()).isEmpty();
        assertThat(preview.findings())
                .filteredOn(finding -> finding.message().contains("「実績一覧」の"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).contains(why);
                    assertThat(Objects.requireNonNull(finding.place()).sheet()).isEqualTo(SEEN);
                });
    }

    @Test
    void helpers_taken_away_titles_notes_sorted_rows_and_years_in_japanese_do_no_harm() throws IOException {
        byte[] file = changed(workbook(Plan.MINE), book -> {
            for (String helper : List.of("指標名", "年度（和暦）", "市町村名", "単位", "欠測理由", "状態", "参照年度（和暦）")) {
                blank(book, "実績値", helper);
            }
            Sheet actuals = book.getSheet("実績値");
            sortDown(actuals);
            int years = column(actuals.getRow(0), "年度");
            for (Row row : actuals) {
                if (row.getRowNum() > 0 && row.getRowNum() % 3 == 0) {
                    int year = (int) row.getCell(years).getNumericCellValue();
                    row.getCell(years)
                            .setCellValue(
                                    row.getRowNum() % 2 == 0
                                            ? new FiscalYear(year).shortLabel()
                                            : new FiscalYear(year).longLabel());
                }
            }
            actuals.createRow(actuals.getLastRowNum() + 2).createCell(0).setCellValue("※ R5は速報値を含む");
            actuals.shiftRows(0, actuals.getLastRowNum(), 2);
            actuals.createRow(0).createCell(0).setCellValue("令和5年度　実績値の控え");
            Sheet seen = book.getSheet(SEEN);
            seen.shiftRows(0, seen.getLastRowNum(), 1);
            seen.createRow(0).createCell(0).setCellValue("企画課で確認中");
            seen.createRow(seen.getLastRowNum() + 1).createCell(2).setCellValue("（注）暫定版");
            book.removeSheetAt(book.getSheetIndex("指摘"));
            book.removeSheetAt(book.getSheetIndex("取組"));
        });
        ImportPreview preview = preview(Plan.MINE, file);

        assertThat(PublishedFilesTest.problems(preview)).isEmpty();
        assertThat(changes(preview)).isEmpty();
        assertThat(preview.unchanged()).isGreaterThan(100);
        assertThat(preview.findings()).extracting(Finding::message).anyMatch(said -> said.contains("※ R5は速報値を含む"));
    }

    private static void keepOnlyTheSeen(XSSFWorkbook book) {
        for (int sheet = book.getNumberOfSheets() - 1; sheet >= 0; sheet--) {
            if (!book.getSheetName(sheet).equals(SEEN)) {
                book.removeSheetAt(sheet);
            }
        }
    }

    /** An indicator whose parts stand in rows of their own, each with a number in R4. */
    private static String withParts(XSSFWorkbook book) {
        Sheet sheet = book.getSheet(SEEN);
        for (Row row : sheet) {
            Cell first = row.getCell(0);
            if (first != null
                    && first.getCellType() == CellType.STRING
                    && first.getStringCellValue().matches("[0-9]+")) {
                Cell part = below(seen(book, first.getStringCellValue(), "R4"), 1);
                Row next = sheet.getRow(row.getRowNum() + 1);
                boolean isPart = next != null
                        && next.getCell(3) != null
                        && next.getCell(3).getCellType() == CellType.STRING
                        && next.getCell(3).getStringCellValue().startsWith("└");
                if (isPart && part.getCellType() == CellType.NUMERIC) {
                    return first.getStringCellValue();
                }
            }
        }
        throw new AssertionError("no parts");
    }

    private static Cell below(Cell cell, int rows) {
        return cell.getSheet()
                .getRow(cell.getRowIndex() + rows)
                .getCell(cell.getColumnIndex(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private static Cell anyOfAnotherYear(XSSFWorkbook book) {
        DataFormatter shown = new DataFormatter();
        Sheet sheet = book.getSheet(SEEN);
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.NUMERIC
                        && cell.getRow().getCell(0) != null
                        && shown.formatCellValue(cell).matches(".*\\([HR][0-9]+\\).*")
                        && heads(sheet)
                                .getCell(cell.getColumnIndex())
                                .getStringCellValue()
                                .contains("実績値")) {
                    return cell;
                }
            }
        }
        throw new AssertionError("no figure of another year");
    }

    private static void blank(XSSFWorkbook book, String name, String title) {
        Sheet sheet = book.getSheet(name);
        int column = column(sheet.getRow(0), title);
        for (Row row : sheet) {
            if (row.getCell(column) != null) {
                row.removeCell(row.getCell(column));
            }
        }
    }

    /** Sorts the records by their number, the last first, as a spreadsheet does: with the formats of their cells. */
    private static void sortDown(Sheet sheet) {
        List<List<Kept>> records = new ArrayList<>();
        for (Row row : sheet) {
            if (row.getRowNum() > 0) {
                List<Kept> cells = new ArrayList<>();
                for (int column = 0; column < MOST_COLUMNS; column++) {
                    cells.add(Kept.of(row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)));
                }
                records.add(cells);
            }
        }
        List<List<Kept>> sorted = records.stream()
                .sorted(Comparator.comparing(
                                (List<Kept> cells) -> cells.getFirst().text())
                        .reversed())
                .toList();
        for (int at = 0; at < sorted.size(); at++) {
            for (int column = 0; column < MOST_COLUMNS; column++) {
                sorted.get(at).get(column).into(sheet.getRow(at + 1).getCell(column));
            }
        }
    }

    /** What a cell holds. */
    private record Kept(boolean isNumber, double number, String text, CellStyle style) {
        static Kept of(Cell cell) {
            boolean number = cell.getCellType() == CellType.NUMERIC;
            return new Kept(
                    number,
                    number ? cell.getNumericCellValue() : 0,
                    number ? "" : cell.getStringCellValue(),
                    cell.getCellStyle());
        }

        void into(Cell cell) {
            // A text within the cell itself would stay where it is.
            cell.setBlank();
            cell.setCellStyle(style);
            if (isNumber) {
                cell.setCellValue(number);
            } else if (!text.isEmpty()) {
                cell.setCellValue(text);
            }
        }
    }
}
