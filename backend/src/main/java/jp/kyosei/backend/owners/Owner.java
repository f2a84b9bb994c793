package jp.kyosei.backend.owners;

import java.time.Instant;
import java.util.List;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.OwnerKind;
import org.jspecify.annotations.Nullable;

/**
 * An owner of plans (計画主体): a municipality or an alliance.
 *
 * @param municipality its code, if it is a municipality
 * @param allianceKind which form it has, if it is an alliance
 * @param members the alliance's members past and present, the centre city first; empty for a municipality
 * @param version counts changes of the owner and of its members; what a change began from
 */
public record Owner(
        OwnerId id,
        String slug,
        OwnerKind kind,
        String name,
        @Nullable MunicipalityCode municipality,
        @Nullable AllianceKind allianceKind,
        OwnerState state,
        Instant openedAt,
        List<Member> members,
        long version) {
    /** Says of a change that it may overwrite whatever is there. */
    public static final long ANY_VERSION = -1;

    public Owner {
        members = List.copyOf(members);
    }

    /** Whether an address means this owner: by its name in addresses, or by a municipality's code. */
    public boolean isCalled(String slugOrCode) {
        return slug.equals(slugOrCode)
                || (municipality != null && municipality.value().equals(slugOrCode));
    }
}
