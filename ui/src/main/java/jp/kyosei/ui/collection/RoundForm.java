package jp.kyosei.ui.collection;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.ValidationException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import jp.kyosei.backend.collection.OpenRound;
import jp.kyosei.backend.collection.RoundOverview;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.DateBox;
import jp.kyosei.ui.form.PlainSelect;
import jp.kyosei.ui.form.TextBox;

/** Opens a round: which year, until when, whom and what it asks. */
final class RoundForm extends Div {
    private final Binder<OpenRound> binder = new Binder<>(OpenRound.class);
    private final PlainSelect year;
    private final DateBox due;
    private final TextBox instructions =
            new TextBox("依頼文（任意）", 4).of(TextKind.INSTRUCTIONS).hint("入力画面とメールに載ります。");
    private final CheckboxGroup<MunicipalityCode> towns = new CheckboxGroup<>("照会する市町村");
    private final CheckboxGroup<String> indicators = new CheckboxGroup<>("指標");
    private final NativeDetails which;
    private final Paragraph problem = new Paragraph();

    RoundForm(RoundOverview overview, List<Indicator> known, LocalDate usualDay, Consumer<OpenRound> open) {
        addClassName("round-form");
        Map<String, String> years = new LinkedHashMap<>();
        overview.openable().forEach(choice -> years.put(Integer.toString(choice.year()), choice.longLabel()));
        year = new PlainSelect("年度", years);
        due = new DateBox("期限（この日まで）", usualDay);
        towns.setItems(overview.towns().sequencedKeySet());
        towns.setItemLabelGenerator(
                code -> Objects.requireNonNullElse(overview.towns().get(code), code.value()));
        towns.setValue(overview.towns().keySet());
        Map<String, String> names = new LinkedHashMap<>();
        known.forEach(indicator -> names.put(indicator.no(), "No.%s %s".formatted(indicator.no(), indicator.name())));
        indicators.setItems(names.keySet());
        indicators.setItemLabelGenerator(no -> Objects.requireNonNullElse(names.get(no), no));
        indicators.setValue(names.keySet());
        indicators.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        which = new NativeDetails("照会する指標（すべて %d 件。選ぶときに開く）".formatted(known.size()), indicators);
        bind();
        problem.addClassName("ask-problem");
        problem.getElement().setAttribute("role", "alert");
        Button start = new Button("照会を始める", click -> order().ifPresent(open));
        start.addClassNames("button", "primary");
        Div row = new Div(year, due);
        row.addClassName("form-row");
        add(row, instructions, towns, which, problem, start);
    }

    private void bind() {
        binder.forField(year)
                .withConverter(
                        chosen -> new FiscalYear(Integer.parseInt(chosen)), known -> Integer.toString(known.year()))
                .bind("fiscalYear");
        binder.forField(due).withValidator(day -> day != null, "期限の日を入力してください。").bind("dueOn");
        binder.forField(instructions).bind("instructions");
        binder.forField(indicators)
                .withValidator(chosen -> !chosen.isEmpty(), "照会する指標を、1つ以上選んでください。")
                .bind("indicators");
        binder.forField(towns)
                .withValidator(chosen -> !chosen.isEmpty(), "照会する市町村を、1つ以上選んでください。")
                .bind("municipalities");
    }

    void refuse(String message) {
        problem.setText(message);
    }

    private Optional<OpenRound> order() {
        try {
            OpenRound order = binder.writeRecord();
            refuse("");
            return Optional.of(order);
        } catch (ValidationException e) {
            if (indicators.isEmpty()) {
                which.setOpen(true);
            }
            refuse("%d か所を直してください。入力したものは残っています。"
                    .formatted(e.getFieldValidationErrors().size()));
            return Optional.empty();
        }
    }
}
