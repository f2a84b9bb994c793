package jp.kyosei.backend.staffing.plan;

import jp.kyosei.backend.owners.department.Department;
import jp.kyosei.backend.owners.department.WorkKind;

/**
 * What a department has to do goes to another one.
 *
 * @param count how many there are now; once it is done, how many went
 */
public record WorkMove(WorkKind kind, Department from, Department to, int count) {
    /** 企画課 → 財政課：指標の担当 3件 */
    public String words() {
        return "%s → %s：%s %d件".formatted(from.name(), to.name(), kind.label(), count);
    }
}
