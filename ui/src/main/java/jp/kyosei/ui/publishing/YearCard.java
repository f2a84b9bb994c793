package jp.kyosei.ui.publishing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import jp.kyosei.backend.publishing.PublicationState;
import jp.kyosei.backend.publishing.PublicationStep;
import jp.kyosei.backend.publishing.PublishOrder;
import jp.kyosei.backend.publishing.YearPublication;

/** A year: where it stands with the public, what was done, and what can be done now. */
final class YearCard extends Div {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu年M月d日 H:mm", Locale.JAPAN);

    private final ZoneId zone;
    private final Div actions = new Div();
    private final Div below = new Div();

    YearCard(YearPublication year, ZoneId zone) {
        this.zone = zone;
        addClassName("publication-year");
        Span state = new Span(
                year.state() == PublicationState.PUBLISHED
                        ? "公開中 第%d版".formatted(year.revision())
                        : year.state().label());
        state.addClassName("state-chip");
        state.getElement()
                .setAttribute(
                        "data-tone",
                        switch (year.state()) {
                            case PUBLISHED -> "done";
                            case WITHDRAWN -> "returned";
                            case UNPUBLISHED -> "none";
                        });
        Div heading = new Div(new H2(year.fiscalYear().longLabel()), state);
        heading.addClassName("publication-heading");
        actions.addClassName("button-row");
        add(heading);
        year.last().ifPresent(last -> {
            add(new Paragraph(words(last)));
            PublishOrder order = year.order();
            if (order != null && year.state() == PublicationState.PUBLISHED) {
                add(new Paragraph(options(order)));
            }
        });
        add(actions, below);
        if (year.steps().size() > 1) {
            OrderedList steps = new OrderedList();
            year.steps().forEach(step -> steps.add(new ListItem(words(step))));
            add(new NativeDetails("これまでの公開（%d）".formatted(year.steps().size()), steps));
        }
    }

    void addAction(Component action) {
        actions.add(action);
    }

    void addAction(String label, Runnable action) {
        Button button = new Button(label, click -> action.run());
        button.addClassName("button");
        addAction(button);
    }

    /** Shows a form or a question below, in the place of another. */
    void unfold(Component content) {
        below.removeAll();
        below.add(content);
    }

    void fold() {
        below.removeAll();
    }

    private String words(PublicationStep step) {
        String when = MOMENT.format(step.at().atZone(zone));
        return step.withdrawal()
                ? "%s　%sが第%d版を取り下げました。理由：%s".formatted(when, step.by(), step.revision(), step.reason())
                : "%s　%sが第%d版を公開しました。".formatted(when, step.by(), step.revision());
    }

    private static String options(PublishOrder order) {
        return "評価文：%s　／　意見と回答：%s　／　利用条件：%s"
                .formatted(
                        order.narratives() ? "公開" : "公開しない",
                        order.notes() ? "公開" : "公開しない",
                        order.licence().label());
    }
}
