package jp.kyosei.backend.collection;

import java.util.List;
import java.util.SequencedMap;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.backend.evaluation.Consolidation;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.tenancy.MunicipalityCode;

/**
 * The rounds of a plan for somebody who takes part in them.
 *
 * @param rounds newest first
 * @param indicators of the version in force
 * @param towns those for which the actor enters figures, with their names; for the secretariat all that report
 * @param secretariat whether the actor opens, checks and closes rounds
 * @param openable the years of the plan that have no round yet, newest first
 */
public record RoundOverview(
        PlanContent content,
        List<CollectionRound> rounds,
        List<Indicator> indicators,
        SequencedMap<MunicipalityCode, String> towns,
        boolean secretariat,
        List<FiscalYear> openable) {
    public RoundOverview {
        rounds = List.copyOf(rounds);
        indicators = List.copyOf(indicators);
        openable = List.copyOf(openable);
    }

    /** Whether the secretariat enters figures of the whole owner itself. */
    public boolean hasJointEntry() {
        return indicators.stream().anyMatch(indicator -> indicator.consolidation() == Consolidation.ENTERED);
    }
}
