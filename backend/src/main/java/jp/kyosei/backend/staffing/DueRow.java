package jp.kyosei.backend.staffing;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A row of the function {@code transfers_due}.
 *
 * @param alliances those in which the owner's departments are asked, ids with commas between
 */
@Introspected
record DueRow(UUID ownerId, UUID id, UUID preparedBy, String preparedByName, String alliances) {
    List<UUID> allianceIds() {
        return Pattern.compile(",")
                .splitAsStream(alliances)
                .filter(id -> !id.isEmpty())
                .map(UUID::fromString)
                .toList();
    }
}
