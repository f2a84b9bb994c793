package jp.kyosei.ui.meeting.minutes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import jp.kyosei.backend.discussion.markup.NoteMarkup;

/** How minutes that are being written will look. */
final class MinutesPreview extends Div {
    MinutesPreview() {
        addClassNames("minutes-preview", "minutes-text");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", "見え方");
        setVisible(false);
    }

    void show(String typed) {
        removeAll();
        add(new H2("見え方"), html(typed));
        setVisible(true);
        getElement().executeJs("this.scrollIntoView({ block: 'nearest' })");
    }

    static Component html(String text) {
        return new Html("<div class=\"minutes-text\">%s</div>".formatted(NoteMarkup.minutesHtml(text)));
    }
}
