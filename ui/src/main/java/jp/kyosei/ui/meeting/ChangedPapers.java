package jp.kyosei.ui.meeting;

import java.util.Map;
import java.util.TreeMap;
import jp.kyosei.backend.meeting.Material;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.paper.PaperService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;

/** How many things have changed since the papers of a meeting were issued. */
final class ChangedPapers {
    private ChangedPapers() {}

    /** By the number of the paper; only where something has changed. */
    static Map<Integer, Integer> of(PaperService papers, Actor actor, Meeting shown) {
        Map<Integer, Integer> changed = new TreeMap<>();
        for (Material material : shown.materials()) {
            if (material.isIssued()) {
                int count = differences(papers, actor, shown, material);
                if (count > 0) {
                    changed.put(material.number(), count);
                }
            }
        }
        return changed;
    }

    private static int differences(PaperService papers, Actor actor, Meeting shown, Material material) {
        try {
            return papers.paper(actor, shown.id(), material.number(), null)
                    .differences()
                    .size();
        } catch (NotFoundException e) {
            // A paper that is not for this reader.
            return 0;
        }
    }
}
