package jp.kyosei.ui.collection.board;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.collection.board.CollectionBoard;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.evaluation.Consolidation;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.ui.collection.DueWords;
import jp.kyosei.ui.collection.StateChip;
import jp.kyosei.ui.form.CheckBox;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.plan.ScrollingTable;

/** Every indicator with the figure that the whole would have, and below it each town's part. */
final class BoardTable extends Div {
    static final DateTimeFormatter MOMENT = JapanTime.moments("M月d日 HH:mm");

    private final CollectionBoard board;
    private final boolean choosable;
    private final Runnable chosenAnew;
    private final Map<String, Map<MunicipalityCode, CheckBox>> boxes = new LinkedHashMap<>();

    /** @param chosenAnew called whenever a row is chosen or no longer */
    BoardTable(CollectionBoard board, BoardFilter filter, boolean choosable, Runnable chosenAnew) {
        this.board = board;
        this.choosable = choosable;
        this.chosenAnew = chosenAnew;
        addClassName("board");
        List<String> heads = new ArrayList<>(List.of(
                "指標・市町村",
                board.round().fiscalYear().previous().shortLabel(),
                board.round().fiscalYear().shortLabel(),
                "状態",
                "最後の動き",
                "指摘・連絡"));
        if (choosable) {
            heads.addFirst("選択");
        }
        HtmlTable table = new HtmlTable("指標ごとの進み具合", heads);
        int shown = 0;
        for (CollectionBoard.Row row : board.rows()) {
            List<CollectionBoard.Part> parts = row.parts().stream()
                    .filter(part -> filter.includes(board, part))
                    .toList();
            if (!parts.isEmpty()) {
                whole(table, row);
                parts.forEach(part -> part(table, row, part));
                shown += parts.size();
            }
        }
        if (choosable && shown > 0) {
            add(chooseAll());
        }
        add(shown == 0 ? new Paragraph("この条件に合うものはありません。") : new ScrollingTable(table, "指標ごとの進み具合"));
    }

    /** The towns that are chosen, by the number of the indicator. */
    Map<String, Set<MunicipalityCode>> chosen() {
        Map<String, Set<MunicipalityCode>> chosen = new LinkedHashMap<>();
        boxes.forEach((no, towns) -> towns.forEach((town, box) -> {
            if (box.getValue()) {
                chosen.computeIfAbsent(no, key -> new TreeSet<>()).add(town);
            }
        }));
        return chosen;
    }

    /** Of those that are chosen the ones in a state. */
    Map<String, Set<MunicipalityCode>> chosenIn(TaskState state) {
        Map<String, Set<MunicipalityCode>> chosen = chosen();
        Map<String, Set<MunicipalityCode>> found = new LinkedHashMap<>();
        board.rows().forEach(row -> row.parts().stream()
                .filter(part -> part.task().state() == state)
                .map(part -> part.task().municipality())
                .filter(chosen.getOrDefault(row.indicator().no(), Set.of())::contains)
                .forEach(town -> found.computeIfAbsent(row.indicator().no(), key -> new TreeSet<>())
                        .add(town)));
        return found;
    }

    void choose(Map<String, Set<MunicipalityCode>> wanted) {
        wanted.forEach((no, towns) -> boxes.getOrDefault(no, Map.of()).forEach((town, box) -> {
            if (towns.contains(town)) {
                box.setValue(true);
            }
        }));
    }

    void clear() {
        boxes.values().forEach(towns -> towns.values().forEach(box -> box.setValue(false)));
    }

    private Div chooseAll() {
        CheckBox all = new CheckBox("提出されたものをすべて選ぶ");
        all.addValueChangeListener(change -> board.rows().forEach(row -> row.parts().stream()
                .filter(part -> part.task().state() == TaskState.SUBMITTED)
                .forEach(part -> {
                    CheckBox box = boxes.getOrDefault(row.indicator().no(), Map.of())
                            .get(part.task().municipality());
                    if (box != null) {
                        box.setValue(change.getValue());
                    }
                })));
        Div line = new Div(all);
        line.addClassName("board-tools");
        return line;
    }

    private void whole(HtmlTable table, CollectionBoard.Row row) {
        Span name = new Span("No.%s %s（%s）"
                .formatted(
                        row.indicator().no(),
                        row.indicator().name(),
                        row.indicator().unit()));
        HtmlTable.Row line = choosable ? table.row(new Span()).cell(name) : table.row(name);
        line.figure(row.previous())
                .figure(row.consolidated())
                .text("")
                .text("")
                .text(about(row))
                .marked("whole");
    }

    private static String about(CollectionBoard.Row row) {
        String how = row.indicator().reporters().size() > 1
                ? row.indicator().consolidation().label()
                : "";
        if (row.indicator().consolidation() == Consolidation.ENTERED) {
            return row.joint() == null ? how + "（未入力）" : how;
        }
        return row.missing().isEmpty() || row.indicator().reporters().size() < 2
                ? how
                : "%s　%s の値がまだありません".formatted(how, String.join("、", row.missing()));
    }

    private void part(HtmlTable table, CollectionBoard.Row row, CollectionBoard.Part part) {
        String no = row.indicator().no();
        MunicipalityCode town = part.task().municipality();
        Anchor name = new Anchor(
                new PlanAddress(board.content().plan().slug())
                        .entry(board.round().fiscalYear(), town.value()),
                BoardSummary.desk(part));
        Div named = new Div(name);
        named.addClassName("part-name");
        HtmlTable.Row line;
        if (choosable) {
            CheckBox box = new CheckBox("No.%s %sを選ぶ".formatted(no, part.townName())).inTable();
            box.addValueChangeListener(change -> chosenAnew.run());
            boxes.computeIfAbsent(no, key -> new LinkedHashMap<>()).put(town, box);
            line = table.row(box).cell(named);
        } else {
            line = table.row(named);
        }
        Div state = new Div(new StateChip(part.task().state()));
        if (part.task().isOverdue(board.today())) {
            Span overdue = new Span(" 期限超過");
            overdue.addClassName("overdue");
            state.add(overdue);
        }
        if (!part.task().dueOn().equals(board.round().dueOn())) {
            Span due = new Span(" " + DueWords.day(part.task().dueOn()));
            due.addClassName("small");
            state.add(due);
        }
        line.text("").figure(part.figure()).cell(state).cell(moment(part)).cell(remarks(part));
    }

    private static Span moment(CollectionBoard.Part part) {
        Span moment = new Span(part.lastActivity().map(MOMENT::format).orElse(""));
        moment.addClassNames("moment", "small");
        return moment;
    }

    private static Div remarks(CollectionBoard.Part part) {
        Div remarks = new Div();
        part.findings().forEach(finding -> {
            Span flag = new Span((finding.confirmation() == null ? "⚑ " : "✓ ")
                    + finding.check().code().label());
            flag.addClassName("flag");
            flag.getElement().setAttribute("title", finding.check().message());
            remarks.add(flag);
        });
        if (!part.task().comment().isEmpty()) {
            remarks.add(new Span("差戻し：" + part.task().comment()));
        }
        return remarks;
    }
}
