package jp.kyosei.backend.report;

import jakarta.inject.Singleton;
import java.util.List;
import jp.kyosei.backend.load.ExpensiveWork;
import jp.kyosei.backend.report.data.ComparisonTable;
import jp.kyosei.backend.report.data.CsvWriter;
import jp.kyosei.backend.report.data.DataTable;
import jp.kyosei.backend.report.document.ChangesPaper;
import jp.kyosei.backend.report.document.ComparisonPaper;
import jp.kyosei.backend.report.docx.DocxWriter;
import jp.kyosei.backend.report.paper.Paper;
import jp.kyosei.backend.report.pdf.PdfWriter;
import jp.kyosei.backend.report.xlsx.XlsxWriter;
import jp.kyosei.backend.revision.comparison.ComparedVersions;
import jp.kyosei.backend.revision.comparison.PlanComparison;
import jp.kyosei.backend.tenancy.Actor;
import org.jspecify.annotations.Nullable;

/** Gives out what tells two versions of a plan apart: 新旧対照表 and 変更概要, to whoever may read both. */
@Singleton
public class ComparisonFiles {
    private final PlanComparison comparison;
    private final ExpensiveWork work;

    ComparisonFiles(PlanComparison comparison, ExpensiveWork work) {
        this.comparison = comparison;
        this.work = work;
    }

    /**
     * Which versions are compared.
     *
     * @param everything whether things that do not differ are named, too
     */
    public record Versions(int before, int after, boolean everything) {}

    /**
     * A file of two versions.
     *
     * @param versions none for the newest and the one before it, and what differs alone
     * @throws jp.kyosei.backend.tenancy.NotFoundException if there is no such plan or version, or one of them is not the actor's
     *     to read
     * @throws jp.kyosei.backend.load.BusyException if too many are being made
     */
    public ReportFile file(
            Actor actor, String plan, VersionReport report, ReportFormat format, @Nullable Versions versions) {
        return work.run(actor.person(), () -> made(actor, plan, report, format, versions));
    }

    private ReportFile made(
            Actor actor, String plan, VersionReport report, ReportFormat format, @Nullable Versions versions) {
        ComparedVersions compared = versions == null
                ? comparison.newest(actor, plan)
                : comparison.compare(actor, plan, versions.before(), versions.after());
        boolean everything = versions != null && versions.everything();
        Paper paper =
                switch (report) {
                    case COMPARISON -> ComparisonPaper.of(compared, everything);
                    case CHANGES -> ChangesPaper.of(compared);
                };
        DataTable data = ComparisonTable.of(compared, everything && report == VersionReport.COMPARISON);
        byte[] bytes =
                switch (format) {
                    case XLSX -> XlsxWriter.write(report.label(), paper, List.of(data));
                    case PDF -> PdfWriter.write(paper.title(), List.of(paper));
                    case DOCX -> DocxWriter.write(paper);
                    case CSV -> CsvWriter.write(data);
                };
        int before = compared.before().version().number();
        int after = compared.after().version().number();
        return new ReportFile(
                FileNames.harmless("%s_%s_第%d版と第%d版"
                                .formatted(compared.after().plan().title(), report.label(), before, after))
                        + "."
                        + format.extension(),
                "%s-%s-%d-%d.%s".formatted(plan, report.address(), before, after, format.extension()),
                format.contentType(),
                bytes);
    }
}
