package jp.kyosei.ui.meeting.presentation;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.function.UnaryOperator;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.results.IndicatorPage;
import jp.kyosei.ui.plan.PlanAddress;

/** The way to the indicator before, to the list of all, and to the next one; the keys press the same. */
final class StageSteps extends Div {
    private StageSteps() {
        addClassName("stage-steps");
    }

    /** On the projector. */
    static StageSteps of(Meeting shown, IndicatorPage page) {
        PlanAddress address = new PlanAddress(shown.plan().slug());
        return of(page, address.presentation(shown.id()), no -> address.presentation(shown.id(), no));
    }

    /** In the window beside it. */
    static StageSteps ofRecording(Meeting shown, IndicatorPage page) {
        PlanAddress address = new PlanAddress(shown.plan().slug());
        return of(page, address.recording(shown.id()), no -> address.recording(shown.id(), no));
    }

    private static StageSteps of(IndicatorPage page, String all, UnaryOperator<String> href) {
        StageSteps steps = new StageSteps();
        String before = page.previousNo().isEmpty() ? all : href.apply(page.previousNo());
        steps.add(step("previous", "‹ 前へ", before));
        Anchor list = new Anchor(all, "一覧");
        list.addClassNames("button", "record-step");
        steps.add(list);
        if (page.nextNo().isEmpty()) {
            Span end = new Span("最後の指標です");
            end.addClassNames("button", "off");
            steps.add(end);
        } else {
            Anchor next = step("next", "次の指標へ ›", href.apply(page.nextNo()));
            next.addClassName("primary");
            steps.add(next);
        }
        return steps;
    }

    static StageSteps begin(Anchor first) {
        first.addClassName("primary");
        StageSteps steps = new StageSteps();
        steps.add(first);
        return steps;
    }

    static Anchor step(String step, String words, String href) {
        Anchor anchor = new Anchor(href, words);
        anchor.addClassName("button");
        anchor.getElement().setAttribute("data-step", step);
        return anchor;
    }
}
