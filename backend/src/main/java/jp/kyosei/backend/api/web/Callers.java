package jp.kyosei.backend.api.web;

import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.backend.tenancy.Actor;

/** Who calls: the subject of the token, with the roles it holds in the database at this moment. */
@Singleton
public final class Callers {
    private final IdentityService identity;

    Callers(IdentityService identity) {
        this.identity = identity;
    }

    /** A subject that nobody registered is somebody without any role: it finds nothing. */
    public Actor actor(Authentication authentication) {
        return identity.actorOf(authentication.getName())
                .orElseGet(() -> Actor.unregistered(authentication.getName(), authentication.getName()));
    }
}
