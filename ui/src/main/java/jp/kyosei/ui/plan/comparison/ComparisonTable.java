package jp.kyosei.ui.plan.comparison;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import jp.kyosei.backend.revision.comparison.ChangeKind;
import jp.kyosei.backend.revision.comparison.ComparedVersions;
import jp.kyosei.backend.revision.comparison.FieldChange;
import jp.kyosei.backend.revision.comparison.VersionChange;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.plan.ScrollingTable;
import jp.kyosei.ui.plan.VersionWords;

/** The two versions side by side: a line for each field, below a line that names its thing. */
final class ComparisonTable extends Div {
    private static final int COLUMNS = 4;

    ComparisonTable(ComparedVersions compared, List<VersionChange> shown) {
        HtmlTable table = new HtmlTable(
                "新旧対照表",
                List.of(
                        "項目",
                        "新　" + VersionWords.of(compared.after().version()),
                        "旧　" + VersionWords.of(compared.before().version()),
                        "変更の理由"));
        table.addClassName("comparison");
        for (VersionChange change : shown) {
            table.group(title(change), COLUMNS);
            boolean marked = change.kind() == ChangeKind.CHANGED || change.kind() == ChangeKind.MOVED;
            for (FieldChange field : change.fields()) {
                table.row(new Span(field.label()))
                        .cell(words(field.after(), marked ? "changed" : ""))
                        .cell(words(field.before(), ""))
                        .cell(words(change.reasonOf(field.field()), ""));
            }
        }
        add(new ScrollingTable(table, "新旧対照表"));
    }

    /** 【変更】指標 1-1-1-1 三洞入洞者数（1-1-1 観光地域づくり）. */
    private static String title(VersionChange change) {
        String place = change.place().isEmpty() ? "" : "（%s）".formatted(change.place());
        return "【%s】%s　%s%s".formatted(change.kind().label(), change.what().label(), change.title(), place);
    }

    private static Component words(String text, String mark) {
        Div words = new Div(text.isEmpty() ? "—" : text);
        words.addClassName("words");
        if (!mark.isEmpty() && !text.isEmpty()) {
            words.addClassName(mark);
        }
        return words;
    }
}
