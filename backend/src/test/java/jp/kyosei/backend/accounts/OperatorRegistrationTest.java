package jp.kyosei.backend.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.accounts.operator.OperatorRegistration;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The first operator, where nobody is there yet who could be asked. */
class OperatorRegistrationTest {
    private static final InvitingOwner PLACE = new InvitingOwner();

    private final OperatorRegistration registration = PLACE.backend().bean(OperatorRegistration.class);

    @AfterAll
    static void close() {
        PLACE.close();
    }

    @Test
    void an_operator_is_registered_and_gets_a_link_and_nobody_of_an_owner_becomes_one() {
        assertThat(registration.register("運用 担当", "Unyou@kyosei.example").password())
                .isEmpty();
        assertThat(PLACE.receivers()).containsExactly("unyou@kyosei.example");
        String subject = PLACE.rows("select subject from kyosei.person where mail_address = 'unyou@kyosei.example'")
                .getFirst();
        assertThat(PLACE.backend()
                        .bean(IdentityService.class)
                        .actorOf(subject)
                        .orElseThrow()
                        .operator())
                .isTrue();

        Invitation invited = PLACE.backend()
                .bean(InvitationService.class)
                .invite(
                        PLACE.backend().user(DemonstrationUser.MINE),
                        "mine",
                        new NewInvitation("hanako@mine.example", "美祢 花子", "", java.util.Set.of(Role.VIEWER)));
        PLACE.work();
        PLACE.backend().bean(Acceptance.class).loggedIn(PLACE.subject(invited.id()), "hanako@mine.example");
        assertThatThrownBy(() -> registration.register("美祢 花子", "hanako@mine.example"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("団体の利用者です");
        assertThatThrownBy(() -> registration.register("運用 担当", "nobody")).isInstanceOf(RefusedException.class);
    }
}
