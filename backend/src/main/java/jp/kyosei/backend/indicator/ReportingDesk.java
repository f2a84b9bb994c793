package jp.kyosei.backend.indicator;

import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.OwnerId;

/**
 * The department that is asked for an indicator in a town.
 *
 * @param owner whose department it is: the municipality itself
 */
public record ReportingDesk(OwnerId owner, DepartmentId department) {}
