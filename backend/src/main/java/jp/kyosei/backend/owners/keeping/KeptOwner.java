package jp.kyosei.backend.owners.keeping;

import java.time.Instant;
import jp.kyosei.backend.owners.AllianceKind;
import jp.kyosei.backend.owners.OwnerState;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.OwnerKind;
import org.jspecify.annotations.Nullable;

/**
 * An owner in the operator's list.
 *
 * @param municipality none for an alliance
 * @param prefecture none for an alliance
 * @param allianceKind none for a municipality
 * @param members how many municipalities are members without an end
 */
public record KeptOwner(
        OwnerId id,
        String slug,
        OwnerKind kind,
        String name,
        @Nullable MunicipalityCode municipality,
        @Nullable String prefecture,
        @Nullable AllianceKind allianceKind,
        OwnerState state,
        Instant openedAt,
        int members,
        OwnerSize size) {}
