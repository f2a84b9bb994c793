package jp.kyosei.backend.report;

import static org.assertj.core.api.Assertions.assertThat;

import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.sheet.ReadByBoth;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.workbook.RoundWorkbookService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What we write, our reader and another program read alike, cell by cell. */
class OurWorkbooksTest {
    private static final FiscalYear R4 = new FiscalYear(2022);
    private static final FiscalYear R5 = new FiscalYear(2023);

    private final RunningBackend backend = RunningBackend.get();

    @ParameterizedTest
    @EnumSource(ReportKind.class)
    void reports_are_read_alike(ReportKind kind) {
        ReportService reports = backend.bean(ReportService.class);
        ReportFile vision = reports.report(
                backend.user(DemonstrationUser.SECRETARIAT),
                "ichinoseki-hiraizumi-vision-2",
                kind,
                ReportFormat.XLSX,
                R4);
        ReportFile strategy =
                reports.report(backend.user(DemonstrationUser.MINE), "mine-strategy-2", kind, ReportFormat.XLSX, R5);

        assertThat(ReadByBoth.agree(vision.name(), vision.bytes())).isPositive();
        assertThat(ReadByBoth.agree(strategy.name(), strategy.bytes())).isPositive();
    }

    @Test
    void the_workbook_of_a_town_is_read_alike() {
        byte[] content = backend.bean(RoundWorkbookService.class)
                .workbook(
                        backend.user(DemonstrationUser.SECRETARIAT),
                        "ichinoseki-hiraizumi-vision-2",
                        R5,
                        new MunicipalityCode("034029"))
                .bytes();

        assertThat(ReadByBoth.agree("実績入力.xlsx", content)).isGreaterThan(200);
    }
}
