package jp.kyosei.ui.drafting;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.Consolidation;
import jp.kyosei.backend.evaluation.Direction;
import jp.kyosei.backend.evaluation.Measure;
import jp.kyosei.backend.evaluation.ProgressFormula;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorKind;
import jp.kyosei.backend.indicator.Reporter;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.revision.drafting.DraftChange;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.WrongTextException;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.CheckBox;
import jp.kyosei.ui.form.LineBox;
import jp.kyosei.ui.form.PlainSelect;
import jp.kyosei.ui.form.TextBox;

/** An indicator: everything about it on one page, each field kept when it is left. */
final class IndicatorForm extends ThingForm {
    private static final int MOST_DECIMALS = 6;
    private static final String RULE = "";

    private final Indicator indicator;
    private final Map<MunicipalityCode, String> names;
    private final LineBox no;
    private final LineBox name;
    private final LineBox unit;
    private final PlainSelect kind;
    private final PlainSelect direction;
    private final PlainSelect decimals;
    private final CheckBox cumulative;
    private final PlainSelect formula;
    private final TargetRows targets;
    private final PlainSelect baseline;
    private final LineBox baselineValue;
    private final PlainSelect baselineYear;
    private final LineBox baselineNote;
    private final CheckboxGroup<MunicipalityCode> towns = new CheckboxGroup<>("報告する団体");
    private final PlainSelect consolidation;
    private final LineBox source;
    private final TextBox description;
    private final TextBox reason;
    private long seen;

    IndicatorForm(DraftDesk desk, Clock clock, Indicator indicator, Map<MunicipalityCode, String> names) {
        super(desk, clock, "指標");
        this.indicator = indicator;
        this.names = names;
        Plan plan = desk.draft().content().plan();
        Measure measure = indicator.measure();
        no = shortened(keeping("no", new LineBox("番号").of(TextKind.CODE)));
        name = keeping("name", new LineBox("指標名").of(TextKind.PLAN_WORDS));
        unit = shortened(keeping("unit", new LineBox("単位").of(TextKind.CODE)));
        kind = keeping("kind", choice("種類", IndicatorKind.values(), IndicatorKind::label));
        direction = keeping("direction", choice("どちらが良いか", Direction.values(), Direction::label));
        decimals = keeping("decimals", decimals());
        cumulative = new CheckBox("累計の指標（年度ごとに積み上がる値）");
        formula = keeping("formula", formula());
        targets = new TargetRows(plan, measure, this::keep);
        targets.names().forEach(this::names);
        baseline = keeping("baseline", new PlainSelect("現状値", baselines()));
        baselineValue = shortened(keeping("baselineValue", new LineBox("値").of(TextKind.TYPED_FIGURE)));
        baselineYear = keeping("baselineYear", Years.select("年度", plan, baselineYears(plan, measure.baseline())));
        baselineNote = keeping("baselineNote", new LineBox("現状値の欄に書くこと").of(TextKind.FIGURE_NOTE));
        consolidation = keeping("consolidation", choice("複数の団体の値のまとめ方", Consolidation.values(), Consolidation::label));
        source = keeping("source", new LineBox("出典").of(TextKind.PLAN_WORDS));
        description = keeping("description", new TextBox("指標の説明", 2).of(TextKind.PASSAGE));
        reason = keeping(
                "reason",
                new TextBox("変える理由", 2).of(TextKind.REASON).hint("実績がある指標の目標値・現状値・指標名・単位・良い方向を変えるときに書きます。新旧対照表に載ります。"));
        fill();
        cumulative.addValueChangeListener(changed -> keep());
        towns.addValueChangeListener(changed -> keep());
        name.setWidthFull();
        source.setWidthFull();
        add(
                row(no, kind, unit, decimals),
                name,
                row(direction, cumulative),
                new H3("目標値"),
                targets,
                new H3("現状値（出発点）"),
                row(baseline, baselineValue, baselineYear, baselineNote),
                reason,
                new H3("報告とまとめ方"),
                towns,
                row(consolidation, formula),
                source,
                description);
        see();
        filled();
    }

    private void fill() {
        Measure measure = indicator.measure();
        no.setValue(indicator.no());
        name.setValue(indicator.name());
        unit.setValue(indicator.unit());
        kind.setValue(indicator.kind().name());
        direction.setValue(measure.direction().name());
        decimals.setValue(Integer.toString(measure.decimals()));
        cumulative.setValue(measure.cumulative());
        ProgressFormula own = measure.progressFormula();
        formula.setValue(own == null ? RULE : own.name());
        switch (measure.baseline()) {
            case Baseline.Measured(BigDecimal value, FiscalYear year) -> {
                baseline.setValue("MEASURED");
                FigureBox.write(baselineValue, value);
                baselineYear.setValue(Years.value(year));
            }
            case Baseline.Absent() -> baseline.setValue("ABSENT");
            case Baseline.AddedLater(String note) -> {
                baseline.setValue("ADDED_LATER");
                baselineNote.setValue(note);
            }
        }
        showBaseline();
        baseline.addValueChangeListener(changed -> showBaseline());
        Towns.offer(
                towns,
                names,
                indicator.reporters().stream().map(Reporter::municipality).toList());
        consolidation.setValue(indicator.consolidation().name());
        source.setValue(indicator.source());
        description.setValue(indicator.description());
    }

    private void showBaseline() {
        baselineValue.setVisible(baseline.getValue().equals("MEASURED"));
        baselineYear.setVisible(baseline.getValue().equals("MEASURED"));
        baselineNote.setVisible(baseline.getValue().equals("ADDED_LATER"));
    }

    @Override
    DraftChange change() {
        Measure before = indicator.measure();
        String own = formula.getValue();
        Measure measure = new Measure(
                Direction.valueOf(direction.getValue()),
                cumulative.getValue(),
                Integer.parseInt(decimals.getValue()),
                before.changeDigits(),
                before.ratioAsPercent(),
                own.equals(RULE) ? null : ProgressFormula.valueOf(own),
                baseline(),
                targets.targets(unit.getValue()));
        return new DraftChange.ChangeIndicator(
                new Indicator(
                        indicator.id(),
                        no.getValue().strip(),
                        IndicatorKind.valueOf(kind.getValue()),
                        section(),
                        required(name, "name", "指標名を入力してください。"),
                        description.getValue(),
                        unit.getValue().strip(),
                        measure,
                        indicator.statedTarget(),
                        Consolidation.valueOf(consolidation.getValue()),
                        reporters(),
                        source.getValue()),
                seen);
    }

    private Baseline baseline() {
        return switch (baseline.getValue()) {
            case "MEASURED" ->
                new Baseline.Measured(
                        FigureBox.read(baselineValue, "baselineValue", unit.getValue())
                                .orElseThrow(() -> new WrongTextException("baselineValue", "現状値の数値を入力してください。")),
                        Years.year(baselineYear.getValue()));
            case "ADDED_LATER" -> new Baseline.AddedLater(baselineNote.getValue());
            default -> new Baseline.Absent();
        };
    }

    private List<Reporter> reporters() {
        List<MunicipalityCode> before =
                indicator.reporters().stream().map(Reporter::municipality).toList();
        return Towns.inOrder(towns.getValue(), before).stream()
                .map(town -> indicator
                        .reporter(town)
                        .orElseGet(() -> new Reporter(town, names.getOrDefault(town, town.value()), null, null, null)))
                .toList();
    }

    /** As it is by now: somebody may have moved it. */
    private String section() {
        return now().map(Indicator::section).orElse(indicator.section());
    }

    private Optional<Indicator> now() {
        return desk().draft().indicators().stream()
                .filter(one -> one.id().equals(indicator.id()))
                .findFirst();
    }

    @Override
    String reason() {
        return reason.getValue();
    }

    @Override
    long seen() {
        return seen;
    }

    @Override
    long current() {
        return desk().draft().version(indicator.id());
    }

    @Override
    void see() {
        seen = current();
    }

    private static String required(LineBox box, String field, String message) {
        if (box.getValue().isBlank()) {
            throw new WrongTextException(field, message);
        }
        return box.getValue();
    }

    private static <E extends Enum<E>> PlainSelect choice(String label, E[] values, Function<E, String> words) {
        Map<String, String> choices = new LinkedHashMap<>();
        Arrays.stream(values).forEach(value -> choices.put(value.name(), words.apply(value)));
        return new PlainSelect(label, choices);
    }

    private static PlainSelect decimals() {
        Map<String, String> choices = new LinkedHashMap<>();
        IntStream.rangeClosed(0, MOST_DECIMALS)
                .forEach(digits -> choices.put(Integer.toString(digits), digits == 0 ? "整数" : digits + "桁"));
        PlainSelect select = new PlainSelect("小数", choices);
        select.addClassName("short-field");
        return select;
    }

    private static PlainSelect formula() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put(RULE, "評価の決まりのとおり");
        Arrays.stream(ProgressFormula.values()).forEach(value -> choices.put(value.name(), value.label()));
        return new PlainSelect("進捗率の算式", choices);
    }

    private static Map<String, String> baselines() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("MEASURED", "数値がある");
        choices.put("ABSENT", "なし（—）");
        choices.put("ADDED_LATER", "後から加わった（最初の実績で代える）");
        return choices;
    }

    private static List<FiscalYear> baselineYears(Plan plan, Baseline baseline) {
        FiscalYear stored = baseline instanceof Baseline.Measured(BigDecimal value, FiscalYear year)
                ? year
                : plan.firstFiscalYear().previous();
        return IntStream.rangeClosed(
                        Math.min(stored.year(), plan.firstFiscalYear().year() - 10),
                        plan.lastFiscalYear().year())
                .mapToObj(FiscalYear::new)
                .toList();
    }

    private static LineBox shortened(LineBox box) {
        box.addClassName("short-field");
        return box;
    }

    private static Div row(Component... parts) {
        Div row = new Div(parts);
        row.addClassName("form-row");
        return row;
    }
}
