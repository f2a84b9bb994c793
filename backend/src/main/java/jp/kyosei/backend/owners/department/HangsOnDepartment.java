package jp.kyosei.backend.owners.department;

import java.util.List;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.OwnerId;

/**
 * What a feature keeps that names departments. It is asked before a department is closed, and goes to the department into
 * which that one is merged. Each feature that names departments has a bean of this.
 */
public interface HangsOnDepartment {
    /**
     * What names the department now and would be left without anybody; to be called inside an open door.
     *
     * @param owner whose department it is
     */
    List<Hanging> hangingWithin(OwnerId owner, DepartmentId department);

    /** Lets all of that name another department of the same owner; to be called inside the write that merges them. */
    void moveWithin(OwnerId owner, DepartmentId from, DepartmentId to);
}
