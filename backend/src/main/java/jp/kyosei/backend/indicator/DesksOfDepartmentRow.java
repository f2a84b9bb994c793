package jp.kyosei.backend.indicator;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/** @param names the first of them, a line each */
@Introspected
record DesksOfDepartmentRow(UUID ownerId, String names, int count) {}
