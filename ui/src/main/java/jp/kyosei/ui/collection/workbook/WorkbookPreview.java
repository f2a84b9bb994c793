package jp.kyosei.ui.collection.workbook;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.workbook.Decisions;
import jp.kyosei.backend.workbook.UploadedWorkbook;
import jp.kyosei.backend.workbook.WorkbookItem;
import jp.kyosei.backend.workbook.WorkbookProblem;
import jp.kyosei.ui.form.PlainSelect;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.plan.ScrollingTable;
import jp.kyosei.ui.shell.SmallPrint;

/** What a workbook would change, what is wrong with it, and the questions that its reader has to answer. */
final class WorkbookPreview extends Div {
    private static final DateTimeFormatter MOMENT = JapanTime.moments("M月d日 HH:mm");
    private static final String USE = "use";
    private static final String KEEP = "keep";

    private final Map<String, PlainSelect> choices = new LinkedHashMap<>();
    private final Paragraph open = new Paragraph();
    private final Consumer<Decisions> apply;

    WorkbookPreview(String fileName, UploadedWorkbook uploaded, Consumer<Decisions> apply) {
        this.apply = apply;
        addClassName("workbook-preview");
        getElement().setAttribute("tabindex", "-1");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", "送ったExcelの確認");
        // No heading: it stands below one of another rank on each screen.
        Paragraph title = new Paragraph("送ったExcelの確認");
        title.addClassName("workbook-verdict");
        add(title, new Paragraph("%s　%s".formatted(fileName, counts(uploaded))));
        boolean blocked = uploaded.problems().stream().anyMatch(WorkbookProblem::blocking);
        if (!uploaded.problems().isEmpty()) {
            add(problems(uploaded.problems(), blocked));
        }
        if (!uploaded.items().isEmpty()) {
            add(new ScrollingTable(changes(uploaded.items()), "変わるもの"));
        }
        if (blocked) {
            add(strong("何も登録していません。直すところをExcelで直して保存し、もう一度送ってください。"));
        } else if (uploaded.canBeApplied() || !choices.isEmpty()) {
            Button button = new Button("登録する", click -> decide());
            button.addClassNames("button", "primary");
            open.addClassName("ask-problem");
            open.getElement().setAttribute("role", "alert");
            Div buttons = new Div(button);
            buttons.addClassName("button-row");
            add(open, buttons);
        } else {
            add(strong("登録されている値と同じです。登録するものはありません。"));
        }
    }

    private static String counts(UploadedWorkbook uploaded) {
        Map<WorkbookItem.Standing, Integer> counts = new LinkedHashMap<>();
        for (WorkbookItem.Standing standing : WorkbookItem.Standing.values()) {
            int count = (int) uploaded.items().stream()
                    .filter(item -> item.standing() == standing)
                    .count();
            if (count > 0) {
                counts.put(standing, count);
            }
        }
        StringBuilder words = new StringBuilder();
        counts.forEach((standing, count) -> words.append("%s %d 件　".formatted(standing.label(), count)));
        return words.append("変更なし %d 件".formatted(uploaded.unchanged())).toString();
    }

    private static Component problems(List<WorkbookProblem> problems, boolean blocked) {
        HtmlTable table = new HtmlTable(blocked ? "直すところ" : "確かめること", List.of("セル", "番号", "内容"));
        for (WorkbookProblem problem : problems) {
            CellPlace place = problem.place();
            table.row(new Span(place == null ? "全体" : place.name()))
                    .text(problem.no())
                    .text(problem.message())
                    .marked(problem.blocking() ? "workbook-wrong" : "");
        }
        return new ScrollingTable(table, blocked ? "直すところ" : "確かめること");
    }

    private HtmlTable changes(List<WorkbookItem> items) {
        HtmlTable table = new HtmlTable("変わるもの", List.of("セル", "指標", "欄", "登録されている値", "この表の値", "どうするか"));
        for (WorkbookItem item : items) {
            Span stored = new Span(item.stored());
            stored.addClassName("workbook-text");
            Div before = new Div(stored);
            Instant at = item.storedAt();
            if (item.standing() == WorkbookItem.Standing.STALE && at != null) {
                before.add(new SmallPrint("%s　%s".formatted(item.storedBy(), MOMENT.format(at))));
            }
            String empty = item.standing() == WorkbookItem.Standing.BLANK ? "（空欄）" : "（空にする）";
            Span given = new Span(item.given().isEmpty() ? empty : item.given());
            given.addClassName("workbook-text");
            Div after = new Div(given);
            if (!item.hint().isEmpty()) {
                after.add(new SmallPrint(item.hint()));
            }
            table.row(new Span(item.place().name()))
                    .text("%s %s".formatted(item.no(), item.indicator()))
                    .text(item.part().label())
                    .cell(before)
                    .cell(after)
                    .cell(standing(item))
                    .marked(item.standing() == WorkbookItem.Standing.STALE ? "workbook-stale" : "");
        }
        return table;
    }

    private Component standing(WorkbookItem item) {
        Map<String, String> words = new LinkedHashMap<>();
        return switch (item.standing()) {
            case NEW, CHANGED, CLEARED, KEPT -> new Span(item.standing().label());
            case BLANK -> {
                words.put(KEEP, "登録されている値を残す");
                words.put(USE, "空にする");
                yield question(item, words, "Excelの欄が空になっています。");
            }
            case STALE -> {
                words.put("", "選んでください");
                words.put(USE, "この表の値にする");
                words.put(KEEP, "登録されている値を残す");
                yield question(item, words, "Excelを作ったあとに、ほかの入力がありました。");
            }
        };
    }

    private Component question(WorkbookItem item, Map<String, String> words, String why) {
        PlainSelect choice = new PlainSelect(
                        "No.%s %s をどうするか".formatted(item.no(), item.part().label()), words)
                .inTable();
        choices.put(item.decision(), choice);
        return new Div(new SmallPrint(why), choice);
    }

    private void decide() {
        Set<String> use = new HashSet<>();
        Set<String> keep = new HashSet<>();
        int undecided = 0;
        for (Map.Entry<String, PlainSelect> choice : choices.entrySet()) {
            switch (choice.getValue().getValue()) {
                case USE -> use.add(choice.getKey());
                case KEEP -> keep.add(choice.getKey());
                default -> undecided++;
            }
        }
        if (undecided > 0) {
            open.setText("「選んでください」が %d 件残っています。どちらの値にするかを選んでください。".formatted(undecided));
            return;
        }
        apply.accept(new Decisions(use, keep));
    }

    private static Paragraph strong(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassName("workbook-verdict");
        return paragraph;
    }
}
