package jp.kyosei.backend.owners;

import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.OwnerId;

/** A department (担当課) of an owner. */
public record Department(OwnerId owner, DepartmentId id, String code, String name) {}
