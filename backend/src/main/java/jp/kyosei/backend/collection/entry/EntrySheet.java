package jp.kyosei.backend.collection.entry;

import java.util.List;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * What one municipality has to enter in a round.
 *
 * @param municipality none for the figures of the whole owner
 * @param rows the indicators asked of it, in the order of the plan
 * @param narratives the town's of this year and of the one before
 * @param initiatives of the plan, with the sections they belong to
 */
public record EntrySheet(
        PlanContent content,
        CollectionRound round,
        @Nullable MunicipalityCode municipality,
        String municipalityName,
        List<EntryRow> rows,
        List<Narrative> narratives,
        List<Initiative> initiatives) {
    public EntrySheet {
        rows = List.copyOf(rows);
        narratives = List.copyOf(narratives);
        initiatives = List.copyOf(initiatives);
    }
}
