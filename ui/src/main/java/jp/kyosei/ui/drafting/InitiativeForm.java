package jp.kyosei.ui.drafting;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.InitiativeSpan;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.revision.drafting.DraftChange;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.WrongTextException;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.LineBox;
import jp.kyosei.ui.form.PlainSelect;
import jp.kyosei.ui.form.TextBox;

/** An initiative: its name, the towns that carry it, and what is done from when to when. */
final class InitiativeForm extends ThingForm {
    private final Initiative initiative;
    private final Plan plan;
    private final LineBox title;
    private final CheckboxGroup<MunicipalityCode> towns = new CheckboxGroup<>("担う団体");
    private final Div rows = new Div();
    private final List<SpanRow> spans = new ArrayList<>();
    private long seen;

    InitiativeForm(DraftDesk desk, Clock clock, Initiative initiative, Map<MunicipalityCode, String> names) {
        super(desk, clock, "取組");
        this.initiative = initiative;
        plan = desk.draft().content().plan();
        title = keeping("title", new LineBox("名称").of(TextKind.PLAN_WORDS));
        title.setValue(initiative.title());
        title.setWidthFull();
        Towns.offer(towns, names, initiative.municipalities());
        towns.addValueChangeListener(changed -> keep());
        rows.addClassName("span-rows");
        initiative.spans().forEach(this::row);
        Button more = new Button(
                "内容を追加", click -> row(new InitiativeSpan(plan.firstFiscalYear(), plan.lastFiscalYear(), "")));
        more.addClassName("button");
        add(title, towns, new H3("年度ごとの内容"), rows, more);
        see();
        filled();
    }

    private void row(InitiativeSpan span) {
        SpanRow row = new SpanRow(span);
        spans.add(row);
        rows.add(row);
        if (row.text.getValue().isEmpty()) {
            row.text.focus();
        }
    }

    @Override
    DraftChange change() {
        Set<MunicipalityCode> chosen = towns.getValue();
        return new DraftChange.ChangeInitiative(
                new Initiative(
                        initiative.id(),
                        section(),
                        title.getValue(),
                        Towns.inOrder(chosen, initiative.municipalities()),
                        spans.stream()
                                .filter(row -> !row.text.getValue().isBlank())
                                .map(SpanRow::span)
                                .toList()),
                seen);
    }

    /** As it is by now: somebody may have moved it. */
    private String section() {
        return desk().draft().initiatives().stream()
                .filter(one -> one.id().equals(initiative.id()))
                .map(Initiative::section)
                .findFirst()
                .orElse(initiative.section());
    }

    @Override
    long seen() {
        return seen;
    }

    @Override
    long current() {
        return desk().draft().version(initiative.id());
    }

    @Override
    void see() {
        seen = current();
    }

    /** What is done from a year to a year. */
    private final class SpanRow extends Div {
        private final PlainSelect from;
        private final PlainSelect to;
        private final TextBox text = new TextBox("内容", 2).of(TextKind.PASSAGE);

        SpanRow(InitiativeSpan span) {
            addClassName("span-row");
            from = Years.select("はじめ", plan, List.of(span.firstFiscalYear(), span.lastFiscalYear()));
            to = Years.select("おわり", plan, List.of(span.firstFiscalYear(), span.lastFiscalYear()));
            from.setValue(Years.value(span.firstFiscalYear()));
            to.setValue(Years.value(span.lastFiscalYear()));
            text.setValue(span.text());
            from.addValueChangeListener(changed -> keep());
            to.addValueChangeListener(changed -> keep());
            text.addValueChangeListener(changed -> keep());
            names("spans", text);
            Button gone = new Button("この行を削除", click -> {
                spans.remove(this);
                removeFromParent();
                keep();
            });
            gone.addClassName("button");
            add(from, to, text, gone);
        }

        InitiativeSpan span() {
            FiscalYear first = Years.year(from.getValue());
            FiscalYear last = Years.year(to.getValue());
            if (last.compareTo(first) < 0) {
                throw new WrongTextException(
                        "spans", "おわりの年度（%s）が、はじめの年度（%s）より前です。".formatted(last.longLabel(), first.longLabel()));
            }
            return new InitiativeSpan(first, last, text.getValue());
        }
    }
}
