package jp.kyosei.backend.publishing.open;

import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** A further file of a publication. Rows are never compared, so that the array does no harm. */
@SuppressWarnings("ArrayRecordComponent")
@MappedEntity("publication_file")
record FileRow(UUID publicationId, String name, String contentType, byte[] content) {}
