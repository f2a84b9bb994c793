package jp.kyosei.backend.collection;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.tenancy.MunicipalityCode;

/**
 * The rounds of a plan for somebody who takes part in them.
 *
 * @param rounds newest first
 * @param towns those for which the actor enters figures, with their names; for the secretariat all that report
 * @param secretariat whether the actor opens, checks and closes rounds
 * @param openable the years of the plan that have no round yet, newest first
 */
public record RoundOverview(
        PlanContent content,
        List<CollectionRound> rounds,
        SequencedMap<MunicipalityCode, String> towns,
        boolean secretariat,
        List<FiscalYear> openable) {
    public RoundOverview {
        rounds = List.copyOf(rounds);
        openable = List.copyOf(openable);
    }

    /** The towns' names by code. */
    public Map<MunicipalityCode, String> townNames() {
        return towns;
    }
}
