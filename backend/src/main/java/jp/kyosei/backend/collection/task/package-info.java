/**
 * The tasks of a round, whatever they ask for: their states, days and locks. How they are led from one state to the next, the
 * room above says. What a task asks for is its {@link jp.kyosei.backend.collection.task.TaskSubject}.
 */
@NullMarked
package jp.kyosei.backend.collection.task;

import org.jspecify.annotations.NullMarked;
