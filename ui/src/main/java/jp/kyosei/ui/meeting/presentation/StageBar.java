package jp.kyosei.ui.meeting.presentation;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.paper.IssuedPaper;
import jp.kyosei.backend.results.IndicatorPage;
import jp.kyosei.ui.plan.PlanAddress;

/** Over what is presented: the way out, the meeting, which values these are, and how far one is. */
final class StageBar extends Div {
    private StageBar() {
        addClassName("stage-bar");
    }

    /** @param talk what is said here: folded away, for what is presented fills the screen */
    static StageBar of(Meeting shown, IndicatorPage page, Optional<IssuedPaper> paper, StageTalk talk) {
        Anchor leave = new Anchor(new PlanAddress(shown.plan().slug()).meeting(shown.id()), "‹ 懇談会へ戻る");
        leave.getElement().setAttribute("data-step", "leave");
        Span space = new Span();
        space.addClassName("space");
        Span place = new Span("%d / %d".formatted(page.ordinal(), page.total()));
        place.addClassName("place");
        NativeDetails drawer = new NativeDetails("意見・決まったこと", talk);
        drawer.addClassName("stage-drawer");
        StageBar bar = new StageBar();
        bar.add(
                leave,
                new Span(shown.title()),
                space,
                new Span(paper.map(issued -> "%sの値".formatted(issued.issue().label()))
                        .orElse("いまの値（資料は未発行）")),
                place,
                drawer);
        return bar;
    }
}
