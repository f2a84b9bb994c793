package jp.kyosei.backend.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.applying.ImportPreview;
import jp.kyosei.backend.importing.applying.ImportPreviews;
import jp.kyosei.backend.importing.comparing.PlannedChange;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.inbox.ImportInbox;
import jp.kyosei.backend.importing.inbox.NewImport;
import jp.kyosei.backend.report.ReportFormat;
import jp.kyosei.backend.report.ReportKind;
import jp.kyosei.backend.report.ReportService;
import jp.kyosei.backend.tenancy.Actor;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Files that came out of the product, changed by hand and brought in again. */
abstract class OwnFilesCase {
    static final RunningBackend BACKEND = RunningBackend.get();
    static final String SEEN = "実績一覧";
    static final int MOST_COLUMNS = 20;

    final ImportInbox imports = BACKEND.bean(ImportInbox.class);
    final ImportPreviews previews = BACKEND.bean(ImportPreviews.class);

    /** The plans of the demonstration, each with the year that is judged. */
    enum Plan {
        JOINT(DemonstrationUser.SECRETARIAT, "ichinoseki-hiraizumi", "ichinoseki-hiraizumi-vision-2", 2022),
        MINE(DemonstrationUser.MINE, "mine", "mine-strategy-2", 2023),
        DAISEN(DemonstrationUser.DAISEN, "daisen", "daisen-strategy-2", 2022);

        private final DemonstrationUser user;
        private final String owner;
        private final String slug;
        private final int year;

        Plan(DemonstrationUser user, String owner, String slug, int year) {
            this.user = user;
            this.owner = owner;
            this.slug = slug;
            this.year = year;
        }
    }

    static List<String> changes(ImportPreview preview) {
        return preview.changes().stream().map(OwnFilesTest::words).toList();
    }

    static String words(PlannedChange change) {
        return "%s %s %s -> %s"
                .formatted(change.no(), change.fiscalYear().shortLabel(), change.before(), change.after());
    }

    ImportPreview preview(Plan plan, byte[] file) {
        return preview(plan, "results.xlsx", file);
    }

    ImportPreview preview(Plan plan, String name, byte[] file) {
        Actor actor = BACKEND.user(plan.user);
        DataImport brought =
                imports.receive(actor, plan.owner, new NewImport(plan.slug, "", new FiscalYear(plan.year), name), file);
        assertThat(brought.message()).isEmpty();
        ImportPreview preview = previews.preview(actor, brought.id()).orElseThrow();
        imports.cancel(actor, brought.id());
        return preview;
    }

    static byte[] workbook(Plan plan) {
        return report(plan, ReportFormat.XLSX);
    }

    static byte[] report(Plan plan, ReportFormat format) {
        return BACKEND.bean(ReportService.class)
                .report(BACKEND.user(plan.user), plan.slug, ReportKind.RESULTS, format, new FiscalYear(plan.year))
                .bytes();
    }

    static byte[] changed(byte[] file, Consumer<XSSFWorkbook> change) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            change.accept(book);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    /** A cell of 実績一覧, wherever its head stands. */
    static Cell seen(XSSFWorkbook book, String no, String head) {
        Sheet sheet = sheetOfPeople(book);
        Row heads = heads(sheet);
        int at = -1;
        for (Cell cell : heads) {
            String text = cell.getStringCellValue();
            boolean fits = head.matches("[RH][0-9]+") ? text.startsWith(head + "\n実績値") : text.contains(head);
            at = at < 0 && fits ? cell.getColumnIndex() : at;
        }
        for (Row row : sheet) {
            Cell first = row.getCell(0);
            if (row.getRowNum() > heads.getRowNum()
                    && first != null
                    && first.getCellType() == CellType.STRING
                    && first.getStringCellValue().equals(no)) {
                return row.getCell(at);
            }
        }
        throw new AssertionError(no + " " + head);
    }

    static Sheet sheetOfPeople(XSSFWorkbook book) {
        return book.getSheet(SEEN) == null ? book.getSheet("令和5年度") : book.getSheet(SEEN);
    }

    static Row heads(Sheet sheet) {
        for (Row row : sheet) {
            if (row.getCell(0) != null
                    && row.getCell(0).getCellType() == CellType.STRING
                    && row.getCell(0).getStringCellValue().equals("No.")) {
                return row;
            }
        }
        throw new AssertionError("no heads");
    }

    static Cell record(XSSFWorkbook book, String name, String no, int year, String head) {
        Sheet sheet = book.getSheet(name);
        for (Row row : sheet) {
            if (row.getRowNum() > 0
                    && row.getCell(column(sheet.getRow(0), "指標番号"))
                            .getStringCellValue()
                            .equals(no)
                    && row.getCell(column(sheet.getRow(0), "年度")).getNumericCellValue() == year) {
                return row.getCell(column(sheet.getRow(0), head));
            }
        }
        throw new AssertionError(no);
    }

    static int column(Row heads, String title) {
        for (Cell cell : heads) {
            if (cell.getStringCellValue().equals(title)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError(title);
    }
}
