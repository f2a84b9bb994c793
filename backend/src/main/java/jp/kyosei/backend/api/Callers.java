package jp.kyosei.backend.api;

import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.PersonId;

/** Who calls: the subject of the token, with the roles it holds in the database at this moment. */
@Singleton
final class Callers {
    private final IdentityService identity;

    Callers(IdentityService identity) {
        this.identity = identity;
    }

    /** A subject that nobody registered is somebody without any role: it finds nothing. */
    Actor actor(Authentication authentication) {
        return identity.actorOf(authentication.getName())
                .orElseGet(() -> new Actor(
                        new PersonId(new UUID(0, 0)),
                        authentication.getName(),
                        authentication.getName(),
                        false,
                        List.of()));
    }
}
