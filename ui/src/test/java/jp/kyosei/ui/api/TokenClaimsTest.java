package jp.kyosei.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.token.Claims;
import io.micronaut.security.token.jwt.generator.claims.JwtClaimsSetAdapter;
import io.micronaut.security.token.jwt.validator.JwtClaimsValidator;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.RunningKyosei;
import org.junit.jupiter.api.Test;

/** Claims that Keycloak could well have signed, put before every check that the running product makes of them. */
class TokenClaimsTest {
    private final ApiClient client = new ApiClient();

    @Test
    void a_token_as_keycloak_gives_it_is_let_in() throws ParseException {
        assertThat(letIn(claims -> claims)).isTrue();
    }

    @Test
    @SuppressWarnings("JavaUtilDate") // the library's claims know no other
    void an_expired_token_is_refused() throws ParseException {
        assertThat(letIn(claims -> claims.expirationTime(Date.from(Instant.parse("2023-11-14T00:00:00Z")))))
                .isFalse();
        assertThat(letIn(claims -> claims.expirationTime(null))).isFalse();
    }

    @Test
    void a_token_for_another_audience_is_refused() throws ParseException {
        assertThat(letIn(claims -> claims.audience("account"))).isFalse();
        assertThat(letIn(claims -> claims.audience(List.of()))).isFalse();
    }

    @Test
    void a_token_of_another_realm_is_refused() throws ParseException {
        assertThat(letIn(claims -> claims.issuer("http://localhost/realms/master")))
                .isFalse();
    }

    @Test
    void a_token_that_is_no_access_token_is_refused() throws ParseException {
        assertThat(letIn(claims -> claims.claim("typ", "ID"))).isFalse();
        assertThat(letIn(claims -> claims.claim("typ", "Refresh"))).isFalse();
    }

    @Test
    void a_token_of_nobody_is_refused() throws ParseException {
        assertThat(letIn(claims -> claims.subject(null))).isFalse();
    }

    @SuppressWarnings("unchecked")
    private boolean letIn(UnaryOperator<JWTClaimsSet.Builder> change) throws ParseException {
        JWTClaimsSet real =
                SignedJWT.parse(client.token(DemonstrationUser.MINE)).getJWTClaimsSet();
        Claims claims = new JwtClaimsSetAdapter(
                change.apply(new JWTClaimsSet.Builder(real)).build());
        return RunningKyosei.get().bean(ApplicationContext.class).getBeansOfType(JwtClaimsValidator.class).stream()
                .map(check -> (JwtClaimsValidator<HttpRequest<?>>) check)
                .allMatch(check -> check.validate(claims, HttpRequest.GET("/api/v1/me")));
    }
}
