package jp.kyosei.ui.session;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * The door between the screens and what does not pass {@link LoginFilter}: messages that come by a socket opened before,
 * work that the server does for an open screen, and what is sent to it unasked. The same is asked everywhere: does the
 * login stand, is its renewal due, was the person away for too long?
 */
@Singleton
public class LoginDoor {
    private final LoginRenewal renewal;

    LoginDoor(LoginRenewal renewal) {
        this.renewal = renewal;
    }

    /** Whether what a socket brings may come in. Opening a socket is no sign of the person; a message is. */
    public boolean letsIn(VaadinRequest request) {
        boolean message = "POST".equalsIgnoreCase(request.getMethod());
        return Login.in(request.getWrappedSession(false))
                .filter(login -> message ? renewal.keepAlive(login) : renewal.stillStands(login))
                .isPresent();
    }

    /** The person of these screens, if anything may be read for them and told to them now. */
    public Optional<Person> personOf(VaadinSession screens) {
        return Login.in(screens.getSession()).filter(renewal::stillStands).map(Login::person);
    }

    /** Whether {@link #personOf} would ask Keycloak first, for which nobody else should have to wait. */
    public boolean asksFirst(VaadinSession screens) {
        return Login.in(screens.getSession())
                .filter(login -> login.isActive() && renewal.isDue(login))
                .isPresent();
    }
}
