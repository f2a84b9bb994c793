package jp.kyosei.backend.importing.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.document.WholeIndicator;
import jp.kyosei.backend.importing.document.WholePlan;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.importing.reading.ReadPlan;
import jp.kyosei.backend.plan.PlanPeriod;
import org.jspecify.annotations.Nullable;

/** The period of a new plan: what the person said goes before what the file lets one guess, and a guess is told. */
final class PeriodAsked {
    private PeriodAsked() {}

    /** @param said by whoever brought the file in; none where nobody said */
    static ReadPlan of(ReadPlan read, @Nullable PlanPeriod said) {
        WholePlan plan = read.plan();
        if (said == null) {
            return read.isOwnWorkbook() || plan.lastFiscalYear().compareTo(plan.firstFiscalYear()) < 0
                    ? read
                    : read.with(List.of(Finding.notice(
                            null,
                            "",
                            "計画期間は、ファイルの実績と目標の年度から %s と読みました。違うときは、取り込まずに、計画期間を選んで取り込み直してください。"
                                    .formatted(plan.period().label()))));
        }
        List<Finding> findings = new ArrayList<>();
        Set<FiscalYear> after = years(plan, said, 1);
        if (!after.isEmpty()) {
            findings.add(Finding.problem(
                    null,
                    "",
                    "計画期間（%s）より後の年度（%s）の実績があります。計画期間か、列の年度を確かめてください。".formatted(said.label(), labels(after))));
        }
        Set<FiscalYear> before = years(plan, said, -1);
        if (!before.isEmpty()) {
            findings.add(Finding.notice(
                    null, "", "計画期間（%s）より前の年度（%s）の実績も、過去の値として取り込みます。".formatted(said.label(), labels(before))));
        }
        return read.of(plan.lasting(said)).with(findings);
    }

    private static Set<FiscalYear> years(WholePlan plan, PlanPeriod period, int side) {
        Set<FiscalYear> found = new TreeSet<>();
        for (WholeIndicator indicator : plan.indicators()) {
            indicator.figures().stream()
                    .map(WholeIndicator.Figure::year)
                    .filter(year -> side > 0 ? year.compareTo(period.last()) > 0 : year.compareTo(period.first()) < 0)
                    .forEach(found::add);
        }
        return found;
    }

    private static String labels(Set<FiscalYear> years) {
        return years.stream().map(FiscalYear::shortLabel).collect(Collectors.joining("、"));
    }
}
