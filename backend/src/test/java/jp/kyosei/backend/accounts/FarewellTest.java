package jp.kyosei.backend.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.accounts.farewell.FarewellWorker;
import jp.kyosei.backend.leaving.ending.EndingSchedule;
import jp.kyosei.backend.leaving.ending.EndingService;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.infra.services.LocalServices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What becomes of accounts when the owner into which people were invited has ended. */
class FarewellTest {
    private static final InvitingOwner PLACE = new InvitingOwner();

    private final FarewellWorker worker = PLACE.backend().bean(FarewellWorker.class);

    @AfterAll
    static void close() {
        PLACE.close();
    }

    @Test
    void accounts_that_belong_to_no_other_owner_go_with_it_also_when_keycloak_was_away() throws Exception {
        accepted("only@daisen.example", "daisen", DemonstrationUser.DAISEN);
        invited("waiting@daisen.example", "daisen", DemonstrationUser.DAISEN);
        accepted("both@daisen.example", "daisen", DemonstrationUser.DAISEN);
        accepted("both@daisen.example", "mine", DemonstrationUser.MINE);
        KeycloakByHand desk = KeycloakByHand.of(LocalServices.shared().keycloak(), PLACE.realm());
        assertThat(desk.usernames()).contains("only@daisen.example", "waiting@daisen.example", "both@daisen.example");
        assertThat(worker.removeDue()).isZero();

        PLACE.backend()
                .bean(EndingService.class)
                .announce(PLACE.backend().user(DemonstrationUser.DAISEN), "daisen", "別のしくみに移るため");
        PLACE.asSuperuser("update kyosei.owner_ending set asked_at = asked_at - interval '91 days', "
                + "deletes_on = deletes_on - 91");
        assertThat(PLACE.backend().bean(EndingSchedule.class).deleteDue()).isEqualTo(1);

        PLACE.wayToKeycloak().cut();
        try {
            assertThat(worker.removeDue()).isZero();
        } finally {
            PLACE.wayToKeycloak().mend();
        }
        PLACE.asSuperuser("update kyosei.account_farewell set next_attempt_at = now() - interval '1 minute'");
        assertThat(worker.removeDue()).isPositive();
        assertThat(desk.usernames())
                .contains("both@daisen.example")
                .doesNotContain("only@daisen.example", "waiting@daisen.example");
        assertThat(PLACE.rows("select subject from kyosei.account_farewell")).isEmpty();
    }

    private static void accepted(String mail, String owner, DemonstrationUser admin) {
        String subject = PLACE.subject(invited(mail, owner, admin));
        PLACE.backend().bean(Acceptance.class).loggedIn(subject, mail);
    }

    private static UUID invited(String mail, String owner, DemonstrationUser admin) {
        Invitation invitation = PLACE.backend()
                .bean(InvitationService.class)
                .invite(PLACE.backend().user(admin), owner, new NewInvitation(mail, "見本 花子", "", Set.of(Role.VIEWER)));
        PLACE.work();
        return invitation.id();
    }
}
