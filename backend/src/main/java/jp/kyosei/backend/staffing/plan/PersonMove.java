package jp.kyosei.backend.staffing.plan;

import java.util.List;
import jp.kyosei.backend.tenancy.PersonId;

/**
 * What changes for a person.
 *
 * @param ends what they hold no more from the day on
 * @param begins what they hold anew
 */
public record PersonMove(PersonId person, String displayName, List<Post> ends, List<Post> begins) {
    public PersonMove {
        ends = List.copyOf(ends);
        begins = List.copyOf(begins);
    }
}
