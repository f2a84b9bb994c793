package jp.kyosei.backend.accounts.operator;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import jp.kyosei.backend.accounts.InvitationService;
import jp.kyosei.backend.accounts.keycloak.FoundAccount;
import jp.kyosei.backend.accounts.keycloak.KeycloakAccounts;
import jp.kyosei.backend.accounts.keycloak.KeycloakTroubleException;
import jp.kyosei.backend.people.MailAddress;
import jp.kyosei.backend.people.PeopleService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.RefusedException;

/**
 * Registers operators for whoever may start this program with the service's own secrets: an account at Keycloak of which a second
 * factor is demanded, the person, and a way in.
 */
@Singleton
public class OperatorRegistration {
    private static final int RANDOM_BYTES = 18;
    private static final Actor INSTALLER =
            new Actor(new PersonId(new UUID(0, 0)), "kyosei", "Kyosei（導入）", true, List.of());

    private final KeycloakAccounts keycloak;
    private final PeopleService people;

    OperatorRegistration(KeycloakAccounts keycloak, PeopleService people) {
        this.keycloak = keycloak;
        this.people = people;
    }

    /**
     * Registers one. The same again sends the link again.
     *
     * @throws RefusedException if the address is none, belongs to somebody who is no operator, or Keycloak cannot do it, which the
     *     message tells
     */
    public NewOperator register(String name, String mail) {
        String address = MailAddress.lowerCase(mail);
        if (!MailAddress.isPlain(address)) {
            throw new RefusedException("メールアドレスを unyou@example.jp の形で入れてください。");
        }
        if (!keycloak.isSetUp()) {
            throw new RefusedException("KYOSEI_ACCOUNTS_CLIENT_SECRET がありません。");
        }
        try {
            FoundAccount account = keycloak.accountOf(address, name);
            PersonId person = people.register(INSTALLER, account.subject(), address, name, true);
            if (!people.isOperator(INSTALLER, person)) {
                throw new RefusedException("この方は団体の利用者です。運用担当には、別のメールアドレスを使ってください。");
            }
            people.setMailAddress(INSTALLER, person, address);
            keycloak.demandSecondFactor(account.subject());
            return new NewOperator(address, wayIn(account));
        } catch (KeycloakTroubleException trouble) {
            throw new RefusedException("%s（%s）".formatted(trouble.words(), trouble.getMessage()));
        }
    }

    /** A mailed link, or where no mail goes out, a password that is good once. */
    private String wayIn(FoundAccount account) throws KeycloakTroubleException {
        try {
            keycloak.sendLink(account, InvitationService.TERM);
            return "";
        } catch (KeycloakTroubleException noMail) {
            if (account.used()) {
                return "";
            }
            byte[] random = new byte[RANDOM_BYTES];
            new SecureRandom().nextBytes(random);
            String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            keycloak.setPasswordForOnce(account.subject(), password);
            return password;
        }
    }
}
