package jp.kyosei.backend.api.plans;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.kyosei.backend.api.web.InvalidInputException;
import jp.kyosei.backend.api.web.NothingElse;
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
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * An indicator of a draft, new or changed; what is left out of a change stays as it is.
 *
 * @param section the number of its section
 * @param position its place from 1 on in its section; without it the last where it is new or goes to another section
 * @param decimals digits after the point with which figures are printed, 0 to 6
 * @param changeDigits with how many the difference to the year before is printed
 * @param target targets by fiscal year: those named are set, or taken out where null; the others stay
 * @param formula how progress is computed, if not by the rules of the owner
 * @param reporters codes of the municipalities that report it, all of them; the departments asked in those that stay, stay
 * @param reason why; needed where there are results already that are read by what changes
 */
@Serdeable
@NothingElse
record IndicatorBody(
        @Nullable String no,
        @Nullable IndicatorKind kind,
        @Nullable String section,
        @Nullable Integer position,
        @Nullable String name,
        @Nullable String description,
        @Nullable String unit,
        @Nullable Integer decimals,
        @Nullable ChangeDigits changeDigits,
        @Nullable Boolean ratioAsPercent,
        @Nullable Direction direction,
        @Nullable Boolean cumulative,
        @Nullable BaselineBody baseline,
        @Nullable Map<String, @Nullable BigDecimal> target,
        @Nullable FormulaChoice formula,
        @Nullable Consolidation consolidation,
        @Nullable List<String> reporters,
        @Nullable String source,
        @Nullable String reason) {

    /** How the progress of an indicator is computed. */
    @Serdeable
    enum FormulaChoice {
        /** As the owner's rules say for all. */
        RULES,
        TARGET_RATIO,
        CHANGE_RATIO;

        static FormulaChoice of(@Nullable ProgressFormula formula) {
            return formula == null ? RULES : valueOf(formula.name());
        }

        @Nullable
        ProgressFormula formula() {
            return this == RULES ? null : ProgressFormula.valueOf(name());
        }
    }

    /** Where it starts from: a figure with its year, none, or that it came later and what is printed instead. */
    @Serdeable
    @NothingElse
    record BaselineBody(
            @Nullable BigDecimal value,
            @Nullable Integer fiscalYear,
            @Nullable Boolean absent,
            @Nullable String addedLater) {
        Baseline baseline() {
            boolean none = Boolean.TRUE.equals(absent);
            long given = Stream.of(value == null ? fiscalYear : value, none ? true : null, addedLater)
                    .filter(Objects::nonNull)
                    .count();
            if (given != 1) {
                throw new InvalidInputException(
                        "baseline",
                        "value と fiscalYear（現状値とその年度）、absent（現状値なし）、addedLater（後から加わった指標の注）のどれか1つを指定してください。");
            }
            if (addedLater != null) {
                return new Baseline.AddedLater(addedLater);
            }
            if (none) {
                return new Baseline.Absent();
            }
            return new Baseline.Measured(
                    Given.required("baseline.value", "現状値", value),
                    Given.year("baseline.fiscalYear", Given.required("baseline.fiscalYear", "現状値の年度", fiscalYear)));
        }
    }

    String why() {
        return Objects.requireNonNullElse(reason, "");
    }

    /**
     * A new indicator.
     *
     * @param sectionNumber of the version
     * @param usual who reports it where nobody is named
     */
    Indicator added(String sectionNumber, List<Reporter> usual) {
        return new Indicator(
                IndicatorId.next(),
                Objects.requireNonNullElse(no, ""),
                Objects.requireNonNullElse(kind, IndicatorKind.KPI),
                sectionNumber,
                Objects.requireNonNullElse(name, ""),
                Objects.requireNonNullElse(description, ""),
                Objects.requireNonNullElse(unit, ""),
                new Measure(
                        Given.required("direction", "良い向き（HIGHER、LOWER、KEEP）", direction),
                        Boolean.TRUE.equals(cumulative),
                        Objects.requireNonNullElse(decimals, 0),
                        Objects.requireNonNullElse(changeDigits, ChangeDigits.OWN),
                        Boolean.TRUE.equals(ratioAsPercent),
                        formula == null ? null : formula.formula(),
                        baseline == null ? new Baseline.Absent() : baseline.baseline(),
                        targets(List.of())),
                null,
                Objects.requireNonNullElse(consolidation, Consolidation.SINGLE),
                reporters == null ? usual : reporters(List.of(), reporters),
                Objects.requireNonNullElse(source, ""));
    }

    /** The indicator with what is given anew. */
    Indicator changed(Indicator before, String sectionNumber) {
        Measure measure = before.measure();
        return new Indicator(
                before.id(),
                Objects.requireNonNullElse(no, before.no()),
                Objects.requireNonNullElse(kind, before.kind()),
                sectionNumber,
                Objects.requireNonNullElse(name, before.name()),
                Objects.requireNonNullElse(description, before.description()),
                Objects.requireNonNullElse(unit, before.unit()),
                new Measure(
                        Objects.requireNonNullElse(direction, measure.direction()),
                        Objects.requireNonNullElse(cumulative, measure.cumulative()),
                        Objects.requireNonNullElse(decimals, measure.decimals()),
                        Objects.requireNonNullElse(changeDigits, measure.changeDigits()),
                        Objects.requireNonNullElse(ratioAsPercent, measure.ratioAsPercent()),
                        formula == null ? measure.progressFormula() : formula.formula(),
                        baseline == null ? measure.baseline() : baseline.baseline(),
                        targets(measure.targets())),
                before.statedTarget(),
                Objects.requireNonNullElse(consolidation, before.consolidation()),
                reporters == null ? before.reporters() : reporters(before.reporters(), reporters),
                Objects.requireNonNullElse(source, before.source()));
    }

    private List<Target> targets(List<Target> before) {
        Map<FiscalYear, Target> targets = new TreeMap<>();
        before.forEach(known -> targets.put(known.fiscalYear(), known));
        if (target != null) {
            target.forEach((key, value) -> {
                FiscalYear year = Given.year("target.%s".formatted(key), key);
                if (value == null) {
                    targets.remove(year);
                } else {
                    targets.put(year, new Target(year, value));
                }
            });
        }
        if (targets.isEmpty()) {
            throw new InvalidInputException("target", "目標値を1つ以上、{\"2025\": 37000} のように年度ごとに指定してください。");
        }
        return List.copyOf(targets.values());
    }

    private static List<Reporter> reporters(List<Reporter> before, List<String> codes) {
        return Given.towns("reporters", codes).stream()
                .map(town -> before.stream()
                        .filter(known -> known.municipality().equals(town))
                        .findFirst()
                        .orElseGet(() -> reporter(town)))
                .toList();
    }

    /** A town without a department of its own for this indicator. */
    static Reporter reporter(MunicipalityCode town) {
        return new Reporter(town, "", null, null, null);
    }
}
