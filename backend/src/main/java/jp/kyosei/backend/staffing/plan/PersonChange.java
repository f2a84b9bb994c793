package jp.kyosei.backend.staffing.plan;

import java.util.List;
import jp.kyosei.backend.people.GivenRole;
import jp.kyosei.backend.tenancy.PersonId;

/** What is to be done to the roles of a person so that they hold what was planned. */
public record PersonChange(PersonId person, String displayName, List<GivenRole> ends, List<Post> begins) {
    boolean isNothing() {
        return ends.isEmpty() && begins.isEmpty();
    }

    /** As it is shown. */
    public PersonMove move(Situation situation) {
        return new PersonMove(
                person,
                displayName,
                ends.stream()
                        .map(role -> new Post(
                                role.role(),
                                role.department() == null
                                        ? null
                                        : situation
                                                .department(role.department())
                                                .orElse(null)))
                        .toList(),
                begins);
    }
}
