package jp.kyosei.ui.importing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.importing.comparing.RecalledColumn;
import jp.kyosei.backend.importing.inbox.RememberedColumn;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.ui.plan.HtmlTable;

/** Which columns were read as somebody said in an earlier import, and the way to forget it. */
final class RememberedBox extends Div {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm");

    /** @param forget forgets what lies under the key and lays the screen out anew */
    RememberedBox(List<RecalledColumn> recalled, Consumer<String> forget) {
        HtmlTable table = new HtmlTable("覚えていた読み取り方", List.of("列", "見出し", "内容", "直したとき", ""));
        for (RecalledColumn each : recalled) {
            RememberedColumn remembered = each.remembered();
            String column = new CellPlace(each.sheet(), 0, each.index()).name().replaceAll("[0-9]", "");
            Button button = new Button("忘れる", click -> forget.accept(remembered.key()));
            button.addClassName("button");
            button.setAriaLabel("%s列の読み取り方を忘れる".formatted(column));
            table.row(new Span(each.sheet().isEmpty() ? column : each.sheet() + " " + column))
                    .text(remembered.label())
                    .text(remembered.kind().label())
                    .text("%s（%s、%s）"
                            .formatted(
                                    remembered.fileName(),
                                    remembered.by(),
                                    WHEN.format(remembered.at().atZone(JapanTime.ZONE))))
                    .cell(button);
        }
        Div scrolling = new Div(table);
        scrolling.addClassName("import-scroll");
        add(
                new H2("この取込で覚えていたこと"),
                new Paragraph("前に同じ見出しの表で直した読み取り方を使いました。違うときは「忘れる」を押すと、見出しの言葉から読み直します。"),
                scrolling);
    }
}
