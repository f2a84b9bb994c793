package jp.kyosei.backend.mail;

import java.util.Set;
import java.util.UUID;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who shall get a notice, in words; the persons are found when it is sent. Nobody is reached who holds no role in the
 * notice's owner or in a municipality that is its member at that moment.
 */
public sealed interface Addressees {
    /** One person, such as the one who submitted. */
    record Person(PersonId person) implements Addressees {}

    /**
     * The holders of one of the roles in a municipality: the owner's own, or a member of the alliance.
     *
     * <p>Where nobody can be reached, the owner's secretariat is told instead.
     *
     * @param department reaches those whose role names this department and those whose role names none, so that somebody
     *     is reached where the department has no holder; null reaches the holders in all departments
     * @param also those who are reached besides, as far as they still enter or approve at this desk
     * @param year the fiscal year that it is about: a town that was a member then is reached, too; none where it is about now
     */
    record OfTown(
            MunicipalityCode town,
            @Nullable DepartmentId department,
            Set<Role> roles,
            Set<PersonId> also,
            @Nullable FiscalYear year)
            implements Addressees {
        public OfTown {
            roles = atLeastOne(roles);
            also = Set.copyOf(also);
        }

        public OfTown(MunicipalityCode town, @Nullable DepartmentId department, Set<Role> roles) {
            this(town, department, roles, Set.of(), null);
        }
    }

    /** The holders of one of the roles in the owner itself, such as the committee; where there is none, its secretariat. */
    record OfOwner(Set<Role> roles) implements Addressees {
        public OfOwner {
            roles = atLeastOne(roles);
        }
    }

    /**
     * Those who follow one of these things (a note, an indicator, a plan) and hold one of the roles by which they may see
     * what is announced; never the one who caused it.
     *
     * @param ownerOnly whether the role must be held in the owner itself, not in a member municipality
     */
    record Followers(Set<UUID> followed, Set<Role> roles, boolean ownerOnly) implements Addressees {
        public Followers {
            followed = Set.copyOf(followed);
            roles = atLeastOne(roles);
        }
    }

    private static Set<Role> atLeastOne(Set<Role> roles) {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("a notice to no role reaches nobody");
        }
        return Set.copyOf(roles);
    }
}
