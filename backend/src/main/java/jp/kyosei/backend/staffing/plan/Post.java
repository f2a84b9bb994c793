package jp.kyosei.backend.staffing.plan;

import jp.kyosei.backend.owners.department.Department;
import jp.kyosei.backend.tenancy.Role;
import org.jspecify.annotations.Nullable;

/**
 * A role in a department, as somebody holds it.
 *
 * @param department none for the whole owner
 */
public record Post(Role role, @Nullable Department department) {
    /** 企画課 担当課入力; 全体 事務局 */
    public String words() {
        return "%s %s".formatted(department == null ? "団体全体" : department.name(), role.label());
    }
}
