package jp.kyosei.ui.meeting;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.kyosei.backend.meeting.MaterialKind;
import jp.kyosei.backend.meeting.MeetingPlan;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.CheckBox;
import jp.kyosei.ui.form.LineBox;
import jp.kyosei.ui.form.Refusable;
import jp.kyosei.ui.form.TextBox;

/** The papers of a meeting: which of them, in which order, under which titles. */
final class MaterialChoices extends CustomField<List<MeetingPlan.Paper>> implements Refusable {
    private final List<Choice> choices = new ArrayList<>();
    private final Div lines = new Div();

    MaterialChoices() {
        super(List.of());
        setLabel("資料");
        setHelperText("選んだ順に資料No.が付きます。別の番号を印刷するときは「資料8」のように書きます。載せる文は、資料の上（概要では結果の概要）に印刷されます。");
        setWidthFull();
        add(lines);
        setPresentationValue(List.of());
    }

    /** Those that are given are ticked; the other kinds follow below them. */
    @Override
    protected void setPresentationValue(List<MeetingPlan.Paper> begun) {
        choices.clear();
        begun.forEach(paper -> choices.add(new Choice(paper, true)));
        Stream.of(MaterialKind.values())
                .filter(kind -> begun.stream().noneMatch(paper -> paper.kind() == kind))
                .forEach(kind -> choices.add(new Choice(new MeetingPlan.Paper(kind.label(), kind), false)));
        lay();
    }

    @Override
    protected List<MeetingPlan.Paper> generateModelValue() {
        return choices.stream()
                .filter(Choice::isTicked)
                .map(choice -> new MeetingPlan.Paper(
                        choice.title.getValue(), choice.kind, choice.mark.getValue(), choice.words.getValue()))
                .toList();
    }

    private void lay() {
        lines.removeAll();
        choices.forEach(choice -> lines.add(choice.line));
        number();
    }

    private void number() {
        int number = 0;
        for (Choice choice : choices) {
            choice.no.setText(choice.isTicked() ? "No.%d".formatted(++number) : "—");
        }
    }

    private void up(Choice choice) {
        int index = choices.indexOf(choice);
        if (index > 0) {
            choices.remove(choice);
            choices.add(index - 1, choice);
            lay();
            updateValue();
            choice.up.focus();
        }
    }

    private final class Choice {
        private final MaterialKind kind;
        private final CheckBox tick;
        private final LineBox title;
        private final LineBox mark;
        private final TextBox words;
        private final Span no = new Span();
        private final Button up = new Button("上へ");
        private final Component line;

        Choice(MeetingPlan.Paper paper, boolean ticked) {
            kind = paper.kind();
            tick = new CheckBox(kind.label() + "を資料にする").inTable();
            tick.setValue(ticked);
            tick.addValueChangeListener(change -> number());
            title = new LineBox(kind.label() + "の資料名").inTable().of(TextKind.NAME);
            title.setValue(paper.title());
            no.addClassName("no");
            mark = new LineBox(kind.label() + "に印刷する番号").inTable().of(TextKind.CODE);
            mark.setValue(paper.mark());
            mark.setPlaceholder("番号");
            words = new TextBox(kind.label() + "に載せる文", 2).of(TextKind.NARRATIVE);
            words.setValue(paper.words());
            up.addClassName("button");
            up.getElement().setAttribute("aria-label", kind.label() + "を上へ");
            up.addClickListener(click -> up(this));
            Div laid = new Div(tick, no, new Span(kind.label()), title, mark, up);
            laid.addClassName("material-choice");
            NativeDetails further = new NativeDetails(kind.label() + "に載せる文", words);
            further.setOpen(!paper.words().isEmpty());
            line = new Div(laid, further);
        }

        boolean isTicked() {
            return tick.getValue();
        }
    }
}
