package jp.kyosei.backend.staffing;

import java.util.List;
import jp.kyosei.backend.staffing.plan.Gap;
import jp.kyosei.backend.staffing.plan.PersonMove;
import jp.kyosei.backend.staffing.plan.WorkMove;

/**
 * What would change, and what would be left without anybody, if a plan were in force; nothing is stored.
 *
 * @param people those for whom something changes
 * @param gaps what is left without anybody that day
 */
public record TransferPreview(List<PersonMove> people, List<WorkMove> work, List<Gap> gaps) {
    public TransferPreview {
        people = List.copyOf(people);
        work = List.copyOf(work);
        gaps = List.copyOf(gaps);
    }

    /** Whether it would change nothing at all. */
    public boolean isNothing() {
        return people.isEmpty() && work.isEmpty();
    }
}
