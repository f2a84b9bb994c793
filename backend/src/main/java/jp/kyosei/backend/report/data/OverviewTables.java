package jp.kyosei.backend.report.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kyosei.backend.actual.CheckConfirmation;
import jp.kyosei.backend.report.data.DataTable.Datum;
import jp.kyosei.backend.report.document.GradeTally;
import jp.kyosei.backend.report.document.PaperSheet;
import jp.kyosei.backend.results.ResultsSheet;
import jp.kyosei.backend.results.Summary;

/** The tables of 実績概要. */
public final class OverviewTables {
    private OverviewTables() {}

    /** How many indicators have which grade, on the whole, by kind and by section. */
    public static DataTable counts(Summary summary, GradeTally.Tallies tallies) {
        List<List<Datum>> rows = new ArrayList<>();
        addCounts(rows, summary, "全体", List.of(tallies.all()));
        addCounts(rows, summary, "種別", tallies.byKind());
        addCounts(rows, summary, "体系", tallies.bySection());
        return new DataTable("件数", List.of("年度", "年度（和暦）", "区分", "体系番号", "名称", "種別", "達成度", "件数", "前年度の件数"), rows);
    }

    private static void addCounts(List<List<Datum>> rows, Summary summary, String group, List<GradeTally> tallies) {
        tallies.forEach(tally -> summary.rules()
                .labels()
                .forEach(label -> rows.add(List.of(
                        Datum.year(summary.fiscalYear()),
                        Datum.era(summary.fiscalYear()),
                        Datum.of(group),
                        Datum.of(tally.number()),
                        Datum.of(tally.name()),
                        Datum.of(tally.kind()),
                        Datum.of(label),
                        Datum.of(tally.now(label)),
                        Datum.of(tally.before(label))))));
    }

    /** The indicators that have no figure, and why. */
    public static DataTable unmeasured(PaperSheet sheet) {
        return new DataTable(
                "把握できなかった指標",
                List.of("指標番号", "指標名", "年度", "年度（和暦）", "理由"),
                sheet.entries().stream()
                        .filter(entry -> entry.grade() == null)
                        .map(entry -> List.of(
                                Datum.of(entry.no()),
                                Datum.of(entry.name()),
                                Datum.year(sheet.fiscalYear()),
                                Datum.era(sheet.fiscalYear()),
                                Datum.of(entry.reason())))
                        .toList());
    }

    /** What was found (指摘) and why it stands. */
    public static DataTable findings(ResultsSheet sheet) {
        return new DataTable(
                "指摘",
                List.of("指標番号", "指標名", "年度", "年度（和暦）", "指摘", "内容", "確認の理由"),
                sheet.rows().stream()
                        .flatMap(row -> row.findings().stream()
                                .map(finding -> List.of(
                                        Datum.of(row.indicator().no()),
                                        Datum.of(row.indicator().name()),
                                        Datum.year(finding.check().fiscalYear()),
                                        Datum.era(finding.check().fiscalYear()),
                                        Datum.of(finding.check().code().label()),
                                        Datum.of(finding.check().message()),
                                        Datum.of(Optional.ofNullable(finding.confirmation())
                                                .map(CheckConfirmation::reason)
                                                .orElse("")))))
                        .toList());
    }
}
