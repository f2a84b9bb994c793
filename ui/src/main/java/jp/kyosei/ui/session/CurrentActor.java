package jp.kyosei.ui.session;

import jakarta.inject.Singleton;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.backend.tenancy.Actor;

/** The signed-in person with the roles held at this moment: read anew for every navigation and action. */
@Singleton
public class CurrentActor {
    private final SignedInPerson signedIn;
    private final IdentityService identity;

    CurrentActor(SignedInPerson signedIn, IdentityService identity) {
        this.signedIn = signedIn;
        this.identity = identity;
    }

    /** The actor of the present Vaadin session. */
    public Actor require() {
        return of(signedIn.require());
    }

    /** Somebody whom nobody has registered holds no role and finds nothing. */
    public Actor of(Person person) {
        return identity.actorOf(person.subject())
                .orElseGet(() -> Actor.unregistered(person.username(), person.displayName()));
    }
}
