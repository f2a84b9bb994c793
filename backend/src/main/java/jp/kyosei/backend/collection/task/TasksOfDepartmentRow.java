package jp.kyosei.backend.collection.task;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/** @param names the first of them, a line each */
@Introspected
record TasksOfDepartmentRow(UUID ownerId, String names, int count) {}
