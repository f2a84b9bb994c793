package jp.kyosei.backend.tenancy;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who acts: an identified person with the roles read from the database for this very request. Passed explicitly; there
 * is no ambient actor.
 *
 * @param operator whether the person runs the service itself; an operator keeps owners and people but reads no plan
 */
public record Actor(PersonId person, String username, String displayName, boolean operator, List<Grant> grants) {
    public Actor {
        grants = List.copyOf(grants);
    }

    /** Somebody whom nobody has registered: holds no role and finds nothing. */
    public static Actor unregistered(String username, String displayName) {
        return new Actor(new PersonId(new UUID(0, 0)), username, displayName, false, List.of());
    }

    /** The owners whose data this actor may read, directly or as a member of an alliance. */
    public Set<OwnerId> readableOwners() {
        return grants.stream().map(Grant::owner).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The owners that this actor reads up to a year only, because all municipalities that carry a role there have left: each
     * with the last fiscal year.
     */
    public Map<OwnerId, Integer> lastYears() {
        Map<OwnerId, Integer> last = new LinkedHashMap<>();
        for (Grant grant : grants) {
            Integer until = grant.lastYear();
            if (until != null) {
                last.merge(grant.owner(), until, Math::max);
            }
        }
        grants.stream()
                .filter(grant -> grant.lastYear() == null)
                .map(Grant::owner)
                .forEach(last::remove);
        return Map.copyOf(last);
    }

    /** Whether the actor holds one of these roles in the owner itself. */
    public boolean holds(OwnerId owner, Role... roles) {
        Set<Role> wanted = Set.of(roles);
        return grants.stream()
                .anyMatch(grant -> grant.isDirect() && grant.owner().equals(owner) && wanted.contains(grant.role()));
    }

    /** The actor's owners, each once with all its roles there: held ones first, then by name of the owner. */
    public Map<OwnerId, List<Grant>> grantsByOwner() {
        return grants.stream()
                .sorted(Comparator.comparing((Grant grant) -> !grant.isDirect()).thenComparing(Grant::ownerSlug))
                .collect(Collectors.groupingBy(Grant::owner, LinkedHashMap::new, Collectors.toList()));
    }
}
