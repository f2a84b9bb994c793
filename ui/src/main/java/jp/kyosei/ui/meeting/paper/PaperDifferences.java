package jp.kyosei.ui.meeting.paper;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import jp.kyosei.backend.meeting.paper.Difference;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.plan.ScrollingTable;
import org.jspecify.annotations.Nullable;

/** What has changed since a paper was issued, below the paper, which has not. */
final class PaperDifferences extends Div {
    PaperDifferences(List<Difference> differences) {
        H2 head = new H2("発行後に変わったところ（%d）".formatted(differences.size()));
        head.setId("differences");
        add(head);
        if (differences.isEmpty()) {
            add(new Paragraph("発行したときから変わっていません。"));
            return;
        }
        add(new Paragraph("上の資料は発行したときのままです。変わったところだけを並べます。"), table(differences));
    }

    private static Component table(List<Difference> differences) {
        HtmlTable table = new HtmlTable("発行したときといまの違い", List.of("対象", "項目", "発行時", "現在"));
        table.addClassName("differences");
        differences.forEach(difference -> table.row(new Span(of(difference)))
                .text(difference.field())
                .text(words(difference.issued()))
                .text(words(difference.current())));
        return new ScrollingTable(table, "発行したときといまの違い");
    }

    private static String of(Difference difference) {
        return difference.no().isEmpty() ? difference.name() : "No.%s %s".formatted(difference.no(), difference.name());
    }

    private static String words(@Nullable String text) {
        return text == null || text.isEmpty() ? "（なし）" : text;
    }
}
