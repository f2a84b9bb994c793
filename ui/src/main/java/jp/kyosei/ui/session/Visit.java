package jp.kyosei.ui.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request, which finds the session of an earlier login and can make none: nothing that a stranger sends may stay in
 * memory. Only the login itself opens one.
 */
public final class Visit extends HttpServletRequestWrapper {
    private final Optional<Person> person;

    private Visit(HttpServletRequest request, Optional<Person> person) {
        super(request);
        this.person = person;
    }

    static Visit ofStranger(HttpServletRequest request) {
        return new Visit(request, Optional.empty());
    }

    static Visit of(Person person, HttpServletRequest request) {
        return new Visit(request, Optional.of(person));
    }

    /** The present session, or a new one, for somebody who has just logged in. */
    public static HttpSession openSession(HttpServletRequest request) {
        return request instanceof Visit visit ? visit.openSession() : request.getSession(true);
    }

    private HttpSession openSession() {
        return super.getSession(true);
    }

    @Override
    @SuppressWarnings("NullAway") // Whoever insists on a session finds none, as after a timeout.
    public @Nullable HttpSession getSession(boolean create) {
        return super.getSession(false);
    }

    @Override
    public @Nullable HttpSession getSession() {
        return getSession(false);
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
        return person.orElse(null);
    }

    @Override
    public @Nullable String getRemoteUser() {
        return person.map(Person::username).orElse(null);
    }
}
