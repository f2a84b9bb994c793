package jp.kyosei.backend.report.data;

import java.util.List;
import java.util.stream.Stream;
import jp.kyosei.backend.report.data.DataTable.Datum;
import jp.kyosei.backend.revision.comparison.ComparedVersions;
import jp.kyosei.backend.revision.comparison.FieldChange;
import jp.kyosei.backend.revision.comparison.VersionChange;
import org.jspecify.annotations.Nullable;

/** The table of 新旧対照表 for programs: a row for each field that differs. */
public final class ComparisonTable {
    private ComparisonTable() {}

    /** @param everything whether things that do not differ have a row, too */
    public static DataTable of(ComparedVersions compared, boolean everything) {
        return new DataTable(
                "データ",
                List.of("対象", "変更", "番号", "名称", "体系", "項目", "年度", "年度（和暦）", "旧", "新", "理由"),
                (everything ? compared.everything() : compared.changes())
                        .stream().flatMap(ComparisonTable::rows).toList());
    }

    private static Stream<List<Datum>> rows(VersionChange change) {
        return change.fields().isEmpty()
                ? Stream.of(row(change, null))
                : change.fields().stream().map(field -> row(change, field));
    }

    private static List<Datum> row(VersionChange change, @Nullable FieldChange field) {
        return List.of(
                Datum.of(change.what().label()),
                Datum.of(change.kind().label()),
                Datum.of(change.no()),
                Datum.of(change.name()),
                Datum.of(change.place()),
                Datum.of(field == null ? "" : field.field().label()),
                Datum.year(field == null ? null : field.fiscalYear()),
                Datum.era(field == null ? null : field.fiscalYear()),
                Datum.of(field == null ? "" : field.before()),
                Datum.of(field == null ? "" : field.after()),
                Datum.of(field == null ? change.reason() : change.reasonOf(field.field())));
    }
}
