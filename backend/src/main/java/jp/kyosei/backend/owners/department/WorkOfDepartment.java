package jp.kyosei.backend.owners.department;

import java.util.Map;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.OwnerId;

/** What hangs on departments and is work, not people: it can go to another department for itself. */
public interface WorkOfDepartment extends HangsOnDepartment {
    /** What work it is; each kind has one bean. */
    WorkKind kind();

    /**
     * How much of it each department of an owner has, as far as the actor reads it; none where there is none. One statement,
     * inside an open door.
     */
    Map<DepartmentId, Integer> countsWithin(OwnerId owner);
}
