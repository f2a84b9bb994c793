package jp.kyosei.ui.session.oauth;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.security.authentication.AuthenticationResponse;
import io.micronaut.security.oauth2.endpoint.authorization.state.State;
import io.micronaut.security.oauth2.endpoint.token.response.DefaultOpenIdAuthenticationMapper;
import io.micronaut.security.oauth2.endpoint.token.response.OpenIdAuthenticationMapper;
import io.micronaut.security.oauth2.endpoint.token.response.OpenIdClaims;
import io.micronaut.security.oauth2.endpoint.token.response.OpenIdTokenResponse;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.kyosei.backend.accounts.ownlogin.CameBy;
import jp.kyosei.ui.session.Login;
import jp.kyosei.ui.session.Person;
import jp.kyosei.ui.session.ReceivedTokens;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Makes the {@link Login} of Keycloak's answer. No role is read: roles live in the product's database. */
@Singleton
@Replaces(DefaultOpenIdAuthenticationMapper.class)
class LoginMapper implements OpenIdAuthenticationMapper {
    static final String CAME_BY = "kyosei.came-by";

    private final Clock clock;

    LoginMapper(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Publisher<AuthenticationResponse> createAuthenticationResponse(
            String provider, OpenIdTokenResponse answer, OpenIdClaims claims, @Nullable State state) {
        Instant now = clock.instant();
        Login login =
                new Login(personOf(claims), text(claims, "sid"), ReceivedTokens.of(answer, Optional.empty(), now), now);
        Map<String, Object> attributes = new HashMap<>();
        attributes.put(Login.ATTRIBUTE, login);
        cameBy(login.person(), claims).ifPresent(who -> attributes.put(CAME_BY, who));
        return Mono.just(AuthenticationResponse.success(claims.getSubject(), List.of(), attributes));
    }

    /** Who has come by a provider that vouches for their mail address; Keycloak says which one it was. */
    private static Optional<CameBy> cameBy(Person person, OpenIdClaims claims) {
        boolean vouched = Boolean.TRUE.equals(claims.getClaims().get("email_verified"));
        return text(claims, "email").filter(mail -> vouched).flatMap(mail -> text(claims, "identity_provider")
                .map(provider -> new CameBy(person.subject(), person.displayName(), mail, provider)));
    }

    private static Person personOf(OpenIdClaims claims) {
        String subject = Objects.requireNonNull(claims.getSubject(), "An ID token without a subject");
        String username = text(claims, "preferred_username").orElse(subject);
        return new Person(subject, username, displayName(claims).orElse(username));
    }

    /** The family name comes first; the claim {@code name} has it the other way round. */
    private static Optional<String> displayName(OpenIdClaims claims) {
        Optional<String> family = text(claims, "family_name");
        Optional<String> given = text(claims, "given_name");
        return family.flatMap(name -> given.map(first -> name + " " + first))
                .or(() -> family)
                .or(() -> text(claims, "name"));
    }

    private static Optional<String> text(OpenIdClaims claims, String name) {
        return Optional.ofNullable(claims.getClaims().get(name))
                .map(Object::toString)
                .filter(value -> !value.isBlank());
    }
}
