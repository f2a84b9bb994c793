package jp.kyosei.backend.revision.comparison;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.ChangeDigits;
import jp.kyosei.backend.evaluation.Consolidation;
import jp.kyosei.backend.evaluation.Direction;
import jp.kyosei.backend.evaluation.Measure;
import jp.kyosei.backend.evaluation.ProgressFormula;
import jp.kyosei.backend.evaluation.Target;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.indicator.IndicatorKind;
import jp.kyosei.backend.indicator.Reporter;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.InitiativeId;
import jp.kyosei.backend.plan.InitiativeSpan;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.plan.SectionId;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.OwnerId;
import org.jspecify.annotations.Nullable;

/** Examples of what a plan holds, and for every field a way to change it and nothing else. */
final class Things {
    static final FiscalYear R4 = new FiscalYear(2022);
    static final FiscalYear R6 = new FiscalYear(2024);
    static final MunicipalityCode ICHINOSEKI = new MunicipalityCode("032093");
    static final MunicipalityCode HIRAIZUMI = new MunicipalityCode("034029");

    /** One change each that leaves all other fields alone. */
    static final Map<Field, UnaryOperator<Indicator>> OF_INDICATOR = Map.ofEntries(
            Map.entry(Field.NO, with(one -> one.no = one.no + "-2")),
            Map.entry(Field.SECTION, with(one -> one.section = one.section + "-1")),
            Map.entry(Field.KIND, with(one -> one.kind = other(IndicatorKind.values(), one.kind))),
            Map.entry(Field.NAME, with(one -> one.name = one.name + "（延べ）")),
            Map.entry(Field.DESCRIPTION, with(one -> one.description = one.description + "毎年4月に数える。")),
            Map.entry(Field.UNIT, with(one -> one.unit = "千" + one.unit)),
            Map.entry(Field.DECIMALS, with(one -> one.decimals = (one.decimals + 1) % 7)),
            Map.entry(Field.CHANGE_DIGITS, with(one -> one.change = other(ChangeDigits.values(), one.change))),
            Map.entry(Field.RATIO_AS_PERCENT, with(one -> one.percent = !one.percent)),
            Map.entry(Field.DIRECTION, with(one -> one.direction = other(Direction.values(), one.direction))),
            Map.entry(Field.CUMULATIVE, with(one -> one.cumulative = !one.cumulative)),
            Map.entry(
                    Field.FORMULA,
                    with(one -> one.formula = one.formula == null ? ProgressFormula.CHANGE_RATIO : null)),
            Map.entry(
                    Field.BASELINE,
                    with(one -> one.baseline = one.baseline instanceof Baseline.Absent
                            ? new Baseline.Measured(new BigDecimal("0"), R4)
                            : new Baseline.Absent())),
            Map.entry(Field.TARGET, with(one -> one.target = one.target.add(new BigDecimal("0.5")))),
            Map.entry(Field.STATED_TARGET, with(one -> one.stated = one.stated == null ? new BigDecimal("175") : null)),
            Map.entry(
                    Field.CONSOLIDATION,
                    with(one -> one.consolidation = other(Consolidation.values(), one.consolidation))),
            Map.entry(
                    Field.REPORTERS,
                    with(one ->
                            one.reporters = one.reporters.isEmpty() ? List.of(reporter(HIRAIZUMI, "平泉町")) : List.of())),
            Map.entry(Field.SOURCE, with(one -> one.source = one.source + "（翌年6月公表）")));

    static final Map<Field, UnaryOperator<Section>> OF_SECTION = Map.of(
            Field.NO,
            one -> new Section(one.id(), one.number() + "9", one.parent(), one.level(), one.title(), one.body()),
            Field.PARENT,
            one -> new Section(one.id(), one.number(), one.parent() == null ? "9" : null, 1, one.title(), one.body()),
            Field.TITLE,
            one -> new Section(one.id(), one.number(), one.parent(), one.level(), one.title() + "の推進", one.body()),
            Field.BODY,
            one -> new Section(one.id(), one.number(), one.parent(), one.level(), one.title(), one.body() + "進める。"));

    static final Map<Field, UnaryOperator<Initiative>> OF_INITIATIVE = Map.of(
            Field.SECTION,
            one -> new Initiative(one.id(), one.section() + "-1", one.title(), one.municipalities(), one.spans()),
            Field.TITLE,
            one -> new Initiative(one.id(), one.section(), one.title() + "事業", one.municipalities(), one.spans()),
            Field.MUNICIPALITIES,
            one -> new Initiative(
                    one.id(),
                    one.section(),
                    one.title(),
                    one.municipalities().isEmpty() ? List.of(HIRAIZUMI) : List.of(),
                    one.spans()),
            Field.SPAN,
            one -> new Initiative(
                    one.id(),
                    one.section(),
                    one.title(),
                    one.municipalities(),
                    one.spans().isEmpty() ? List.of(new InitiativeSpan(R4, R6, "続ける。")) : List.of()));

    private Things() {}

    /** @param seed picks every part of it */
    static Indicator indicator(int seed, BigDecimal target, int decimals, String unit) {
        Edit one = new Edit();
        one.kind = List.of(IndicatorKind.values()).get(seed % 2);
        one.no = Integer.toString(seed % 90 + 1);
        one.name = "例の指標" + seed;
        one.unit = unit;
        one.decimals = decimals;
        one.target = target;
        one.direction = List.of(Direction.values()).get(seed % 3);
        one.cumulative = seed % 5 == 0;
        one.baseline = switch (seed % 3) {
            case 0 -> new Baseline.Absent();
            case 1 -> new Baseline.AddedLater(seed % 2 == 0 ? "" : "2021年3月供用開始");
            default -> new Baseline.Measured(target.subtract(BigDecimal.TEN), R4);
        };
        one.formula = seed % 7 == 0 ? ProgressFormula.TARGET_RATIO : null;
        one.reporters = seed % 4 == 0 ? List.of() : List.of(reporter(ICHINOSEKI, "一関市"), reporter(HIRAIZUMI, "平泉町"));
        return one.indicator();
    }

    static Section section(int seed) {
        return new Section(
                new SectionId(new UUID(seed, 1)),
                "1-" + (seed % 9 + 1),
                seed % 2 == 0 ? null : "1",
                seed % 2 + 1,
                "例の施策" + seed,
                seed % 3 == 0 ? "" : "例の内容。");
    }

    static Initiative initiative(int seed) {
        return new Initiative(
                new InitiativeId(new UUID(seed, 1)),
                "1-" + (seed % 9 + 1),
                "例の取組" + seed,
                seed % 2 == 0 ? List.of() : List.of(ICHINOSEKI),
                seed % 3 == 0
                        ? List.of()
                        : List.of(new InitiativeSpan(R4, R4, "調べる。"), new InitiativeSpan(R6, R6, "始める。")));
    }

    /** The same indicator, asked of a department in its town. */
    static Indicator withDepartments(Indicator indicator) {
        return with(one -> one.reporters = one.reporters.stream()
                        .map(reporter -> new Reporter(
                                reporter.municipality(),
                                reporter.municipalityName(),
                                new OwnerId(new UUID(1, 1)),
                                new DepartmentId(new UUID(1, 2)),
                                "企画課"))
                        .toList())
                .apply(indicator);
    }

    private static Reporter reporter(MunicipalityCode town, String name) {
        return new Reporter(town, name, null, null, null);
    }

    private static <E extends Enum<E>> E other(E[] all, E one) {
        List<E> inOrder = List.of(all);
        return inOrder.get((inOrder.indexOf(one) + 1) % all.length);
    }

    private static UnaryOperator<Indicator> with(java.util.function.Consumer<Edit> change) {
        return indicator -> {
            Edit edit = new Edit(indicator);
            change.accept(edit);
            return edit.indicator();
        };
    }

    private static final class Edit {
        private IndicatorId id = new IndicatorId(new UUID(1, 3));
        private String no = "1";
        private IndicatorKind kind = IndicatorKind.KPI;
        private String section = "1-1";
        private String name = "";
        private String description = "";
        private String unit = "";
        private Direction direction = Direction.HIGHER;
        private boolean cumulative;
        private int decimals;
        private ChangeDigits change = ChangeDigits.OWN;
        private boolean percent;
        private @Nullable ProgressFormula formula;
        private Baseline baseline = new Baseline.Absent();
        private BigDecimal target = BigDecimal.ZERO;
        private @Nullable BigDecimal stated;
        private Consolidation consolidation = Consolidation.SUM;
        private List<Reporter> reporters = List.of();
        private String source = "";

        private Edit() {}

        private Edit(Indicator of) {
            id = of.id();
            no = of.no();
            kind = of.kind();
            section = of.section();
            name = of.name();
            description = of.description();
            unit = of.unit();
            direction = of.measure().direction();
            cumulative = of.measure().cumulative();
            decimals = of.measure().decimals();
            change = of.measure().changeDigits();
            percent = of.measure().ratioAsPercent();
            formula = of.measure().progressFormula();
            baseline = of.measure().baseline();
            target = of.measure().finalTarget().value();
            stated = of.statedTarget();
            consolidation = of.consolidation();
            reporters = of.reporters();
            source = of.source();
        }

        private Indicator indicator() {
            return new Indicator(
                    id,
                    no,
                    kind,
                    section,
                    name,
                    description,
                    unit,
                    new Measure(
                            direction,
                            cumulative,
                            decimals,
                            change,
                            percent,
                            formula,
                            baseline,
                            List.of(new Target(R6, target))),
                    stated,
                    consolidation,
                    reporters,
                    source);
        }
    }
}
