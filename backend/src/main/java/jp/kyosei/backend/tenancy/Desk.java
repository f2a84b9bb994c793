package jp.kyosei.backend.tenancy;

import org.jspecify.annotations.Nullable;

/**
 * Who is asked in a municipality.
 *
 * @param department none for the municipality as a whole
 */
public record Desk(MunicipalityCode town, @Nullable DepartmentId department) {}
