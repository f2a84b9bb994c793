package jp.kyosei.ui.drafting;

import java.time.Clock;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.revision.drafting.DraftChange;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.LineBox;
import jp.kyosei.ui.form.TextBox;

/** A section: its number, title and text. */
final class SectionForm extends ThingForm {
    private static final int LINES = 6;

    private final Section section;
    private final LineBox number;
    private final LineBox title;
    private final TextBox body;
    private long seen;

    SectionForm(DraftDesk desk, Clock clock, Section section, String level) {
        super(desk, clock, level);
        this.section = section;
        number = keeping("number", new LineBox("番号").of(TextKind.CODE));
        title = keeping("title", new LineBox("名称").of(TextKind.PLAN_WORDS));
        body = keeping("body", new TextBox("内容", LINES).of(TextKind.PASSAGE));
        number.setValue(section.number());
        number.addClassName("short-field");
        title.setValue(section.title());
        title.setWidthFull();
        body.setValue(section.body());
        add(number, title, body);
        see();
        filled();
    }

    @Override
    DraftChange change() {
        return new DraftChange.RewordSection(section.id(), seen, number.getValue(), title.getValue(), body.getValue());
    }

    @Override
    long seen() {
        return seen;
    }

    @Override
    long current() {
        return desk().draft().version(section.id());
    }

    @Override
    void see() {
        seen = current();
    }
}
