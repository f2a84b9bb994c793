package jp.kyosei.backend.people;

import java.time.LocalDate;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.Role;
import org.jspecify.annotations.Nullable;

/**
 * A role as it was given to a person in an owner. Days are those of Japan, both inclusive.
 *
 * @param username the name with which the person logs in
 * @param department none for the whole owner
 * @param from the first day; none: since ever
 * @param until the last day; none: until further notice
 * @param deputyFor whose role it is that the person stands in for; none for a role of their own
 */
public record GivenRole(
        GrantId id,
        PersonId person,
        String username,
        String displayName,
        Role role,
        @Nullable DepartmentId department,
        @Nullable String departmentName,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable PersonId deputyFor,
        @Nullable String deputyForName) {
    static GivenRole of(GivenRoleRow row) {
        return new GivenRole(
                new GrantId(row.id()),
                new PersonId(row.personId()),
                row.username(),
                row.displayName(),
                Role.valueOf(row.role()),
                row.departmentId() == null ? null : new DepartmentId(row.departmentId()),
                row.departmentName(),
                row.validFrom(),
                row.validUntil(),
                row.deputyFor() == null ? null : new PersonId(row.deputyFor()),
                row.deputyForName());
    }

    /** Whether it is held on that day. */
    public boolean isHeldOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    /** Whether it is a deputy's. */
    public boolean isDeputy() {
        return deputyFor != null;
    }

    /** As the trail names the person: {@code 一関 花子 (ichinoseki)}. */
    String called() {
        return "%s (%s)".formatted(displayName, username);
    }
}
