/**
 * The tasks of a round, whatever they ask for: their states, days and locks, the steps from one state to the next with
 * approval, reminders and history. What a task asks for is its {@link jp.kyosei.backend.collection.task.TaskSubject}.
 */
@NullMarked
package jp.kyosei.backend.collection.task;

import org.jspecify.annotations.NullMarked;
