package jp.kyosei.backend.accounts.keycloak;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds and makes accounts in Keycloak, and asks it to write to people. Each call may be made again: nothing is made twice. */
@Singleton
public class KeycloakAccounts {
    /** The group whose members are asked for a second factor at every login. */
    static final String SECOND_FACTOR = "second-factor";

    private static final String CLIENT = "kyosei-accounts";
    private static final String MADE_BY_US = "madeByKyosei";
    private static final Duration AHEAD_OF_EXPIRY = Duration.ofSeconds(20);
    private static final String AWAY = "ログインの仕組み（Keycloak）につながりません。つながりしだい、自動で送ります。";
    private static final String NO_MAIL = "メールを送れませんでした。時間をおいて、自動でやり直します。";
    private static final String NOT_TAKEN = "この内容では登録できませんでした。氏名とメールアドレスを確かめ、招待を取り下げてやり直してください。";
    private static final String NOT_OURS = "このメールアドレスには招待を送れません。別のメールアドレスで招待するか、運用担当に連絡してください。";
    /** What names of people may not hold in Keycloak. */
    private static final String NO_NAME = "[<>&\"$%!#?§;*~/\\\\|^=\\[\\]{}()\\p{Cntrl}]";

    private final KeycloakAdmin keycloak;
    private final KeycloakSettings settings;
    private final Clock clock;
    private volatile @Nullable Bearer bearer;

    KeycloakAccounts(KeycloakAdmin keycloak, KeycloakSettings settings, Clock clock) {
        this.keycloak = keycloak;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether this process has an account of its own at Keycloak. */
    public boolean isSetUp() {
        return settings.isSetUp();
    }

    /**
     * The account of that mail address, made now if there is none.
     *
     * @throws KeycloakTroubleException also if there is one that somebody else made and whose address nobody has confirmed
     */
    public FoundAccount accountOf(String mail, String displayName) throws KeycloakTroubleException {
        Optional<KeycloakAdmin.User> known = find(mail);
        if (known.isEmpty()) {
            create(mail, displayName);
            known = find(mail);
        }
        KeycloakAdmin.User user = known.orElseThrow(
                () -> new KeycloakTroubleException("an account just made is not found", AWAY, true, null));
        boolean made = wasMade(user);
        if ((!made && !Boolean.TRUE.equals(user.emailVerified())) || !user.enabled()) {
            throw new KeycloakTroubleException("the account is not to be linked", NOT_OURS, false, null);
        }
        return new FoundAccount(user.id(), made, isUsed(user.id()));
    }

    private Optional<KeycloakAdmin.User> find(String mail) throws KeycloakTroubleException {
        return ask(token -> keycloak.users(token, settings.realmName(), mail, true)).stream()
                .findFirst();
    }

    private boolean isUsed(String subject) throws KeycloakTroubleException {
        return !ask(token -> keycloak.credentials(token, settings.realmName(), subject))
                .isEmpty();
    }

    private void create(String mail, String displayName) throws KeycloakTroubleException {
        String name = displayName.replaceAll(NO_NAME, "").strip();
        int space = name.replace('　', ' ').indexOf(' ');
        KeycloakAdmin.NewUser user = new KeycloakAdmin.NewUser(
                mail,
                mail,
                space < 0 ? name : name.substring(0, space),
                space < 0 ? "" : name.substring(space + 1).strip(),
                true,
                false,
                Map.of(MADE_BY_US, List.of("true"), "locale", List.of("ja")));
        unless(HttpStatus.CONFLICT, token -> keycloak.create(token, settings.realmName(), user));
    }

    /** Makes the account a member of the owner's organization, which is made if there is none. */
    public void join(String slug, String ownerName, String subject) throws KeycloakTroubleException {
        Optional<String> known = organization(slug, ownerName);
        if (known.isEmpty()) {
            // Two towns may have the same name, of which Keycloak takes one alone.
            for (String name : List.of(ownerName, nameWithSlug(slug, ownerName))) {
                KeycloakAdmin.NewOrganization organization = new KeycloakAdmin.NewOrganization(name, slug, true);
                if (unless(
                        HttpStatus.CONFLICT,
                        token -> keycloak.createOrganization(token, settings.realmName(), organization))) {
                    break;
                }
            }
            known = organization(slug, ownerName);
        }
        String organization = known.orElseThrow(() ->
                new KeycloakTroubleException("an organization just made is not found: " + slug, AWAY, true, null));
        unless(
                HttpStatus.CONFLICT,
                token -> keycloak.addMember(token, settings.realmName(), organization, "\"%s\"".formatted(subject)));
    }

    private Optional<String> organization(String slug, String ownerName) throws KeycloakTroubleException {
        List<KeycloakAdmin.Organization> found = new ArrayList<>();
        for (String name : List.of(ownerName, nameWithSlug(slug, ownerName))) {
            found.addAll(ask(token -> keycloak.organizations(token, settings.realmName(), name, true)));
        }
        return found.stream()
                .filter(organization -> slug.equals(organization.alias()))
                .map(KeycloakAdmin.Organization::id)
                .findFirst();
    }

    private static String nameWithSlug(String slug, String ownerName) {
        return "%s (%s)".formatted(ownerName, slug);
    }

    /** From now on the account is asked for a second factor at every login. */
    public void demandSecondFactor(String subject) throws KeycloakTroubleException {
        Optional<KeycloakAdmin.Group> group =
                ask(token -> keycloak.groups(token, settings.realmName(), SECOND_FACTOR, true)).stream()
                        .findFirst();
        String id = group.map(KeycloakAdmin.Group::id)
                .orElseThrow(() ->
                        new KeycloakTroubleException("the realm has no group " + SECOND_FACTOR, AWAY, true, null));
        ask(token -> keycloak.addToGroup(token, settings.realmName(), subject, id));
    }

    /** Keycloak writes to the account with a link that leads to setting it up, or straight to the product. */
    public void sendLink(FoundAccount account, Duration goodFor) throws KeycloakTroubleException {
        List<String> actions = account.used() ? List.of("VERIFY_EMAIL") : List.of("UPDATE_PASSWORD");
        try {
            ask(token -> keycloak.mailActions(
                    token, settings.realmName(), account.subject(), settings.client(), goodFor.toSeconds(), actions));
        } catch (KeycloakTroubleException trouble) {
            if (trouble.getCause() instanceof HttpClientResponseException refused
                    && refused.getStatus() == HttpStatus.INTERNAL_SERVER_ERROR) {
                throw new KeycloakTroubleException(Objects.toString(trouble.getMessage(), ""), NO_MAIL, true, trouble);
            }
            throw trouble;
        }
    }

    /** Gives the account a password that has to be changed at the first login. */
    public void setPasswordForOnce(String subject, String password) throws KeycloakTroubleException {
        KeycloakAdmin.NewPassword once = new KeycloakAdmin.NewPassword("password", password, true);
        ask(token -> keycloak.resetPassword(token, settings.realmName(), subject, once));
    }

    /** Removes an account that was made by an invitation and that nobody has set up; others stay. */
    public void removeUnused(String subject) throws KeycloakTroubleException {
        if (!isUsed(subject)) {
            unless(HttpStatus.NOT_FOUND, token -> keycloak.remove(token, settings.realmName(), subject));
        }
    }

    /** Removes an account that was made by an invitation, whoever has used it; one that somebody else made stays. */
    public void removeMade(String subject) throws KeycloakTroubleException {
        unless(HttpStatus.NOT_FOUND, token -> {
            KeycloakAdmin.User user = keycloak.user(token, settings.realmName(), subject);
            return user != null && wasMade(user)
                    ? keycloak.remove(token, settings.realmName(), subject)
                    : HttpResponse.ok();
        });
    }

    private static boolean wasMade(KeycloakAdmin.User user) {
        return Optional.ofNullable(user.attributes())
                .map(attributes -> attributes.containsKey(MADE_BY_US))
                .orElse(false);
    }

    /** Ends all logins of the account. */
    public void endSessions(String subject) throws KeycloakTroubleException {
        unless(HttpStatus.NOT_FOUND, token -> keycloak.logout(token, settings.realmName(), subject));
    }

    /** The logins of the account that stand. */
    public List<OpenLogin> logins(String subject) throws KeycloakTroubleException {
        return ask(token -> keycloak.sessions(token, settings.realmName(), subject)).stream()
                .map(session -> new OpenLogin(
                        session.id(),
                        Objects.requireNonNullElse(session.ipAddress(), ""),
                        Instant.ofEpochMilli(session.start()),
                        Instant.ofEpochMilli(session.lastAccess())))
                .toList();
    }

    /** Ends one of the account's logins; nothing where it is none of them. */
    public void endLogin(String subject, String login) throws KeycloakTroubleException {
        if (logins(subject).stream().anyMatch(open -> open.id().equals(login))) {
            unless(HttpStatus.NOT_FOUND, token -> keycloak.endSession(token, settings.realmName(), login));
        }
    }

    /** @return whether it was done; otherwise Keycloak answered what is as good */
    private boolean unless(HttpStatus asGood, Function<String, HttpResponse<?>> call) throws KeycloakTroubleException {
        try {
            ask(call);
            return true;
        } catch (KeycloakTroubleException trouble) {
            if (trouble.getCause() instanceof HttpClientResponseException refused && refused.getStatus() == asGood) {
                return false;
            }
            throw trouble;
        }
    }

    private <T> T ask(Function<String, T> call) throws KeycloakTroubleException {
        return trying(() -> call.apply("Bearer " + token()));
    }

    private static <T> T trying(Supplier<T> call) throws KeycloakTroubleException {
        try {
            return call.get();
        } catch (HttpClientResponseException refused) {
            String message = "Keycloak answered %d".formatted(refused.code());
            boolean wrong = refused.getStatus() == HttpStatus.BAD_REQUEST;
            throw new KeycloakTroubleException(message, wrong ? NOT_TAKEN : AWAY, !wrong, refused);
        } catch (HttpClientException unreachable) {
            throw new KeycloakTroubleException(
                    "Keycloak is not reached: " + unreachable.getMessage(), AWAY, true, unreachable);
        }
    }

    private String token() {
        Bearer present = bearer;
        Instant now = clock.instant();
        if (present != null && now.isBefore(present.until())) {
            return present.token();
        }
        KeycloakAdmin.Token fresh = keycloak.token(
                settings.realmName(),
                Map.of("grant_type", "client_credentials", "client_id", CLIENT, "client_secret", settings.secret()));
        bearer = new Bearer(
                fresh.access_token(), now.plusSeconds(fresh.expires_in()).minus(AHEAD_OF_EXPIRY));
        return fresh.access_token();
    }

    /** A token of this process itself, and until when it is used. */
    private record Bearer(String token, Instant until) {}
}
