package jp.kyosei.ui.results;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.results.GradeCounts;
import jp.kyosei.backend.results.SectionCounts;
import jp.kyosei.backend.results.Summary;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.plan.ScrollingTable;

/** How many indicators have which grade, against last year: by kind, and by section. */
final class GradeTables {
    private GradeTables() {}

    static Component byKind(Summary summary) {
        HtmlTable table = new HtmlTable("種類ごとの件数（かっこ内は前年）", heads(summary, "種類"));
        summary.byKind().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> fill(
                        table.row(new Span(entry.getKey().label())),
                        summary,
                        entry.getValue().counts(),
                        entry.getValue().previous()));
        fill(table.row(new Span("合計")), summary, summary.counts(), summary.previous())
                .marked("total");
        return new ScrollingTable(table, "種類ごとの件数");
    }

    static Component bySection(Summary summary) {
        HtmlTable table = new HtmlTable("体系ごとの件数（かっこ内は前年）", heads(summary, "体系"));
        for (SectionCounts counts : summary.bySection()) {
            Span name =
                    new Span(counts.section().number() + " " + counts.section().title());
            Div head = new Div(name);
            if (summary.byKind().size() > 1) {
                Span kind = new Span(counts.kind().label());
                kind.addClassName("kind");
                head.add(kind);
            }
            fill(table.row(head), summary, counts.counts(), counts.previous())
                    .marked("level-" + counts.section().level());
        }
        return new ScrollingTable(table, "体系ごとの件数");
    }

    private static List<String> heads(Summary summary, String first) {
        List<String> heads = new ArrayList<>(List.of(first));
        heads.addAll(summary.rules().labels());
        heads.add("計");
        return heads;
    }

    private static HtmlTable.Row fill(HtmlTable.Row row, Summary summary, GradeCounts counts, GradeCounts previous) {
        summary.rules()
                .labels()
                .forEach(label -> row.figure("%d（%d）".formatted(counts.count(label), previous.count(label))));
        return row.figure(Integer.toString(counts.total()));
    }
}
