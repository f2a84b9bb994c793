package jp.kyosei.ui.session;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The person of the Vaadin session that the present thread works for. Empty where there is none, or where the login has
 * ended: then nothing may be read or written for anybody.
 */
@Singleton
public class SignedInPerson implements Supplier<Optional<Person>> {
    @Override
    public Optional<Person> get() {
        return Optional.ofNullable(VaadinSession.getCurrent())
                .map(VaadinSession::getSession)
                .flatMap(SignedInPerson::loginOf)
                .filter(Login::isActive)
                .map(Login::person);
    }

    /** The person, where being here at all means that somebody has logged in. */
    public Person require() {
        return get().orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
    }

    private static Optional<Login> loginOf(WrappedSession session) {
        return Optional.ofNullable((Login) session.getAttribute(Login.ATTRIBUTE));
    }
}
