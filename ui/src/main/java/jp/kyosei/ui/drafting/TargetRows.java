package jp.kyosei.ui.drafting;

import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import jp.kyosei.backend.evaluation.Measure;
import jp.kyosei.backend.evaluation.Target;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.tenancy.WrongTextException;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.LineBox;
import jp.kyosei.ui.form.Refusable;

/** The targets of an indicator, a field for each year of the plan; a year without one is left empty. */
final class TargetRows extends Div {
    private final Map<FiscalYear, LineBox> boxes = new LinkedHashMap<>();

    TargetRows(Plan plan, Measure measure, Runnable changed) {
        addClassName("target-rows");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", "目標値");
        TreeSet<FiscalYear> years = new TreeSet<>(plan.fiscalYears());
        measure.targets().forEach(target -> years.add(target.fiscalYear()));
        for (FiscalYear year : years) {
            LineBox box = new LineBox(year.longLabel()).of(TextKind.TYPED_FIGURE);
            measure.targets().stream()
                    .filter(target -> target.fiscalYear().equals(year))
                    .findFirst()
                    .ifPresent(target -> FigureBox.write(box, target.value()));
            box.addValueChangeListener(change -> changed.run());
            boxes.put(year, box);
            add(box);
        }
    }

    /** The fields by what a refusal calls them. */
    Map<String, Refusable> names() {
        Map<String, Refusable> names = new LinkedHashMap<>();
        boxes.forEach((year, box) -> names.put(name(year), box));
        names.put(
                "target",
                boxes.values().stream().reduce((earlier, later) -> later).orElseThrow());
        return names;
    }

    /**
     * The targets that are typed.
     *
     * @throws WrongTextException if one is no figure, or there is none
     */
    List<Target> targets(String unit) {
        List<Target> targets = new ArrayList<>();
        boxes.forEach((year, box) ->
                FigureBox.read(box, name(year), unit).ifPresent(value -> targets.add(new Target(year, value))));
        if (targets.isEmpty()) {
            throw new WrongTextException("target", "目標値を、少なくとも1つの年度に入力してください。");
        }
        return targets;
    }

    private static String name(FiscalYear year) {
        return "target" + year.year();
    }
}
