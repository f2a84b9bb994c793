package jp.kyosei.backend.collection.task;

import io.micronaut.data.annotation.MappedEntity;

@MappedEntity
record DoneRow(int tasks, int done) {}
