package jp.kyosei.ui.session;

import com.vaadin.flow.server.VaadinSession;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The person of the Vaadin session that the present thread works for. Empty where there is none, or where the login is
 * over, which is looked at each time: then nothing may be read or written for anybody.
 */
@Singleton
public class SignedInPerson implements Supplier<Optional<Person>> {
    private final LoginDoor door;

    SignedInPerson(LoginDoor door) {
        this.door = door;
    }

    @Override
    public Optional<Person> get() {
        return Optional.ofNullable(VaadinSession.getCurrent()).flatMap(door::personOf);
    }

    /**
     * The person, where being here at all means that somebody has logged in.
     *
     * @throws LoginOverException if the login has ended meanwhile
     */
    public Person require() {
        return get().orElseThrow(LoginOverException::new);
    }
}
