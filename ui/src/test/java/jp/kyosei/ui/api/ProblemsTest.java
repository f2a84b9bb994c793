package jp.kyosei.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.json.tree.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.text.ParseException;
import jp.kyosei.backend.DemonstrationUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every refusal is a problem in Japanese that says nothing of the inside. */
class ProblemsTest {
    private static final String SHEET = "/api/v1/plans/mine-strategy-2/results";
    private static final DemonstrationUser MINE = DemonstrationUser.MINE;

    private final ApiClient client = new ApiClient();

    @Test
    void without_a_token_there_is_no_answer() {
        assertProblem(client.send(SHEET, request -> request), 401, "login-required");
        assertProblem(client.send("/api/v1/me", request -> request), 401, "login-required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer abc",
                "Bearer a.b.c",
                "Bearer",
                "Basic bWluZTpkZW1v",
                "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIwMDAwMDAwMC0wMDAwLTQwMDAtODAwMC0wMDAwMDAwMDAwMDYifQ."
            })
    void a_malformed_token_is_refused(String authorization) {
        assertProblem(
                client.send(SHEET, request -> request.header("Authorization", authorization)), 401, "login-required");
    }

    @Test
    void a_token_that_somebody_else_signed_is_refused() throws GeneralSecurityException, ParseException, JOSEException {
        SignedJWT real = SignedJWT.parse(client.token(MINE));
        assertProblem(withToken(signed(real.getHeader().getKeyID(), real.getJWTClaimsSet())), 401, "login-required");
    }

    @Test
    void a_token_whose_claims_were_changed_is_refused() throws ParseException {
        SignedJWT real = SignedJWT.parse(client.token(DemonstrationUser.HIRAIZUMI));
        String[] parts = client.token(DemonstrationUser.HIRAIZUMI).split("\\.", -1);
        JWTClaimsSet changed = new JWTClaimsSet.Builder(real.getJWTClaimsSet())
                .subject(MINE.subject())
                .build();
        parts[1] = changed.toPayload().toBase64URL().toString();
        assertProblem(withToken(String.join(".", parts)), 401, "login-required");
    }

    @Test
    void a_session_cookie_does_not_open_the_api() {
        ApiClient.Answer answer =
                client.send(SHEET, request -> request.header("Cookie", "JSESSIONID=0123456789ABCDEF"));
        assertProblem(answer, 401, "login-required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/api/v1", "/api/v2/me", "/api/nothing", "/api/v1/plans/a/b/c"})
    void an_unknown_address_is_not_found(String path) {
        assertProblem(client.get(MINE, path), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "2022x", "1999", "99999", "2147483648", "令和4", "2022.5", "-1"})
    void a_wrong_fiscal_year_is_named(String year) {
        String encoded = URLEncoder.encode(year, StandardCharsets.UTF_8);
        for (String of : new String[] {"results", "summary"}) {
            ApiClient.Answer answer =
                    client.get(MINE, "/api/v1/plans/mine-strategy-2/%s?fiscalYear=%s".formatted(of, encoded));
            JsonNode problem = assertProblem(answer, 400, "invalid-input");
            assertThat(problem.get("errors").get(0).get("field").getStringValue())
                    .isEqualTo("fiscalYear");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?fiscalYear=", "?fiscalYear"})
    void without_a_fiscal_year_the_latest_with_figures_is_judged(String query) {
        ApiClient.Answer answer = client.get(MINE, SHEET + query);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("fiscalYear").getIntValue()).isEqualTo(2023);
    }

    @ParameterizedTest
    @CsvSource({"POST", "PUT", "DELETE", "PATCH"})
    void a_wrong_method_is_not_allowed(String method) {
        ApiClient.Answer answer =
                client.send(SHEET, request -> authorized(request).method(method, HttpRequest.BodyPublishers.noBody()));
        assertProblem(answer, 405, "method-not-allowed");
    }

    @Test
    void a_form_that_cannot_be_given_is_not_acceptable() {
        ApiClient.Answer answer =
                client.send(SHEET, request -> authorized(request).setHeader("Accept", "application/pdf"));
        assertProblem(answer, 406, "not-acceptable");
    }

    @Test
    void an_oversize_body_is_too_large() {
        ApiClient.Answer answer = client.send(SHEET, request -> authorized(request)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[26 * 1024 * 1024])));
        assertProblem(answer, 413, "too-large");
    }

    private HttpRequest.Builder authorized(HttpRequest.Builder request) {
        return request.header("Authorization", "Bearer " + client.token(MINE));
    }

    private ApiClient.Answer withToken(String token) {
        return client.send(SHEET, request -> request.header("Authorization", "Bearer " + token));
    }

    private static String signed(String keyId, JWTClaimsSet claims) throws GeneralSecurityException, JOSEException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), claims);
        token.sign(new RSASSASigner(generator.generateKeyPair().getPrivate()));
        return token.serialize();
    }

    private static JsonNode assertProblem(ApiClient.Answer answer, int status, String word) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).as(answer.body()).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.get("status").getIntValue()).isEqualTo(status);
        assertThat(problem.get("type").getStringValue()).isEqualTo("urn:kyosei:problem:" + word);
        assertThat(problem.get("title").getStringValue()).containsPattern("\\p{IsHan}|\\p{IsHiragana}");
        assertThat(answer.body())
                .doesNotContain("Exception", "\tat ", "jp.kyosei", "io.micronaut", "java.", "Failed to");
        return problem;
    }
}
