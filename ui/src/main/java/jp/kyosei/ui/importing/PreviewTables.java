package jp.kyosei.ui.importing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.importing.applying.ImportPreview;
import jp.kyosei.backend.importing.comparing.PlannedChange;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.ui.plan.HtmlTable;
import org.jspecify.annotations.Nullable;

/** What an import would change and what is wrong with it, counted and listed. */
final class PreviewTables {
    private static final int MOST_SHOWN = 300;

    private PreviewTables() {}

    static Component counts(ImportPreview preview) {
        Div counts = new Div();
        counts.addClassName("import-counts");
        counts.getElement().setAttribute("role", "group");
        counts.getElement().setAttribute("aria-label", "取り込む内容の件数");
        Map<String, Long> numbers = new LinkedHashMap<>();
        numbers.put("指標", (long) preview.indicators());
        numbers.put("新しく入る", preview.countNew());
        numbers.put("変わる", preview.changes().size() - preview.countNew());
        numbers.put("同じ", (long) preview.unchanged());
        numbers.put("直すところ", preview.count(Finding.Weight.PROBLEM));
        numbers.put("指摘", preview.count(Finding.Weight.CHECK));
        numbers.forEach((name, number) -> {
            Span label = new Span(name);
            Span value = new Span("%,d".formatted(number));
            value.addClassName("number");
            Div count = new Div(label, value);
            if (name.equals("直すところ") && number > 0) {
                count.addClassName("bad");
            }
            counts.add(count);
        });
        return counts;
    }

    static Component findings(String caption, List<Finding> findings) {
        HtmlTable table = new HtmlTable(shown(caption, findings.size()), List.of("セル", "指標", "内容"));
        findings.stream().limit(MOST_SHOWN).forEach(finding -> table.row(new Span(place(finding.place())))
                .text(finding.no())
                .text(finding.message()));
        return scrolling(table);
    }

    private static String place(@Nullable CellPlace place) {
        if (place == null) {
            return "ファイル全体";
        }
        return place.sheet().isEmpty() ? place.name() : "%s %s".formatted(place.sheet(), place.name());
    }

    private static String shown(String caption, int size) {
        return size <= MOST_SHOWN
                ? "%s（%,d件）".formatted(caption, size)
                : "%s（%,d件のうち先頭の%d件）".formatted(caption, size, MOST_SHOWN);
    }

    static Component changes(ImportPreview preview) {
        HtmlTable table = new HtmlTable(
                shown("変わる内容", preview.changes().size()), List.of("指標", "年度", "市町村", "種類", "いま", "取り込み後", "セル"));
        preview.changes().stream().limit(MOST_SHOWN).forEach(change -> {
            HtmlTable.Row row = table.row(new Span(change.no() + " " + change.name()))
                    .text(change.fiscalYear().shortLabel())
                    .text(change.whose())
                    .text(change.what().label());
            if (change.what() == PlannedChange.What.ACTUAL) {
                row.figure(change.before()).figure(change.after());
            } else {
                row.text(change.before()).text(change.after());
            }
            row.text(place(change.place()));
        });
        return scrolling(table);
    }

    private static Component scrolling(HtmlTable table) {
        Div scrolling = new Div(table);
        scrolling.addClassName("import-scroll");
        scrolling.getElement().setAttribute("tabindex", "0");
        scrolling.getElement().setAttribute("role", "region");
        scrolling.getElement().setAttribute("aria-label", "横に動かせる表");
        return scrolling;
    }
}
