package jp.kyosei.backend.owners.department;

import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.OwnerId;

/** A department (担当課) of an owner, by its newest name. */
public record Department(OwnerId owner, DepartmentId id, String code, String name) {}
