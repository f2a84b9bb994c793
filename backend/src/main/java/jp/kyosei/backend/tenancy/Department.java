package jp.kyosei.backend.tenancy;

/** A department (担当課) of an owner. */
public record Department(OwnerId owner, DepartmentId id, String code, String name) {}
