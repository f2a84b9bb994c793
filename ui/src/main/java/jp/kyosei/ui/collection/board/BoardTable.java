package jp.kyosei.ui.collection.board;

import com.vaadin.flow.component.Component;
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
import jp.kyosei.ui.plan.KeptTable;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.plan.ScrollingTable;

/**
 * Every indicator with the figure that the whole would have, and below it each town's part. It stays while steps are taken, others
 * enter figures, and something else is looked for.
 */
final class BoardTable extends Div {
    static final DateTimeFormatter MOMENT = JapanTime.moments("M月d日 HH:mm");

    private final boolean choosable;
    private final Runnable chosenAnew;
    private final KeptTable table;
    private final CheckBox all = new CheckBox("提出されたものをすべて選ぶ");
    private final Div tools = new Div(all);
    private final Paragraph nothing = new Paragraph("この条件に合うものはありません。");
    private final ScrollingTable scroller;
    private final Map<String, Map<MunicipalityCode, CheckBox>> boxes = new LinkedHashMap<>();
    private CollectionBoard board;

    /** @param chosenAnew called whenever a row is chosen or no longer */
    BoardTable(CollectionBoard board, boolean choosable, Runnable chosenAnew) {
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
        table = new KeptTable("指標ごとの進み具合", heads);
        scroller = new ScrollingTable(table.table(), "指標ごとの進み具合");
        tools.addClassName("board-tools");
        all.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chooseSubmitted(change.getValue());
            }
        });
        add(tools, nothing, scroller);
    }

    /** Shows what is looked for; what is chosen stays chosen as long as it is seen. */
    void show(CollectionBoard found, BoardFilter filter) {
        board = found;
        List<KeptTable.Line> lines = new ArrayList<>();
        int shown = 0;
        for (CollectionBoard.Row row : found.rows()) {
            int before = shown;
            int place = lines.size();
            for (CollectionBoard.Part part : row.parts()) {
                boolean seen = filter.includes(found, part);
                lines.add(part(row, part, !seen));
                shown += seen ? 1 : 0;
                if (choosable && !seen) {
                    box(row, part).setValue(false);
                }
            }
            lines.add(place, whole(row, shown == before));
        }
        table.show(lines);
        all.setValue(false);
        tools.setVisible(choosable && shown > 0);
        nothing.setVisible(shown == 0);
        scroller.setVisible(shown > 0);
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

    /** Chooses nothing any more. */
    void clear() {
        boxes.values().forEach(towns -> towns.values().forEach(box -> box.setValue(false)));
    }

    private void chooseSubmitted(boolean chosen) {
        board.rows().forEach(row -> row.parts().stream()
                .filter(part -> part.task().state() == TaskState.SUBMITTED)
                .forEach(part -> box(row, part).setValue(chosen)));
    }

    private CheckBox box(CollectionBoard.Row row, CollectionBoard.Part part) {
        String no = row.indicator().no();
        return boxes.computeIfAbsent(no, key -> new LinkedHashMap<>())
                .computeIfAbsent(part.task().municipality(), town -> {
                    CheckBox box = new CheckBox("No.%s %sを選ぶ".formatted(no, part.townName())).inTable();
                    box.addValueChangeListener(change -> chosenAnew.run());
                    return box;
                });
    }

    private KeptTable.Line whole(CollectionBoard.Row row, boolean hidden) {
        List<KeptTable.Cell> cells = new ArrayList<>();
        if (choosable) {
            cells.add(KeptTable.Cell.text(""));
        }
        cells.addAll(List.of(
                KeptTable.Cell.text("No.%s %s（%s）"
                        .formatted(
                                row.indicator().no(),
                                row.indicator().name(),
                                row.indicator().unit())),
                KeptTable.Cell.figure(row.previous()),
                KeptTable.Cell.figure(row.consolidated()),
                KeptTable.Cell.text(""),
                KeptTable.Cell.text(""),
                KeptTable.Cell.text(about(row))));
        return new KeptTable.Line(row.indicator().no(), "whole", hidden, cells);
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

    private KeptTable.Line part(CollectionBoard.Row row, CollectionBoard.Part part, boolean hidden) {
        String no = row.indicator().no();
        MunicipalityCode town = part.task().municipality();
        List<KeptTable.Cell> cells = new ArrayList<>();
        if (choosable) {
            cells.add(KeptTable.Cell.of("box", () -> box(row, part)));
        }
        String address = new PlanAddress(board.content().plan().slug())
                .entry(board.round().fiscalYear(), town.value());
        cells.addAll(List.of(
                KeptTable.Cell.of(BoardSummary.desk(part), () -> {
                    Div named = new Div(new Anchor(address, BoardSummary.desk(part)));
                    named.addClassName("part-name");
                    return named;
                }),
                KeptTable.Cell.text(""),
                KeptTable.Cell.figure(part.figure()),
                state(part),
                moment(part),
                remarks(part)));
        return new KeptTable.Line(no + "/" + town.value(), "", hidden, cells);
    }

    private KeptTable.Cell state(CollectionBoard.Part part) {
        TaskState state = part.task().state();
        String overdue = part.task().isOverdue(board.today()) ? " 期限超過" : "";
        String due = part.task().dueOn().equals(board.round().dueOn())
                ? ""
                : " " + DueWords.day(part.task().dueOn());
        return KeptTable.Cell.of(
                List.of(state, overdue, due),
                () -> new Div(new StateChip(state), words(overdue, "overdue"), words(due, "small")));
    }

    private static Span words(String words, String className) {
        Span span = new Span(words);
        span.addClassName(className);
        span.setVisible(!words.isEmpty());
        return span;
    }

    private static KeptTable.Cell moment(CollectionBoard.Part part) {
        String said = part.lastActivity().map(MOMENT::format).orElse("");
        return KeptTable.Cell.of(said, () -> {
            Span moment = new Span(said);
            moment.addClassNames("moment", "small");
            return moment;
        });
    }

    private static KeptTable.Cell remarks(CollectionBoard.Part part) {
        return KeptTable.Cell.of(List.of(part.findings(), part.task().comment()), () -> {
            List<Component> remarks = new ArrayList<>();
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
            return new Div(remarks.toArray(Component[]::new));
        });
    }
}
