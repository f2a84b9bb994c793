package jp.kyosei.backend.tenancy;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which owners the row-level security of a transaction opens for an actor, and in which way: the outer bounds of what {@link
 * AccessPolicy} decides one by one.
 */
final class OwnersInContext {
    private OwnersInContext() {}

    /** The owners whose notes between committee and secretariat the actor sees. */
    static Set<OwnerId> council(Actor actor) {
        return owners(
                actor,
                grant -> grant.isDirect() && (grant.role() == Role.COMMITTEE || grant.role() == Role.SECRETARIAT));
    }

    /** The owners whose notes for the municipalities the actor sees. */
    static Set<OwnerId> members(Actor actor) {
        return owners(actor, grant -> AccessPolicy.TAKING_PART.contains(grant.role()));
    }

    /** The owners in which a transaction of this actor may write notes, answers and marks. */
    static Set<OwnerId> discussing(Actor actor) {
        return owners(
                actor, grant -> grant.role() == Role.COMMITTEE || AccessPolicy.TAKING_PART.contains(grant.role()));
    }

    /** The owners whose secretariat the actor is: {@link AccessPolicy#canKeepPlans}. */
    static Set<OwnerId> kept(Actor actor) {
        return owners(actor, grant -> grant.isDirect() && grant.role() == Role.SECRETARIAT);
    }

    /** The owners in which a transaction of this actor may write plan data at all; services narrow it further. */
    static Set<OwnerId> writable(Actor actor) {
        return owners(actor, grant -> switch (grant.role()) {
            case SECRETARIAT, CONTRIBUTOR, APPROVER, ADMIN -> true;
            case COMMITTEE, VIEWER -> false;
        });
    }

    /** The owners whose admin the actor is. */
    static Set<OwnerId> administered(Actor actor) {
        return owners(actor, grant -> grant.isDirect() && grant.role() == Role.ADMIN);
    }

    private static Set<OwnerId> owners(Actor actor, Predicate<Grant> which) {
        return actor.grants().stream().filter(which).map(Grant::owner).collect(Collectors.toUnmodifiableSet());
    }
}
