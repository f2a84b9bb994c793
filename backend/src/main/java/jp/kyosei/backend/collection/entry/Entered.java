package jp.kyosei.backend.collection.entry;

import java.util.List;
import java.util.Map;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.indicator.IndicatorId;

/**
 * What became of edits that went in together.
 *
 * @param stored whether what they change is stored
 * @param before the cells as they were
 * @param now the cells as they are now; the same where nothing is stored
 * @param figures in the order of the edits
 * @param narratives in the order of the edits
 * @param written the narratives that were stored
 */
record Entered(
        boolean stored,
        Cells before,
        Cells now,
        List<JudgedCell> figures,
        List<JudgedNarrative> narratives,
        Map<IndicatorId, Narrative> written) {

    List<EntryOutcome> outcomes() {
        return figures.stream().map(found -> found.outcome(now)).toList();
    }

    List<EntryPreview> previews() {
        return figures.stream().map(found -> found.preview(before)).toList();
    }

    List<NarrativeOutcome> narrativeOutcomes() {
        return narratives.stream().map(found -> found.outcome(written)).toList();
    }

    TownEntry together() {
        return new TownEntry(
                stored,
                figures.stream().map(found -> found.judgement(before)).toList(),
                narratives.stream().map(JudgedNarrative::judgement).toList());
    }
}
