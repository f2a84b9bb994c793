package jp.kyosei.backend.accounts;

import jp.kyosei.backend.tenancy.Role;
import org.jspecify.annotations.Nullable;

/**
 * Whom of an owner's people somebody looks for.
 *
 * @param words part of the name, the name for logging in, or the mail address; empty for anybody
 * @param department the code or the name of a department; empty for any
 */
public record AccountFilter(
        String words,
        String department,
        @Nullable Role role,
        @Nullable AccountState state) {
    public static final AccountFilter ALL = new AccountFilter("", "", null, null);

    /** As PostgreSQL's ilike takes it. */
    String pattern() {
        return "%" + words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    String roleOrAny() {
        return role == null ? "" : role.name();
    }

    String stateOrAny() {
        return state == null ? "" : state.name();
    }
}
