package jp.kyosei.ui.browser.login;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.accounts.AccountService;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.infra.services.Database;
import jp.kyosei.ui.RunningKyosei;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.KeycloakDesk;
import jp.kyosei.ui.browser.Visitor;
import org.junit.jupiter.api.Test;

/** Two applications on one database: what ends sessions at one of them ends them at both. */
@InBrowser
class SessionsOnReplicasTest {
    private static final Pattern LEFT = Pattern.compile(".*/oauth/logged-out$");

    private final RunningKyosei here = RunningKyosei.get();
    private final RunningKyosei other = replicaOf(here);

    @Test
    void whose_use_is_ended_at_one_replica_and_who_leaves_keycloak_is_out_at_the_other() {
        try (Visitor staff = new Visitor(other);
                Visitor elsewhere = new Visitor(other)) {
            staff.logIn(DemonstrationUser.MINE_STAFF);
            elsewhere.logIn(DemonstrationUser.HIRAIZUMI);

            Actor admin = actor(DemonstrationUser.MINE);
            UUID person = actor(DemonstrationUser.MINE_STAFF).person().value();
            AccountService accounts = here.bean(AccountService.class);
            accounts.deactivate(admin, "mine", person, AccountService.ANY_VERSION, "異動");
            try {
                assertThat(staff.page()).hasURL(LEFT);
            } finally {
                accounts.reactivate(admin, "mine", person, AccountService.ANY_VERSION);
            }

            // Keycloak calls one address alone: that of the first replica.
            new KeycloakDesk(here.keycloak()).endSessionsOf(DemonstrationUser.HIRAIZUMI);
            assertThat(elsewhere.page()).hasURL(LEFT);
        }
    }

    private Actor actor(DemonstrationUser user) {
        return here.bean(IdentityService.class).actorOf(user.subject()).orElseThrow();
    }

    private static RunningKyosei replicaOf(RunningKyosei first) {
        Database database = first.database();
        RunningKyosei replica = RunningKyosei.alone(Map.of(
                "datasources.default.url", database.jdbcUrl(),
                "flyway.datasources.schema-owner.url", database.jdbcUrl(),
                "kyosei.demonstration", "false"));
        first.keycloak().allowApplication(replica.url());
        first.keycloak().allowApplication(first.url());
        return replica;
    }
}
