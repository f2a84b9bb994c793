package jp.kyosei.backend.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.PublishedSheet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Workbooks in the layouts of the two published papers, with the figures of the acceptance files: headers of two rows, merged
 * cells, page titles and headers repeated on every page, section rows between the data, footnotes, tables of counts.
 */
final class PaperLayouts {
    private static final int ROWS_A_PAGE = 14;

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Sheet sheet;
    private int row;

    private PaperLayouts(String name) {
        this.sheet = workbook.createSheet(name);
    }

    /** 資料8 of 美祢市: one column per level whose titles stand in rows of their own, counts above each page. */
    static byte[] mine() {
        PaperLayouts paper = new PaperLayouts("基本目標・KPI");
        String strategy = "";
        String direction = "";
        String measure = "";
        int onPage = 0;
        for (PublishedSheet.Line line : PublishedSheet.mine()) {
            boolean newStrategy = !line.get("strategy").equals(strategy);
            if (newStrategy || onPage >= ROWS_A_PAGE) {
                if (!strategy.isEmpty()) {
                    paper.text(0, "備考 目標指標の※印の進捗率は、(f-a)/(z-a)により算出");
                    paper.row += 2;
                }
                paper.minePage(newStrategy);
                onPage = 0;
            }
            if (newStrategy) {
                strategy = line.get("strategy");
                paper.text(0, strategy, 1, "重点戦略その" + strategy);
                paper.merge(paper.row - 1, paper.row - 1, 1, 3);
            }
            String[] numbers = line.get("measure").split("-", -1);
            if (numbers.length == 3) {
                if (!(numbers[0] + numbers[1]).equals(direction)) {
                    direction = numbers[0] + numbers[1];
                    paper.text(1, numbers[1] + " 戦略方針" + numbers[1]);
                }
                if (!line.get("measure").equals(measure)) {
                    measure = line.get("measure");
                    paper.text(2, numbers[2] + " 施策" + numbers[2]);
                }
            }
            paper.mineLine(line);
            onPage++;
        }
        paper.text(0, "備考 目標指標の※印の進捗率は、(f-a)/(z-a)により算出");
        return paper.bytes();
    }

    private void minePage(boolean counts) {
        text(0, "第2期美祢市まち・ひと・しごと創生総合戦略 基本目標・KPI 【令和5年度実績】");
        merge(row - 1, row - 1, 0, 14);
        text(14, "資料8");
        row++;
        if (counts) {
            text(0, "重点戦略", 1, "戦略方針", 2, "施策", 3, "目標達成", 4, "改善↑", 5, "現状維持", 6, "未達成↓", 7, "合計");
            Row total = sheet.createRow(row++);
            total.createCell(0).setCellValue("計");
            for (int column = 3; column <= 7; column++) {
                total.createCell(column).setCellValue(column);
            }
            row++;
        }
        text(
                0,
                "重点戦略",
                1,
                "戦略方針",
                2,
                "施策",
                3,
                "目標指標",
                4,
                "単位",
                5,
                "H30現状\na",
                6,
                "R1実績\nb",
                7,
                "R2実績\nc",
                8,
                "R3実績\nd",
                9,
                "R4実績\ne",
                10,
                "R5実績\nf",
                11,
                "R6目標\nz",
                12,
                "R5進捗率\nf/z",
                13,
                "R5対前年\nf-e",
                14,
                "R5状況\na⇒f比較");
    }

    private void mineLine(PublishedSheet.Line line) {
        Row cells = sheet.createRow(row++);
        boolean cumulative = line.get("cumulative_mark").equals("yes");
        cells.createCell(3).setCellValue(line.get("name") + (cumulative ? "※" : ""));
        cells.createCell(4).setCellValue(line.get("unit"));
        int column = 5;
        for (String year : List.of("H30", "R1", "R2", "R3", "R4", "R5", "target_R6")) {
            figure(cells.createCell(column++), line.get(year));
        }
        percent(cells.createCell(column++), line.get("published_progress"));
        figure(cells.createCell(column++), line.get("published_yoy"));
        cells.createCell(column).setCellValue(line.get("published_status"));
    }

    /** 資料No.1 of the alliance: a header of two rows, fields merged over their indicators, words in rows of their own. */
    static byte[] vision() {
        PaperLayouts paper = new PaperLayouts("実績一覧");
        paper.text(12, "【資料No.1】");
        int onPage = ROWS_A_PAGE;
        String field = "";
        int fieldFrom = 0;
        for (PublishedSheet.Line line : PublishedSheet.vision()) {
            if (onPage >= ROWS_A_PAGE) {
                if (!field.isEmpty()) {
                    paper.merge(fieldFrom, paper.row - 1, 1, 1);
                }
                field = "";
                paper.visionHeader();
                onPage = 0;
            }
            if (!line.get("field").equals(field)) {
                if (!field.isEmpty()) {
                    paper.merge(fieldFrom, paper.row - 1, 1, 1);
                }
                field = line.get("field");
                fieldFrom = paper.row;
                paper.visionLine(line, true);
            } else {
                paper.visionLine(line, false);
            }
            onPage++;
        }
        paper.merge(fieldFrom, paper.row - 1, 1, 1);
        return paper.bytes();
    }

    private void visionHeader() {
        row++;
        text(0, "第2次一関・平泉定住自立圏共生ビジョン 重要業績評価指標（KPI）の令和4年度実績一覧");
        merge(row - 1, row - 1, 0, 12);
        int first = row;
        text(
                0,
                "No.",
                1,
                "分野",
                2,
                "①施策区分",
                3,
                "②重要業績評価指標（KPI）",
                4,
                "単位",
                5,
                "③現状値（H30）",
                6,
                "実績値",
                10,
                "⑥目標値（R5）",
                11,
                "評価\n（目標値に対する進捗状況、成果、今後の取組等）",
                12,
                "達成度");
        text(6, "R1", 7, "R2", 8, "R3", 9, "R4", 12, "R4");
        merge(first, first, 6, 9);
        for (int column : List.of(0, 1, 2, 3, 4, 5, 10, 11)) {
            merge(first, first + 1, column, column);
        }
    }

    private void visionLine(PublishedSheet.Line line, boolean withField) {
        int first = row;
        Row cells = sheet.createRow(row++);
        cells.createCell(0).setCellValue(Double.parseDouble(line.get("no")));
        if (withField) {
            cells.createCell(1).setCellValue(line.get("field"));
        }
        cells.createCell(2).setCellValue(line.get("measure"));
        cells.createCell(3).setCellValue("○" + line.get("name"));
        cells.createCell(4).setCellValue(line.get("unit"));
        int column = 5;
        for (String year : List.of("baseline_H30", "R1", "R2", "R3", "R4", "target_R5")) {
            figure(cells.createCell(column++), line.get(year));
        }
        cells.createCell(11).setCellValue("【進捗状況・成果】\n(一関市)\n一関市は取り組んだ。" + line.get("no"));
        if (!line.get("published_grade_R4").isEmpty()) {
            cells.createCell(12).setCellValue(line.get("published_grade_R4"));
        }
        sheet.createRow(row++).createCell(11).setCellValue("(平泉町)\n平泉町も取り組んだ。");
        sheet.createRow(row++).createCell(11).setCellValue("【今後の取組等】\n(一関市)\n続ける。\n(平泉町)\n続ける。");
        for (int merged : List.of(0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12)) {
            merge(first, row - 1, merged, merged);
        }
    }

    /** A number as a number with the digits that the paper shows, anything else as text. */
    private void figure(Cell cell, String text) {
        if (!text.matches("-?[0-9][0-9,]*(\\.[0-9]+)?")) {
            cell.setCellValue(text);
            return;
        }
        BigDecimal number = new BigDecimal(text.replace(",", ""));
        cell.setCellValue(number.doubleValue());
        style(cell, number.scale() > 0 ? "#,##0." + "0".repeat(number.scale()) : "#,##0");
    }

    private void percent(Cell cell, String text) {
        cell.setCellValue(new BigDecimal(text.replace("%", "")).movePointLeft(2).doubleValue());
        style(cell, "0.0%");
    }

    private final Map<String, CellStyle> styles = new HashMap<>();

    private void style(Cell cell, String format) {
        cell.setCellStyle(styles.computeIfAbsent(format, pattern -> {
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(pattern));
            return style;
        }));
    }

    /** A row of texts: column, text, column, text … */
    private void text(Object... cells) {
        Row made = sheet.createRow(row++);
        for (int index = 0; index < cells.length; index += 2) {
            made.createCell((Integer) cells[index]).setCellValue((String) cells[index + 1]);
        }
    }

    private void merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        if (firstRow < lastRow || firstColumn < lastColumn) {
            sheet.addMergedRegion(new CellRangeAddress(firstRow, lastRow, firstColumn, lastColumn));
        }
    }

    private byte[] bytes() {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            workbook.write(bytes);
            workbook.close();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
