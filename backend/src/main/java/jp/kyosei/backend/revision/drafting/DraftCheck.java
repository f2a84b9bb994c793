package jp.kyosei.backend.revision.drafting;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.Target;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.Reporter;
import jp.kyosei.backend.owners.Member;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.InitiativeSpan;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.tenancy.WrongTextException;
import jp.kyosei.backend.text.TextKind;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator or an initiative of a draft may say. Only what is new in it is judged: a plan that came in from elsewhere may
 * hold years and towns that nobody would give today, and stays changeable all the same.
 */
@Singleton
final class DraftCheck {
    private static final int MOST_DECIMALS = 6;

    private final OwnerService owners;

    DraftCheck(OwnerService owners) {
        this.owners = owners;
    }

    /**
     * The indicator as it may be written: number and name cleaned, new reporters called by their names.
     *
     * @param before none where it is new
     * @throws WrongTextException if something in it cannot be; names the field as the API calls it
     */
    Indicator indicator(Held draft, @Nullable Indicator before, Indicator given) {
        if (draft.takesBack()) {
            return given;
        }
        String no = TypedText.required(TextKind.CODE, "no", "指標番号", given.no(), "指標番号を入力してください。");
        String name = TypedText.required(TextKind.PLAN_WORDS, "name", "指標名", given.name(), "指標名を入力してください。");
        if (given.measure().decimals() < 0 || given.measure().decimals() > MOST_DECIMALS) {
            throw new WrongTextException("decimals", "小数の桁数は0〜%dで指定してください。".formatted(MOST_DECIMALS));
        }
        Plan plan = draft.content().plan();
        checkTargets(plan, before == null ? List.of() : before.measure().targets(), given);
        if (before == null
                || !before.measure().baseline().equals(given.measure().baseline())) {
            checkBaseline(plan, given.measure().baseline());
        }
        return new Indicator(
                given.id(),
                no,
                given.kind(),
                given.section(),
                name,
                given.description(),
                given.unit(),
                given.measure(),
                given.statedTarget(),
                given.consolidation(),
                reporters(draft, before == null ? List.of() : before.reporters(), given.reporters()),
                given.source());
    }

    /** The same of an initiative. */
    void initiative(Held draft, @Nullable Initiative before, Initiative given) {
        if (draft.takesBack()) {
            return;
        }
        Set<MunicipalityCode> known = new HashSet<>(before == null ? List.of() : before.municipalities());
        List<MunicipalityCode> added = given.municipalities().stream()
                .filter(town -> !known.contains(town))
                .toList();
        names(draft, "municipalities", added);
        Plan plan = draft.content().plan();
        Set<InitiativeSpan> spans = new HashSet<>(before == null ? List.of() : before.spans());
        for (InitiativeSpan span : given.spans()) {
            if (!spans.contains(span)) {
                checkYear(plan, "spans", span.firstFiscalYear());
                checkYear(plan, "spans", span.lastFiscalYear());
            }
        }
    }

    private static void checkTargets(Plan plan, List<Target> before, Indicator given) {
        Set<FiscalYear> years = new HashSet<>();
        for (Target target : given.measure().targets()) {
            String field = "target.%d".formatted(target.fiscalYear().year());
            if (!years.add(target.fiscalYear())) {
                throw new WrongTextException(
                        field, "%sの目標値が2つあります。".formatted(target.fiscalYear().longLabel()));
            }
            checkDigits(field, "目標値", target.value());
            if (before.stream().noneMatch(known -> known.fiscalYear().equals(target.fiscalYear()))) {
                checkYear(plan, field, target.fiscalYear());
            }
        }
    }

    private static void checkBaseline(Plan plan, Baseline baseline) {
        if (baseline instanceof Baseline.Measured(BigDecimal value, FiscalYear year)) {
            checkDigits("baseline.value", "現状値", value);
            if (year.compareTo(plan.lastFiscalYear()) > 0) {
                throw new WrongTextException(
                        "baseline.fiscalYear",
                        "現状値の年度は、計画期間の終わり（%s）までで指定してください。"
                                .formatted(plan.lastFiscalYear().longLabel()));
            }
        }
    }

    private static void checkDigits(String field, String called, BigDecimal value) {
        if (!Observed.isHoldable(value)) {
            throw new WrongTextException(field, "%sの桁が多すぎます。整数部も小数部も%d桁までです。".formatted(called, Observed.MAX_DIGITS));
        }
    }

    private static void checkYear(Plan plan, String field, FiscalYear year) {
        if (!plan.covers(year)) {
            throw new WrongTextException(
                    field,
                    "%sは計画期間にありません。%sから%sまでで指定してください。"
                            .formatted(
                                    year.longLabel(),
                                    plan.firstFiscalYear().longLabel(),
                                    plan.lastFiscalYear().longLabel()));
        }
    }

    private List<Reporter> reporters(Held draft, List<Reporter> before, List<Reporter> given) {
        Set<MunicipalityCode> known =
                before.stream().map(Reporter::municipality).collect(Collectors.toSet());
        Set<MunicipalityCode> towns = new HashSet<>();
        for (Reporter reporter : given) {
            if (!towns.add(reporter.municipality())) {
                throw new WrongTextException(
                        "reporters", "報告する市町村「%s」が2つあります。1つにしてください。".formatted(reporter.municipality()));
            }
        }
        Map<MunicipalityCode, String> names = names(
                draft,
                "reporters",
                towns.stream().filter(town -> !known.contains(town)).toList());
        return given.stream()
                .map(reporter -> known.contains(reporter.municipality())
                        ? reporter
                        : new Reporter(
                                reporter.municipality(),
                                names.getOrDefault(reporter.municipality(), ""),
                                reporter.departmentOwner(),
                                reporter.department(),
                                reporter.departmentName()))
                .toList();
    }

    /** What the towns of the owner are called; asks for them only where one is named anew. */
    private Map<MunicipalityCode, String> names(Held draft, String field, Collection<MunicipalityCode> added) {
        if (added.isEmpty()) {
            return Map.of();
        }
        Plan plan = draft.content().plan();
        Owner owner = owners.ownerWithin(plan.owner());
        MunicipalityCode own = owner.municipality();
        Map<MunicipalityCode, String> names = new LinkedHashMap<>();
        if (own != null) {
            names.put(own, owner.name());
        }
        owner.members().stream()
                .filter(member -> lastsInto(plan, member))
                .forEach(member -> names.put(member.municipality(), member.name()));
        for (MunicipalityCode town : added) {
            if (!names.containsKey(town)) {
                throw new WrongTextException(
                        field,
                        "市町村「%s」は、この計画では指定できません。次の中から指定してください：%s"
                                .formatted(
                                        town,
                                        names.entrySet().stream()
                                                .map(known -> "%s（%s）".formatted(known.getKey(), known.getValue()))
                                                .collect(Collectors.joining("、"))));
            }
        }
        return names;
    }

    private static boolean lastsInto(Plan plan, Member member) {
        FiscalYear last = member.lastFiscalYear();
        return last == null || last.compareTo(plan.firstFiscalYear()) >= 0;
    }
}
