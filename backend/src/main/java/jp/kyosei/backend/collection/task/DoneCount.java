package jp.kyosei.backend.collection.task;

import io.micronaut.data.annotation.MappedEntity;

/**
 * How far a round had come at a moment.
 *
 * @param tasks how many there were
 * @param done how many of them had been handed in to the secretariat
 */
@MappedEntity
public record DoneCount(int tasks, int done) {}
