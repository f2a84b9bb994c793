package jp.kyosei.backend.plan;

import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plan, the version in force and one of its sections; one row without a section where the version is empty. */
@MappedEntity
record PlanSectionRow(
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
        UUID versionId,
        int versionNumber,
        String versionTitle,
        @Nullable LocalDate adoptedOn,
        boolean adoptedMonthOnly,
        @Nullable String adopted,
        @Nullable UUID sectionId,
        @Nullable String sectionNumber,
        @Nullable String parentNumber,
        @Nullable Integer level,
        @Nullable String sectionTitle,
        @Nullable String body) {}
