package jp.kyosei.ui.home;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** 次にすること: each thing that waits as a button, before what it is about; only the first is filled. */
final class NextStepList extends Div {
    NextStepList(List<NextStep> steps) {
        addClassName("next-steps");
        add(new H2("次にすること"));
        boolean first = true;
        for (NextStep step : steps) {
            Anchor button = new Anchor(step.href(), step.words());
            button.addClassName("button");
            button.getElement().getClassList().set("primary", first);
            first = false;
            Div line = new Div(button, new Span(step.about()));
            line.addClassName("next-step");
            add(line);
        }
    }
}
