package jp.kyosei.backend.tenancy;

import org.jspecify.annotations.Nullable;

/**
 * One role of a person in one owner, either held there or carried into an alliance by a member municipality.
 *
 * @param owner where the role counts
 * @param town the municipality for which the person acts; none for a role held in an alliance itself
 * @param department the department in that municipality, if one is named
 * @param through the member municipality that carries the role into the alliance; none for a role held directly
 * @param lastYear the last fiscal year in which that municipality was a member, as the year of its April: of later ones the
 *     role says nothing; none while it is a member, and for a role held directly
 */
public record Grant(
        OwnerId owner,
        String ownerSlug,
        OwnerKind ownerKind,
        String ownerName,
        Role role,
        @Nullable MunicipalityCode town,
        @Nullable DepartmentId department,
        @Nullable OwnerId through,
        @Nullable Integer lastYear) {

    /** Whether the role is held in the owner itself rather than carried in by a member municipality. */
    public boolean isDirect() {
        return through == null;
    }
}
