package jp.kyosei.ui.staffing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import jp.kyosei.backend.staffing.plan.Gap;

/** What is left without anybody, each with what to do. */
final class GapList extends Div {
    private static final int SHOWN = 5;

    GapList(List<Gap> gaps) {
        addClassName("staffing-gaps");
        if (gaps.isEmpty()) {
            add(new Paragraph("ありません。どの仕事にも担当者がいます。"));
        } else {
            UnorderedList list = new UnorderedList();
            gaps.forEach(gap -> list.add(new ListItem(gap.words())));
            // A long list would push what is worked on off the screen.
            add(gaps.size() <= SHOWN ? list : new NativeDetails("%d件あります（一覧を開く）".formatted(gaps.size()), list));
        }
    }
}
