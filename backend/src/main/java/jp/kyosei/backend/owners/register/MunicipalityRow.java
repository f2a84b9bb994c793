package jp.kyosei.backend.owners.register;

import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** A municipality with the name in addresses of the owner that it is, if it is one. */
@MappedEntity
record MunicipalityRow(
        String code,
        String name,
        String kana,
        String prefecture,
        String romaji,
        @Nullable String ownerSlug) {}
