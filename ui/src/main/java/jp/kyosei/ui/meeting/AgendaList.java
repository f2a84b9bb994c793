package jp.kyosei.ui.meeting;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import jp.kyosei.backend.meeting.Agenda;

/** 次第, with what is numbered under its items. */
public final class AgendaList extends Div {
    public AgendaList(List<String> agenda) {
        if (agenda.isEmpty()) {
            add(new Paragraph("次第はまだ決まっていません。"));
            return;
        }
        OrderedList list = new OrderedList();
        list.addClassName("agenda");
        Agenda.of(agenda).items().forEach(item -> {
            ListItem line = new ListItem(item.text());
            item.numbered().forEach(under -> line.add(new Div(under)));
            list.add(line);
        });
        add(list);
    }
}
