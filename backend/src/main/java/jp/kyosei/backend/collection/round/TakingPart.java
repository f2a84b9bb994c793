package jp.kyosei.backend.collection.round;

import jakarta.inject.Singleton;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.OwnerId;

/** Who takes part in the collections of an owner. */
@Singleton
public class TakingPart {
    private final AccessPolicy policy;

    TakingPart(AccessPolicy policy) {
        this.policy = policy;
    }

    /** @throws ForbiddenException if the actor works on no town's figures and does not keep the owner's plans */
    public void check(Actor actor, OwnerId owner) {
        if (!policy.figureSight(actor, owner).seesSubmitted()) {
            throw new ForbiddenException("実績照会を見られるのは、市町村の担当者と所属長、事務局です。");
        }
    }
}
