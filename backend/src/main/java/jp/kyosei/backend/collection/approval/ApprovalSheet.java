package jp.kyosei.backend.collection.approval;

import java.util.List;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.tenancy.MunicipalityCode;

/**
 * What of a town in a round waits for the actor's approval.
 *
 * @param rows in the order of the plan; empty where nothing waits
 * @param underWay how many of the town's figures nobody has submitted yet
 * @param passedOn how many went to the secretariat already
 */
public record ApprovalSheet(
        PlanContent content,
        CollectionRound round,
        MunicipalityCode municipality,
        String municipalityName,
        List<ApprovalRow> rows,
        int underWay,
        int passedOn) {
    public ApprovalSheet {
        rows = List.copyOf(rows);
    }
}
