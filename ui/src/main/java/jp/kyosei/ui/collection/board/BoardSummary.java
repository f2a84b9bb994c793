package jp.kyosei.ui.collection.board;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.collection.board.CollectionBoard;
import jp.kyosei.backend.collection.task.TaskSelection;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.ui.plan.KeptTable;
import jp.kyosei.ui.plan.ScrollingTable;
import org.jspecify.annotations.Nullable;

/** How far each town and each of its departments is. It stays while steps are taken: what is unfolded stays so. */
final class BoardSummary extends Div {
    private final @Nullable RoundQuestions questions;
    private final KeptTable towns;
    private final KeptTable departments;

    /** @param questions reminds a town or a department alone; none where the reader does not remind */
    BoardSummary(@Nullable RoundQuestions questions) {
        this.questions = questions;
        towns = new KeptTable("件数", heads("市町村", questions));
        departments = new KeptTable("件数", heads("担当課", questions));
        towns.table().addClassName("town-counts");
        departments.table().addClassName("town-counts");
        add(
                new H2("市町村ごと"),
                new ScrollingTable(towns.table(), "市町村ごとの件数"),
                new NativeDetails("担当課ごとに見る", new ScrollingTable(departments.table(), "担当課ごとの件数")));
    }

    void show(CollectionBoard board) {
        Map<String, List<CollectionBoard.Part>> byTown = board.rows().stream()
                .flatMap(row -> row.parts().stream())
                .collect(Collectors.groupingBy(
                        part -> part.task().municipality().value(), TreeMap::new, Collectors.toList()));
        List<KeptTable.Line> ofTowns = new ArrayList<>();
        List<KeptTable.Line> ofDesks = new ArrayList<>();
        byTown.forEach((code, ofTown) -> {
            CollectionBoard.Part first = ofTown.getFirst();
            TaskSelection whole =
                    new TaskSelection(Set.of(), Set.of(first.task().municipality()));
            ofTowns.add(line(board, code, first.townName(), ofTown, whole));
            ofTown.stream()
                    .collect(Collectors.groupingBy(BoardSummary::desk, LinkedHashMap::new, Collectors.toList()))
                    .forEach((desk, parts) -> ofDesks.add(line(
                            board,
                            code + "/" + desk,
                            desk,
                            parts,
                            whole.inDepartments(Set.of(parts.getFirst().departmentName())))));
        });
        towns.show(ofTowns);
        departments.show(ofDesks);
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

    private KeptTable.Line line(
            CollectionBoard board, String key, String name, List<CollectionBoard.Part> parts, TaskSelection selection) {
        List<KeptTable.Cell> cells = new ArrayList<>(
                List.of(KeptTable.Cell.text(name), KeptTable.Cell.figure(Integer.toString(parts.size()))));
        for (TaskState state : List.of(
                TaskState.NOT_STARTED,
                TaskState.DRAFT,
                TaskState.RETURNED,
                TaskState.AWAITING_APPROVAL,
                TaskState.SUBMITTED,
                TaskState.CONFIRMED)) {
            cells.add(count(parts.stream().filter(part -> part.task().state() == state)));
        }
        cells.add(KeptTable.Cell.figure(BoardProgress.share(
                parts.stream().filter(CollectionBoard.Part::isDone).count(), parts.size())));
        cells.add(count(parts.stream().filter(part -> part.task().isOverdue(board.today()))));
        cells.add(count(parts.stream()
                .flatMap(part -> part.findings().stream())
                .filter(finding -> finding.confirmation() == null)));
        cells.add(KeptTable.Cell.text(parts.stream()
                .flatMap(part -> part.lastActivity().stream())
                .max(Comparator.naturalOrder())
                .map(BoardTable.MOMENT::format)
                .orElse("")));
        if (questions != null) {
            cells.add(remind(questions, name, parts, selection));
        }
        return new KeptTable.Line(key, "", false, cells);
    }

    private static KeptTable.Cell remind(
            RoundQuestions questions, String name, List<CollectionBoard.Part> parts, TaskSelection selection) {
        if (parts.stream().noneMatch(part -> part.task().state().isOpenForEntry())) {
            return KeptTable.Cell.text("");
        }
        return KeptTable.Cell.of("remind", () -> {
            Button remind = BoardHeading.action("督促", () -> questions.remind(name, selection));
            remind.addClassName("in-table");
            remind.setAriaLabel("%sに督促を送る".formatted(name));
            return remind;
        });
    }

    /** Zero is left blank, so that what there is stands out. */
    private static KeptTable.Cell count(Stream<?> counted) {
        long count = counted.count();
        return KeptTable.Cell.figure(count == 0 ? "" : Long.toString(count));
    }

    static String desk(CollectionBoard.Part part) {
        return part.departmentName().isEmpty() ? part.townName() : part.townName() + " " + part.departmentName();
    }
}
