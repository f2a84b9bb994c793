package jp.kyosei.backend.api.web;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.AnnotatedRequestArgumentBinder;
import io.micronaut.http.bind.binders.PostponedRequestArgumentBinder;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.util.Optional;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.backend.load.CallLimits;
import jp.kyosei.backend.tenancy.Actor;

/**
 * Says who calls. Postponed until the filters have looked at the token; then a route is on the thread that may wait for the
 * database.
 */
@Singleton
final class Callers implements AnnotatedRequestArgumentBinder<Caller, Actor>, PostponedRequestArgumentBinder<Actor> {
    private final IdentityService identity;
    private final CallLimits limits;

    Callers(IdentityService identity, CallLimits limits) {
        this.identity = identity;
        this.limits = limits;
    }

    @Override
    public Class<Caller> getAnnotationType() {
        return Caller.class;
    }

    /** Empty only on a route that lets strangers in. */
    @Override
    public BindingResult<Actor> bind(ArgumentConversionContext<Actor> context, HttpRequest<?> source) {
        Optional<Actor> actor = source.getUserPrincipal(Authentication.class).map(this::actor);
        return () -> actor;
    }

    /** A subject that nobody registered is somebody without any role: it finds nothing. */
    private Actor actor(Authentication authentication) {
        limits.ofPerson(authentication.getName()).ifPresent(tooMany -> {
            throw tooMany;
        });
        return identity.actorOf(authentication.getName())
                .orElseGet(() -> Actor.unregistered(authentication.getName(), authentication.getName()));
    }
}
