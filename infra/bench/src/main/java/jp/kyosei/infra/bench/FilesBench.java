package jp.kyosei.infra.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.function.Supplier;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.applying.ImportApplying;
import jp.kyosei.backend.importing.applying.ImportPreview;
import jp.kyosei.backend.importing.applying.ImportPreviews;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.inbox.ImportInbox;
import jp.kyosei.backend.importing.inbox.ImportState;
import jp.kyosei.backend.importing.inbox.NewImport;
import jp.kyosei.backend.importing.picture.SheetPicture;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.report.ReportFormat;
import jp.kyosei.backend.report.ReportKind;
import jp.kyosei.backend.report.ReportService;
import jp.kyosei.backend.tenancy.Actor;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Measures what it costs to bring in a results sheet of 33, 85 and 2,000 indicators with ten years of actuals as a new plan, to
 * look at it again, to turn a page, and to write the same plan as a workbook. Nothing is warmed up before the first run, which
 * is the one that an office sees.
 */
final class FilesBench {
    private static final int OWNER = 1;
    private static final List<Integer> SIZES = List.of(33, 85, 2_000);
    private static final int FIRST_YEAR = 2015;
    private static final int YEARS = 10;
    private static final int RUNS = 3;
    private static final int PER_MEASURE = 10;
    private static final FiscalYear NEWEST = new FiscalYear(FIRST_YEAR + YEARS - 1);

    private final ImportInbox imports;
    private final ImportApplying applying;
    private final ImportPreviews previews;
    private final ReportService reports;
    private final Actor actor;

    private record Measured(String what, double seconds, double megabytes) {}

    /** @param scale a database of its own: plans are added to it */
    FilesBench(Scale scale) {
        imports = scale.bean(ImportInbox.class);
        previews = scale.bean(ImportPreviews.class);
        applying = scale.bean(ImportApplying.class);
        reports = scale.bean(ReportService.class);
        actor = scale.actor(OWNER);
    }

    void run() {
        System.out.printf(
                "%d processors, heap at most %d MB, %d years of each indicator%n",
                Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() >> 20, YEARS);
        System.out.println("| indicators | run | what | seconds | heap at most, MB |");
        System.out.println("|---|---|---|---|---|");
        for (int indicators : SIZES) {
            byte[] sheet = sheet(indicators);
            for (int run = 1; run <= RUNS; run++) {
                run(indicators, run, sheet);
            }
        }
    }

    private void run(int indicators, int run, byte[] sheet) {
        String title = "計測 %d 第%d回".formatted(indicators, run);
        DataImport[] brought = new DataImport[1];
        ImportPreview[] preview = new ImportPreview[1];
        String size = "| %,d | %d ".formatted(indicators, run);
        print(size, measure("read and understood", () -> brought[0] = read(sheet, title)));
        print(size, measure("preview", () -> preview[0] = preview(brought[0], indicators)));
        print(size, measure("preview again", () -> preview(brought[0], indicators)));
        print(size, measure("next page", () -> previews.picture(actor, brought[0].id(), 0, SheetPicture.MOST_ROWS)));
        print(size, measure("applied", () -> applying.apply(actor, brought[0].id(), preview[0].fingerprint(), "")));
        print(size, measure("results.xlsx", () -> report(brought[0])));
    }

    private DataImport read(byte[] sheet, String title) {
        String owner = actor.grants().getFirst().ownerSlug();
        DataImport found = imports.receive(actor, owner, new NewImport(null, title, NEWEST, "計測.xlsx"), sheet);
        while (found.state() == ImportState.READING) {
            found = imports.find(actor, found.id());
        }
        return found;
    }

    private ImportPreview preview(DataImport brought, int indicators) {
        ImportPreview preview = previews.preview(actor, brought.id()).orElseThrow();
        if (preview.indicators() != indicators
                || preview.count(Finding.Weight.PROBLEM) > 0
                || preview.changes().size() != indicators * YEARS) {
            throw new IllegalStateException("the sheet was not read whole: " + preview.findings());
        }
        return preview;
    }

    private Object report(DataImport brought) {
        return reports.report(actor, brought.planSlug(), ReportKind.RESULTS, ReportFormat.XLSX, NEWEST);
    }

    private static Measured measure(String what, Supplier<Object> work) {
        System.gc();
        List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        Object result = work.get();
        double seconds = (System.nanoTime() - start) / 1e9;
        long bytes =
                pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        if (result == null) {
            throw new IllegalStateException(what);
        }
        return new Measured(what, seconds, bytes / 1024.0 / 1024.0);
    }

    private static void print(String size, Measured measured) {
        System.out.printf("%s| %s | %.2f | %.0f |%n", size, measured.what(), measured.seconds(), measured.megabytes());
    }

    /** As an office keeps it: a header, a measure, the name, the unit, baseline, ten years, target, printed rate and grade. */
    private static byte[] sheet(int indicators) {
        try (SXSSFWorkbook book = new SXSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet("実績一覧");
            Row header = sheet.createRow(0);
            int column = 0;
            for (String title : List.of("No.", "施策", "指標名", "単位", "現状値（H26）")) {
                header.createCell(column++).setCellValue(title);
            }
            for (int year = 0; year < YEARS; year++) {
                header.createCell(column++)
                        .setCellValue("実績値（%s）".formatted(new FiscalYear(FIRST_YEAR + year).shortLabel()));
            }
            header.createCell(column++).setCellValue("目標値（R7）");
            for (int number = 1; number <= indicators; number++) {
                Row row = sheet.createRow(number);
                column = 0;
                row.createCell(column++).setCellValue(number);
                row.createCell(column++).setCellValue("施策" + (1 + number / PER_MEASURE));
                row.createCell(column++).setCellValue("指標その" + number + "の利用者数");
                row.createCell(column++).setCellValue("人");
                row.createCell(column++).setCellValue(1000 + number);
                for (int year = 0; year < YEARS; year++) {
                    row.createCell(column++).setCellValue(1000 + number * 3 + year * 17);
                }
                row.createCell(column).setCellValue(2000 + number * 3);
            }
            book.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
