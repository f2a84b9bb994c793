package jp.kyosei.backend.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.owners.AllianceKind;
import jp.kyosei.backend.owners.Member;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.owners.keeping.OwnerKeeping;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MailSendingTest extends MailCase {
    @Test
    void a_notice_reaches_its_addressee_once_however_often_it_is_dispatched() {
        post(notice(contributorsOf(HIRAIZUMI, null)));
        assertThat(dispatcher.dispatchNow()).isEqualTo(1);
        assertThat(dispatcher.dispatchNow()).isZero();
        assertThat(receivers()).containsExactly("hiraizumi@kyosei.example");
    }

    @Test
    void a_notice_posted_in_a_transaction_that_fails_is_never_sent() {
        Actor secretariat = backend.user(DemonstrationUser.SECRETARIAT);
        OwnerId owner = owner(secretariat, ALLIANCE);
        assertThatThrownBy(() -> door.write(secretariat, () -> {
                    mail.postWithin(secretariat, owner, List.of(notice(contributorsOf(HIRAIZUMI, null))));
                    throw new IllegalStateException("the event itself fails");
                }))
                .hasMessage("the event itself fails");
        assertThat(dispatcher.dispatchNow()).isZero();
        assertThat(receivers()).isEmpty();
    }

    @Test
    void a_notice_posted_twice_with_the_same_key_is_sent_once() {
        Notice opened = notice(contributorsOf(HIRAIZUMI, null));
        post(opened, opened);
        post(opened);
        dispatcher.dispatchNow();
        post(opened);
        dispatcher.dispatchNow();
        assertThat(receivers()).containsExactly("hiraizumi@kyosei.example");
    }

    @Test
    void the_same_key_of_another_owner_is_another_notice() {
        Notice opened = notice(new Addressees.OfOwner(Set.of(Role.SECRETARIAT)));
        post(opened);
        postBy(DemonstrationUser.MINE, "mine", opened);
        dispatcher.dispatchNow();
        assertThat(receivers()).containsExactlyInAnyOrder("secretariat@kyosei.example", "mine@kyosei.example");
    }

    @Test
    void a_notice_to_a_department_reaches_exactly_its_people() throws SQLException {
        post(notice(new Addressees.OfTown(
                ICHINOSEKI, department("ichinoseki", "kanko"), Set.of(Role.CONTRIBUTOR, Role.APPROVER))));
        post(notice(new Addressees.OfTown(
                ICHINOSEKI, department("ichinoseki", "kenko"), Set.of(Role.CONTRIBUTOR, Role.APPROVER))));
        dispatcher.dispatchNow();
        // Nobody holds the second: the secretariat is told.
        assertThat(receivers())
                .containsExactlyInAnyOrder(
                        "ichinoseki@kyosei.example", "approver@kyosei.example", "secretariat@kyosei.example");
    }

    @Test
    void where_a_department_has_no_holder_whoever_holds_the_role_for_the_whole_town_is_reached() throws SQLException {
        register("daisen-all", "daisen", Role.CONTRIBUTOR, null);
        register("daisen-rinsui", "daisen", Role.CONTRIBUTOR, department("daisen", "rinsui"));

        postBy(DemonstrationUser.DAISEN, "daisen", notice(contributorsOf(DAISEN, department("daisen", "nogyo"))));
        dispatcher.dispatchNow();
        assertThat(receivers()).containsExactly("daisen-all@kyosei.example");

        postBy(DemonstrationUser.DAISEN, "daisen", notice(contributorsOf(DAISEN, department("daisen", "rinsui"))));
        dispatcher.dispatchNow();
        assertThat(receivers())
                .containsExactlyInAnyOrder(
                        "daisen-all@kyosei.example", "daisen-all@kyosei.example", "daisen-rinsui@kyosei.example");
    }

    @Test
    void a_notice_to_the_owner_itself_reaches_the_holders_there() {
        post(notice(new Addressees.OfOwner(Set.of(Role.SECRETARIAT, Role.COMMITTEE))));
        dispatcher.dispatchNow();
        assertThat(receivers()).containsExactlyInAnyOrder("secretariat@kyosei.example", "iin@kyosei.example");
    }

    @Test
    void nobody_outside_the_owner_and_its_members_is_reached() {
        PersonId inMine = backend.user(DemonstrationUser.MINE_STAFF).person();
        PersonId inHiraizumi = backend.user(DemonstrationUser.HIRAIZUMI).person();
        post(notice(contributorsOf(MINE, null)), notice(new Addressees.Person(inMine)));
        postBy(DemonstrationUser.MINE, "mine", notice(contributorsOf(HIRAIZUMI, null)));
        assertThat(dispatcher.dispatchNow()).isZero();
        post(notice(new Addressees.Person(inHiraizumi)));
        dispatcher.dispatchNow();
        assertThat(receivers()).containsExactly("hiraizumi@kyosei.example");
    }

    @Test
    void a_town_that_has_left_the_alliance_is_not_reached_and_a_towns_committee_never() {
        Actor operator = backend.user(DemonstrationUser.OPERATOR);
        backend.bean(OwnerKeeping.class)
                .openAlliance(
                        operator,
                        "left-behind",
                        "脱退のある圏域",
                        AllianceKind.SETTLEMENT_SPHERE,
                        List.of(
                                new Member(DAISEN, "大仙市", true, new FiscalYear(2020), null),
                                new Member(MINE, "美祢市", false, new FiscalYear(2020), new FiscalYear(2024))));
        register("daisen-committee", "daisen", Role.COMMITTEE, null);
        Set<Role> roles = Set.of(Role.SECRETARIAT, Role.COMMITTEE);
        postBy(
                DemonstrationUser.DAISEN,
                "left-behind",
                notice(new Addressees.OfTown(MINE, null, roles)),
                notice(new Addressees.OfTown(DAISEN, null, roles)));
        dispatcher.dispatchNow();
        assertThat(receivers()).containsExactly("daisen@kyosei.example");
    }

    @Test
    void nobody_posts_in_an_owner_of_others() {
        OwnerId alliance = owner(backend.user(DemonstrationUser.SECRETARIAT), ALLIANCE);
        Actor mine = backend.user(DemonstrationUser.MINE);
        assertThatThrownBy(() -> door.write(mine, () -> {
                    mail.postWithin(mine, alliance, List.of(notice(contributorsOf(HIRAIZUMI, null))));
                    return true;
                }))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void whoever_switched_a_kind_off_gets_none_of_it_and_all_of_the_others() throws SQLException {
        Actor hiraizumi = backend.user(DemonstrationUser.HIRAIZUMI);
        mail.choose(hiraizumi, MailKind.REMINDER, false);
        assertThat(mail.choices(hiraizumi))
                .containsEntry(MailKind.REMINDER, false)
                .containsEntry(MailKind.CONFIRMED, true)
                .hasSize(MailKind.values().length);

        post(notice(MailKind.REMINDER), notice(MailKind.CONFIRMED));
        assertThat(dispatcher.dispatchNow()).isEqualTo(1);
        assertThat(asSuperuser("""
                        select n.kind || ' ' || l.state from kyosei.letter l join kyosei.notice n on n.id = l.notice_id
                        order by 1""")).containsExactly("CONFIRMED SENT", "REMINDER NOT_WANTED");

        mail.choose(hiraizumi, MailKind.REMINDER, true);
        post(notice(MailKind.REMINDER));
        assertThat(dispatcher.dispatchNow()).isEqualTo(1);
    }

    @Test
    void somebody_whom_nobody_registered_chooses_nothing() {
        Actor stranger = Actor.unregistered("stranger", "だれか");
        assertThat(mail.choices(stranger)).doesNotContainValue(false);
        assertThatThrownBy(() -> mail.choose(stranger, MailKind.REMINDER, false))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void an_address_is_changed_by_the_person_or_the_operator_alone() {
        Actor mineStaff = backend.user(DemonstrationUser.MINE_STAFF);
        Actor admin = backend.user(DemonstrationUser.MINE);
        people.setMailAddress(mineStaff, mineStaff.person(), " staff@kyosei.example ");
        assertThat(people.mailAddress(mineStaff)).contains("staff@kyosei.example");
        assertThatThrownBy(() -> people.setMailAddress(admin, mineStaff.person(), "x@kyosei.example"))
                .isInstanceOf(NotFoundException.class);
        people.setMailAddress(
                backend.user(DemonstrationUser.OPERATOR), mineStaff.person(), "mine-staff@kyosei.example");
        assertThat(people.mailAddress(mineStaff)).contains("mine-staff@kyosei.example");
    }

    private void register(String username, String owner, Role role, @Nullable DepartmentId department) {
        Actor operator = backend.user(DemonstrationUser.OPERATOR);
        PersonId person = people.register(operator, username, username, username, false);
        people.setMailAddress(operator, person, username + "@kyosei.example");
        OwnerId id = backend.bean(OwnerService.class).find(operator, owner).orElseThrow();
        people.giveRole(operator, id, person, role, department);
    }
}
