package jp.kyosei.ui.collection.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.kyosei.backend.collection.board.CollectionBoard;
import jp.kyosei.backend.collection.task.TaskSelection;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.plan.ScrollingTable;
import org.jspecify.annotations.Nullable;

/** How far each town and each of its departments is. */
final class BoardSummary {
    private BoardSummary() {}

    /** @param questions reminds a town or a department alone; none where the reader does not remind */
    static Component of(CollectionBoard board, @Nullable RoundQuestions questions) {
        Map<String, List<CollectionBoard.Part>> byTown = board.rows().stream()
                .flatMap(row -> row.parts().stream())
                .collect(Collectors.groupingBy(
                        part -> part.task().municipality().value(), TreeMap::new, Collectors.toList()));
        HtmlTable towns = new HtmlTable("件数", heads("市町村", questions));
        HtmlTable departments = new HtmlTable("件数", heads("担当課", questions));
        byTown.values().forEach(ofTown -> {
            CollectionBoard.Part first = ofTown.getFirst();
            Set<MunicipalityCode> town = Set.of(first.task().municipality());
            HtmlTable.Row whole = row(board, towns, first.townName(), ofTown);
            remind(whole, questions, first.townName(), ofTown, new TaskSelection(Set.of(), town));
            ofTown.stream()
                    .collect(Collectors.groupingBy(BoardSummary::desk, LinkedHashMap::new, Collectors.toList()))
                    .forEach((desk, parts) -> remind(
                            row(board, departments, desk, parts),
                            questions,
                            desk,
                            parts,
                            new TaskSelection(Set.of(), town)
                                    .inDepartments(Set.of(parts.getFirst().departmentName()))));
        });
        return new Div(
                new ScrollingTable(towns, "市町村ごとの件数"),
                new NativeDetails("担当課ごとに見る", new ScrollingTable(departments, "担当課ごとの件数")));
    }

    /** Whether something waits for a superior. */
    static boolean awaitsApproval(CollectionBoard board) {
        return board.rows().stream()
                .flatMap(row -> row.parts().stream())
                .anyMatch(part -> part.task().state() == TaskState.AWAITING_APPROVAL);
    }

    private static List<String> heads(String first, @Nullable RoundQuestions questions) {
        List<String> heads = new ArrayList<>(
                List.of(first, "照会", "未入力", "入力中", "差戻し", "承認待ち", "提出", "確定", "提出・確定", "期限超過", "指摘", "最後の動き"));
        if (questions != null) {
            heads.add("督促");
        }
        return heads;
    }

    private static void remind(
            HtmlTable.Row row,
            @Nullable RoundQuestions questions,
            String name,
            List<CollectionBoard.Part> parts,
            TaskSelection selection) {
        if (questions == null) {
            return;
        }
        if (parts.stream().noneMatch(part -> part.task().state().isOpenForEntry())) {
            row.text("");
            return;
        }
        Button remind = BoardHeading.action("督促", () -> questions.remind(name, selection));
        remind.addClassName("in-table");
        remind.setAriaLabel("%sに督促を送る".formatted(name));
        row.cell(remind);
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
        return row.figure(BoardProgress.share(
                        parts.stream().filter(CollectionBoard.Part::isDone).count(), parts.size()))
                .figure(number(parts.stream()
                        .filter(part -> part.task().isOverdue(board.today()))
                        .count()))
                .figure(number(parts.stream()
                        .flatMap(part -> part.findings().stream())
                        .filter(finding -> finding.confirmation() == null)
                        .count()))
                .text(parts.stream()
                        .flatMap(part -> part.lastActivity().stream())
                        .max(Comparator.naturalOrder())
                        .map(BoardTable.MOMENT::format)
                        .orElse(""));
    }

    /** Zero is left blank, so that what there is stands out. */
    private static String number(long count) {
        return count == 0 ? "" : Long.toString(count);
    }

    static String desk(CollectionBoard.Part part) {
        return part.departmentName().isEmpty() ? part.townName() : part.townName() + " " + part.departmentName();
    }
}
