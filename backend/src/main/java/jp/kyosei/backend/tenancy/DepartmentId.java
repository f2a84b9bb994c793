package jp.kyosei.backend.tenancy;

import java.util.UUID;

/** Identifies a department (担当課) within its owner. */
public record DepartmentId(UUID value) {
    public static DepartmentId next() {
        return new DepartmentId(UUID.randomUUID());
    }
}
