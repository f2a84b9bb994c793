package jp.kyosei.backend.owners;

import java.util.List;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.OwnerKind;

/**
 * An owner of plans (計画主体): a municipality or an alliance.
 *
 * @param members the alliance's members past and present, the centre city first; empty for a municipality
 */
public record Owner(OwnerId id, String slug, OwnerKind kind, String name, List<Member> members) {
    public Owner {
        members = List.copyOf(members);
    }
}
