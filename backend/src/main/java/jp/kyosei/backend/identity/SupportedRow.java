package jp.kyosei.backend.identity;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import jp.kyosei.backend.tenancy.Grant;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.OwnerKind;
import jp.kyosei.backend.tenancy.Role;
import org.jspecify.annotations.Nullable;

/** An owner that lets operators help today. */
@Introspected
record SupportedRow(
        UUID ownerId,
        String ownerSlug,
        String ownerKind,
        String ownerName,
        @Nullable String municipalityCode) {
    /** Whoever helps reads as a viewer does, in this owner alone. */
    Grant grant() {
        return new Grant(
                new OwnerId(ownerId),
                ownerSlug,
                OwnerKind.valueOf(ownerKind),
                ownerName,
                Role.VIEWER,
                municipalityCode == null ? null : new MunicipalityCode(municipalityCode),
                null,
                null,
                null);
    }
}
