package jp.kyosei.ui.meeting.presentation;

import com.vaadin.flow.component.html.Paragraph;

/** A smaller line beside what is presented. */
final class StageHint extends Paragraph {
    StageHint(String words) {
        super(words);
        addClassName("stage-hint");
    }
}
