package jp.kyosei.backend.collection.task;

import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A cell of a round that is not confirmed; without a cell, a round in which everything is. */
@MappedEntity
record UnfinishedRow(
        int fiscalYear,
        boolean open,
        @Nullable UUID indicatorId,
        @Nullable String municipalityCode) {}
