package jp.kyosei.backend.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Reports of the demonstration plans as files, on a backend of its own. */
abstract class ReportsCase {
    static final String VISION = "ichinoseki-hiraizumi-vision-2";
    static final String STRATEGY = "mine-strategy-2";
    static final FiscalYear R4 = new FiscalYear(2022);
    static final FiscalYear R5 = new FiscalYear(2023);
    static final MunicipalityCode HIRAIZUMI = new MunicipalityCode("034029");

    static RunningBackend backend;
    static ReportService reports;

    @BeforeAll
    static void a_backend_of_its_own() {
        backend = RunningBackend.alone();
        reports = backend.bean(ReportService.class);
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    static ReportFile file(Actor actor, String plan, ReportKind kind, ReportFormat format, FiscalYear year) {
        return reports.report(actor, plan, kind, format, year);
    }

    static PDDocument pdf(Actor actor, String plan, ReportKind kind, FiscalYear year) throws IOException {
        return Loader.loadPDF(file(actor, plan, kind, ReportFormat.PDF, year).bytes());
    }

    static ByteArrayInputStream stream(
            Actor actor, String plan, ReportKind kind, ReportFormat format, FiscalYear year) {
        return new ByteArrayInputStream(file(actor, plan, kind, format, year).bytes());
    }

    static String text(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }

    static Actor secretariat() {
        return user(DemonstrationUser.SECRETARIAT);
    }

    static Actor mine() {
        return user(DemonstrationUser.MINE);
    }

    static Actor user(DemonstrationUser user) {
        return backend.user(user);
    }
}
