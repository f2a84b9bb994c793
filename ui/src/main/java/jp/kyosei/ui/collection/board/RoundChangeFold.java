package jp.kyosei.ui.collection.board;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.kyosei.backend.collection.RoundChange;
import jp.kyosei.backend.collection.RoundOverview;
import jp.kyosei.backend.collection.board.CollectionBoard;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.TextBox;
import org.jspecify.annotations.Nullable;

/** What a round asks for, of whom and in which words, to be changed while it is open. What is not touched is not sent. */
final class RoundChangeFold extends NativeDetails {
    private final TextBox instructions =
            new TextBox("依頼文（任意）", 4).of(TextKind.INSTRUCTIONS).hint("入力画面とメールに載ります。");
    private final CheckboxGroup<MunicipalityCode> towns = new CheckboxGroup<>("照会する市町村");
    private final CheckboxGroup<String> indicators = new CheckboxGroup<>("照会する指標");
    private final String wordsBefore;
    private final Set<MunicipalityCode> townsBefore;
    private final Set<String> indicatorsBefore;

    RoundChangeFold(RoundOverview overview, CollectionBoard board, Consumer<RoundChange> change) {
        super("照会の内容を変える（指標・市町村・依頼文）");
        addClassNames("workbook-fold", "round-form");
        wordsBefore = board.round().instructions();
        townsBefore =
                board.parts().stream().map(part -> part.task().municipality()).collect(Collectors.toSet());
        indicatorsBefore =
                board.rows().stream().map(row -> row.indicator().no()).collect(Collectors.toSet());
        instructions.setValue(wordsBefore);
        towns.setItems(overview.towns().sequencedKeySet());
        towns.setItemLabelGenerator(
                code -> Objects.requireNonNullElse(overview.towns().get(code), code.value()));
        towns.setValue(townsBefore);
        Map<String, String> names = new LinkedHashMap<>();
        overview.indicators()
                .forEach(
                        indicator -> names.put(indicator.no(), "No.%s %s".formatted(indicator.no(), indicator.name())));
        indicators.setItems(names.keySet());
        indicators.setItemLabelGenerator(no -> Objects.requireNonNullElse(names.get(no), no));
        indicators.setValue(indicatorsBefore);
        indicators.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        setContent(new Div(
                instructions,
                towns,
                indicators,
                new Paragraph("外した指標に入力されていたものは残ります。照会に戻せば、続きから入力できます。"),
                BoardHeading.action("この内容に変える", () -> change.accept(change()))));
    }

    private RoundChange change() {
        return new RoundChange(
                instructions.getValue().equals(wordsBefore) ? null : instructions.getValue(),
                touched(indicators.getValue(), indicatorsBefore),
                touched(towns.getValue(), townsBefore),
                List.of(),
                List.of(),
                false,
                "");
    }

    private static <T> @Nullable Set<T> touched(Set<T> now, Set<T> before) {
        return now.equals(before) ? null : now;
    }
}
