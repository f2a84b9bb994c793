package jp.kyosei.ui.meeting;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/** 次第. */
public final class AgendaList extends Div {
    public AgendaList(List<String> agenda) {
        if (agenda.isEmpty()) {
            add(new Paragraph("次第はまだ決まっていません。"));
            return;
        }
        OrderedList list = new OrderedList();
        list.addClassName("agenda");
        agenda.forEach(item -> list.add(new ListItem(item)));
        add(list);
    }
}
