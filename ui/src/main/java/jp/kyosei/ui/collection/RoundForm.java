package jp.kyosei.ui.collection;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.kyosei.backend.collection.OpenRound;
import jp.kyosei.backend.collection.RoundOverview;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.CheckBox;
import jp.kyosei.ui.form.DateBox;
import jp.kyosei.ui.form.Labelled;
import jp.kyosei.ui.form.PlainSelect;
import jp.kyosei.ui.form.TextBox;

/** Opens a round: which year, until when, whom and what it asks. */
final class RoundForm extends Div {
    private final PlainSelect year;
    private final DateBox due;
    private final TextBox instructions = new TextBox("依頼文", 4).of(TextKind.INSTRUCTIONS);
    private final Map<MunicipalityCode, CheckBox> towns = new LinkedHashMap<>();
    private final Map<String, CheckBox> indicators = new LinkedHashMap<>();
    private final Paragraph problem = new Paragraph();

    RoundForm(RoundOverview overview, List<Indicator> known, LocalDate usualDay, Consumer<OpenRound> open) {
        addClassName("round-form");
        Map<String, String> years = new LinkedHashMap<>();
        overview.openable().forEach(choice -> years.put(Integer.toString(choice.year()), choice.longLabel()));
        year = new PlainSelect("年度", years);
        due = new DateBox("期限", usualDay);
        problem.addClassName("ask-problem");
        problem.getElement().setAttribute("role", "alert");
        NativeButton start = new NativeButton("照会を始める", click -> order().ifPresent(open));
        start.addClassNames("button", "primary");
        add(
                labelled("年度", year),
                labelled("期限（この日まで）", due),
                labelled("依頼文（任意。入力画面とメールに載ります）", instructions),
                choices("照会する市町村", towns(overview)),
                new NativeDetails("照会する指標（すべて %d 件。選ぶときに開く）".formatted(known.size()), choices("指標", indicators(known))),
                problem,
                start);
    }

    void refuse(String message) {
        problem.setText(message);
    }

    private Optional<OpenRound> order() {
        Optional<LocalDate> day = due.day();
        Set<MunicipalityCode> askedTowns = chosen(towns);
        Set<String> askedIndicators = chosen(indicators);
        if (day.isEmpty()) {
            refuse("期限の日を入力してください。");
            return Optional.empty();
        }
        if (askedTowns.isEmpty() || askedIndicators.isEmpty()) {
            refuse("照会する市町村と指標を、1つ以上選んでください。");
            return Optional.empty();
        }
        refuse("");
        return Optional.of(new OpenRound(
                new FiscalYear(Integer.parseInt(year.getValue())),
                day.get(),
                instructions.getValue(),
                askedIndicators,
                askedTowns));
    }

    private Div towns(RoundOverview overview) {
        Div list = new Div();
        overview.towns().forEach((code, name) -> list.add(choice(name, box -> towns.put(code, box))));
        return list;
    }

    private Div indicators(List<Indicator> known) {
        Div list = new Div();
        known.forEach(indicator -> list.add(choice(
                "No.%s %s".formatted(indicator.no(), indicator.name()), box -> indicators.put(indicator.no(), box))));
        return list;
    }

    private static Component choice(String words, Consumer<CheckBox> keep) {
        CheckBox box = new CheckBox(words);
        box.setValue(true);
        keep.accept(box);
        return new Labelled(box, new Span(words));
    }

    private static <T> Set<T> chosen(Map<T, CheckBox> boxes) {
        return boxes.entrySet().stream()
                .filter(box -> box.getValue().getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Component labelled(String label, Component field) {
        Paragraph words = new Paragraph(label);
        words.addClassName("field-label");
        return new Div(words, field);
    }

    private static Component choices(String label, Div list) {
        list.addClassName("choices");
        Paragraph words = new Paragraph(label);
        words.addClassName("field-label");
        Div group = new Div(words, list);
        group.getElement().setAttribute("role", "group");
        group.getElement().setAttribute("aria-label", label);
        return group;
    }
}
