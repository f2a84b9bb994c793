package jp.kyosei.ui.collection;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.kyosei.backend.collection.board.CollectionBoard;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.plan.ScrollingTable;

/** How far each town and each of its departments is. */
final class BoardSummary {
    private BoardSummary() {}

    static Component of(CollectionBoard board) {
        Map<String, List<CollectionBoard.Part>> byTown = board.rows().stream()
                .flatMap(row -> row.parts().stream())
                .collect(Collectors.groupingBy(
                        part -> part.task().municipality().value(), TreeMap::new, Collectors.toList()));
        HtmlTable towns = new HtmlTable("件数", heads("市町村"));
        HtmlTable departments = new HtmlTable("件数", heads("担当課"));
        byTown.values().forEach(ofTown -> {
            row(board, towns, ofTown.getFirst().townName(), ofTown);
            ofTown.stream()
                    .collect(Collectors.groupingBy(BoardSummary::desk, LinkedHashMap::new, Collectors.toList()))
                    .forEach((desk, parts) -> row(board, departments, desk, parts));
        });
        return new Div(
                new ScrollingTable(towns, "市町村ごとの件数"),
                new NativeDetails("担当課ごとに見る", new ScrollingTable(departments, "担当課ごとの件数")));
    }

    private static List<String> heads(String first) {
        return List.of(first, "照会", "未入力", "入力中", "差戻し", "承認待ち", "提出", "確定", "期限超過", "指摘");
    }

    private static HtmlTable.Row row(
            CollectionBoard board, HtmlTable table, String name, List<CollectionBoard.Part> parts) {
        HtmlTable.Row row = table.row(new Span(name)).figure(Integer.toString(parts.size()));
        for (TaskState state : List.of(
                TaskState.NOT_STARTED,
                TaskState.DRAFT,
                TaskState.RETURNED,
                TaskState.AWAITING_APPROVAL,
                TaskState.SUBMITTED,
                TaskState.CONFIRMED)) {
            row.figure(number(
                    parts.stream().filter(part -> part.task().state() == state).count()));
        }
        return row.figure(number(parts.stream()
                        .filter(part -> part.task().isOverdue(board.today()))
                        .count()))
                .figure(number(parts.stream()
                        .flatMap(part -> part.findings().stream())
                        .filter(finding -> finding.confirmation() == null)
                        .count()));
    }

    /** Zero is left blank, so that what there is stands out. */
    private static String number(long count) {
        return count == 0 ? "" : Long.toString(count);
    }

    static String desk(CollectionBoard.Part part) {
        return part.departmentName().isEmpty() ? part.townName() : part.townName() + " " + part.departmentName();
    }
}
