package jp.kyosei.ui.collection.board;

import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import jp.kyosei.backend.collection.board.CollectionBoard;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.ui.form.PlainSelect;

/** Which tasks of a board are shown: of a town, of a department, in a state. */
final class BoardFilter extends Div {
    private static final String ALL = "";
    private static final String FINDINGS = "findings";
    private static final String OVERDUE = "overdue";
    private static final String WAITING = "waiting";

    private final Runnable changed;
    private List<Map<String, String>> offered = List.of();
    private String town = ALL;
    private String department = ALL;
    private String state = ALL;

    BoardFilter(Runnable changed) {
        this.changed = changed;
        addClassName("board-tools");
    }

    /** Offers what occurs in a board; a choice that is made stays. */
    void offer(CollectionBoard board) {
        Map<String, String> towns = new LinkedHashMap<>(Map.of(ALL, "すべて"));
        Map<String, String> departments = new LinkedHashMap<>(Map.of(ALL, "すべて"));
        board.parts().forEach(part -> {
            towns.put(part.task().municipality().value(), part.townName());
            departments.put(key(part), BoardSummary.desk(part));
        });
        List<Map<String, String>> fresh = List.of(towns, departments);
        if (!fresh.equals(offered)) {
            offered = fresh;
            offer();
        }
    }

    private void offer() {
        removeAll();
        Map<String, String> states = new LinkedHashMap<>();
        states.put(ALL, "すべて");
        states.put(WAITING, "未提出");
        states.put(OVERDUE, "期限を過ぎたもの");
        states.put(FINDINGS, "指摘のあるもの");
        for (TaskState one : TaskState.values()) {
            states.put(one.name(), one.label());
        }
        add(
                choice("市町村", offered.getFirst(), town, value -> town = value),
                choice("担当課", offered.getLast(), department, value -> department = value),
                choice("状態", states, state, value -> state = value));
    }

    /** Shows those in that state, of all towns and departments. */
    void choose(TaskState wanted) {
        town = ALL;
        department = ALL;
        state = wanted.name();
        if (!offered.isEmpty()) {
            offer();
        }
        changed.run();
    }

    boolean includes(CollectionBoard board, CollectionBoard.Part part) {
        boolean inTown = town.isEmpty() || part.task().municipality().value().equals(town);
        boolean inDepartment = department.isEmpty() || key(part).equals(department);
        boolean inState =
                switch (state) {
                    case ALL -> true;
                    case FINDINGS -> part.findings().stream().anyMatch(finding -> finding.confirmation() == null);
                    case OVERDUE -> part.task().isOverdue(board.today());
                    case WAITING -> part.task().state().isOpenForEntry();
                    default -> part.task().state().name().equals(state);
                };
        return inTown && inDepartment && inState;
    }

    private PlainSelect choice(String label, Map<String, String> choices, String chosen, Consumer<String> keep) {
        PlainSelect select = new PlainSelect(label, choices);
        if (choices.containsKey(chosen)) {
            select.setValue(chosen);
        }
        select.addValueChangeListener(change -> {
            keep.accept(change.getValue());
            changed.run();
        });
        return select;
    }

    private static String key(CollectionBoard.Part part) {
        return part.task().municipality().value() + "/" + part.departmentName();
    }
}
