package jp.kyosei.backend.people;

import java.time.LocalDate;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.Role;
import org.jspecify.annotations.Nullable;

/**
 * What role is given, in which department, and for how long. Days are those of Japan, both inclusive.
 *
 * @param department none for the whole owner
 * @param from the first day; none: at once
 * @param until the last day; none: until further notice
 */
public record RoleTerms(
        Role role,
        @Nullable DepartmentId department,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {
    /** @throws RefusedException if it would end before it begins */
    public RoleTerms {
        if (from != null && until != null && until.isBefore(from)) {
            throw new RefusedException("終わる日が始まる日より前です。日付を直してください。");
        }
    }

    /** At once, and until further notice. */
    public static RoleTerms now(Role role, @Nullable DepartmentId department) {
        return new RoleTerms(role, department, null, null);
    }
}
