package jp.kyosei.backend.discussion.thread;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/** @param names the beginnings of the first of them, a line each */
@Introspected
record NotesOfDepartmentRow(UUID ownerId, String names, int count) {}
