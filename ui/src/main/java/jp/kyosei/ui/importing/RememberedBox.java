package jp.kyosei.ui.importing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.importing.comparing.RecalledColumn;
import jp.kyosei.backend.importing.inbox.RememberedColumn;
import jp.kyosei.backend.importing.naming.RememberedName;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.ui.plan.HtmlTable;

/** Which columns and names were read as somebody said in an earlier import, and the way to forget it. */
final class RememberedBox extends Div {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm");

    /** @param forget forgets what lies under the key and lays the screen out anew */
    RememberedBox(List<RecalledColumn> recalled, List<RememberedName> names, Consumer<String> forget) {
        add(new H2("この取込で覚えていたこと"), new Paragraph("前の取込で答えたとおりに読みました。違うときは「忘れる」を押すと、読み直します。"));
        if (!recalled.isEmpty()) {
            add(scrolling(columns(recalled, forget)));
        }
        if (!names.isEmpty()) {
            add(scrolling(names(names, forget)));
        }
    }

    private static HtmlTable columns(List<RecalledColumn> recalled, Consumer<String> forget) {
        HtmlTable table = new HtmlTable("覚えていた読み取り方", List.of("列", "見出し", "内容", "直したとき", ""));
        for (RecalledColumn each : recalled) {
            RememberedColumn remembered = each.remembered();
            String column = new CellPlace(each.sheet(), 0, each.index()).name().replaceAll("[0-9]", "");
            table.row(new Span(each.sheet().isEmpty() ? column : each.sheet() + " " + column))
                    .text(remembered.label())
                    .text(remembered.kind().label())
                    .text(said(remembered.fileName(), remembered.by(), remembered.at()))
                    .cell(button("%s列の読み取り方を忘れる".formatted(column), remembered.key(), forget));
        }
        return table;
    }

    private static HtmlTable names(List<RememberedName> names, Consumer<String> forget) {
        HtmlTable table = new HtmlTable("覚えていた指標名", List.of("ファイルの指標名", "計画の指標", "答え", "答えたとき", ""));
        for (RememberedName each : names) {
            table.row(new Span(each.name()))
                    .text(each.indicatorName())
                    .text(each.same() ? "同じ指標" : "別の指標（取り込まない）")
                    .text(said(each.fileName(), each.by(), each.at()))
                    .cell(button("「%s」への答えを忘れる".formatted(each.name()), each.key(), forget));
        }
        return table;
    }

    private static String said(String fileName, String by, Instant at) {
        return "%s（%s、%s）".formatted(fileName, by, WHEN.format(at.atZone(JapanTime.ZONE)));
    }

    private static Button button(String label, String key, Consumer<String> forget) {
        Button button = new Button("忘れる", click -> forget.accept(key));
        button.addClassName("button");
        button.setAriaLabel(label);
        return button;
    }

    private static Div scrolling(HtmlTable table) {
        Div scrolling = new Div(table);
        scrolling.addClassName("import-scroll");
        return scrolling;
    }
}
