package jp.kyosei.ui.session.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.UnaryOperator;
import jp.kyosei.ui.session.KeycloakRealm;
import jp.kyosei.ui.session.oauth.BackChannelLogout.LogoutToken;
import org.junit.jupiter.api.Test;

class LogoutTokenTest {
    private static final Instant NOW = Instant.parse("2026-01-15T10:00:00Z");
    private static final KeycloakRealm REALM =
            new KeycloakRealm("https://login.example.jp/realms/kyosei", "", "kyosei");

    @Test
    void keycloaks_own_token_is_accepted() {
        assertThat(accepted(token -> token)).isTrue();
    }

    @Test
    void another_issuer_is_refused() {
        assertThat(accepted(token -> token.issuer("https://login.example.jp/realms/other")))
                .isFalse();
    }

    @Test
    void a_token_for_another_client_is_refused() {
        assertThat(accepted(token -> token.audience("other"))).isFalse();
    }

    @Test
    void a_token_without_the_logout_event_is_refused() {
        assertThat(accepted(token -> token.claim("events", null))).isFalse();
        assertThat(accepted(token -> token.claim("events", Map.of("http://example.jp/other", Map.of()))))
                .isFalse();
    }

    @Test
    void an_id_token_passed_off_as_a_logout_token_is_refused_by_its_nonce() {
        assertThat(accepted(token -> token.claim("nonce", "n"))).isFalse();
    }

    @Test
    void a_token_that_names_neither_session_nor_person_is_refused() {
        assertThat(accepted(token -> token.claim("sid", null).subject(null))).isFalse();
    }

    @Test
    void an_old_token_is_refused() {
        assertThat(accepted(token -> token.issueTime(Date.from(NOW.minus(Duration.ofMinutes(6))))))
                .isFalse();
        assertThat(accepted(token -> token.expirationTime(Date.from(NOW)))).isFalse();
    }

    private static boolean accepted(UnaryOperator<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder token = new JWTClaimsSet.Builder()
                .issuer("https://login.example.jp/realms/kyosei")
                .audience("kyosei")
                .subject("person")
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plus(Duration.ofMinutes(2))))
                .claim("sid", "session")
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        return LogoutToken.isAcceptable(change.apply(token).build(), REALM, NOW);
    }
}
