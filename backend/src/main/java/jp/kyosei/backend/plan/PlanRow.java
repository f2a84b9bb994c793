package jp.kyosei.backend.plan;

import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** A plan with its owner's name. */
@MappedEntity
record PlanRow(
        UUID id,
        UUID ownerId,
        String ownerSlug,
        String ownerName,
        String slug,
        String title,
        String kind,
        int firstFiscalYear,
        int lastFiscalYear,
        String levelNames,
        boolean adopted) {}
