package jp.kyosei.backend.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.accounts.keycloak.KeycloakAccounts;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.audit.TrailFilter;
import jp.kyosei.backend.committee.CommitteeInvitations;
import jp.kyosei.backend.committee.CommitteeMember;
import jp.kyosei.backend.committee.CommitteeService;
import jp.kyosei.backend.committee.MemberEntry;
import jp.kyosei.backend.committee.MemberId;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.backend.people.GivenRole;
import jp.kyosei.backend.people.RoleService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.Grant;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.backend.tenancy.WrongTextException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InvitationsTest {
    private static final InvitingOwner PLACE = new InvitingOwner();

    private final InvitationService invitations = PLACE.backend().bean(InvitationService.class);
    private final AccountService accounts = PLACE.backend().bean(AccountService.class);
    private final Acceptance acceptance = PLACE.backend().bean(Acceptance.class);
    private final IdentityService identity = PLACE.backend().bean(IdentityService.class);
    private final Actor admin = PLACE.backend().user(DemonstrationUser.MINE);

    @BeforeEach
    void empty() throws Exception {
        PLACE.work();
        PLACE.emptyMailbox();
    }

    @AfterAll
    static void close() {
        PLACE.close();
    }

    @Test
    void whoever_is_invited_gets_a_link_to_choose_a_password_and_holds_the_roles_from_the_first_login_on()
            throws Exception {
        Invitation invited = invite("hanako@mine.example", Role.CONTRIBUTOR, Role.VIEWER);
        assertThat(invited.state()).isEqualTo(InvitationState.WAITING);
        assertThat(PLACE.work()).isEqualTo(1);
        assertThat(PLACE.receivers()).containsExactly("hanako@mine.example");
        assertThat(PLACE.lastMail().getSubject()).isEqualTo("【Kyosei】利用を始めるための手続きのご案内");
        assertThat(page(PLACE.link().toString())).contains("パスワードを決める");
        assertThat(account(invited.id()).state()).isEqualTo(AccountState.SENT);

        String subject = PLACE.subject(invited.id());
        assertThat(identity.actorOf(subject)).as("before the first login").isEmpty();
        assertThat(acceptance.loggedIn(subject, "hanako@mine.example")).isEqualTo(1);
        assertThat(acceptance.loggedIn(subject, "hanako@mine.example"))
                .as("once")
                .isZero();

        Actor hanako = identity.actorOf(subject).orElseThrow();
        assertThat(hanako.displayName()).isEqualTo("美祢 花子");
        assertThat(hanako.grants())
                .extracting(Grant::ownerSlug, Grant::role)
                .containsExactlyInAnyOrder(tuple("mine", Role.CONTRIBUTOR), tuple("mine", Role.VIEWER));
        Account listed = account(hanako.person().value());
        assertThat(listed.state()).isEqualTo(AccountState.ACTIVE);
        assertThat(listed.mail()).isEqualTo("hanako@mine.example");
        assertThat(history(2))
                .extracting(AuditEntry::words, AuditEntry::personName, AuditEntry::subjectId)
                .containsExactly(
                        tuple("招待の受諾", "美祢 花子", "美祢 花子 (hanako@mine.example)"),
                        tuple("利用者の招待", admin.displayName(), "美祢 花子 (hanako@mine.example)"));
    }

    @Test
    void the_same_invitation_twice_is_one_to_which_roles_are_added() {
        Invitation first = invite("taro@mine.example", Role.CONTRIBUTOR);
        Invitation again = invite(" Taro@Mine.example ", Role.CONTRIBUTOR);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(PLACE.work()).as("one mail").isEqualTo(1);
        Invitation more = invite("taro@mine.example", Role.ADMIN);
        assertThat(more.id()).isEqualTo(first.id());
        assertThat(more.roles()).containsExactly(Role.CONTRIBUTOR, Role.ADMIN);
        assertThat(lines("taro@mine.example")).hasSize(1);
    }

    @Test
    void roles_of_an_invitation_begin_and_end_on_the_days_that_were_named() {
        LocalDate today = LocalDate.now(PLACE.backend().bean(Clock.class));
        InvitationService invitations = PLACE.backend().bean(InvitationService.class);
        assertThatThrownBy(() -> invitations.invite(
                        admin,
                        "mine",
                        new NewInvitation(
                                "haru@mine.example", "春 子", "", Set.of(Role.VIEWER), null, today.minusDays(1))))
                .isInstanceOf(WrongTextException.class)
                .hasMessageContaining("今日か、今日より後");
        Invitation april = invitations.invite(
                admin,
                "mine",
                new NewInvitation(
                        "haru@mine.example", "春 子", "", Set.of(Role.VIEWER), today.plusDays(1), today.plusDays(30)));
        PLACE.work();
        String subject = PLACE.subject(april.id());
        assertThat(acceptance.loggedIn(subject, "haru@mine.example")).isEqualTo(1);
        OwnerId mine = admin.grants().getFirst().owner();
        assertThat(PLACE.backend().bean(RoleService.class).roles(admin, mine))
                .filteredOn(role -> role.username().equals("haru@mine.example"))
                .extracting(GivenRole::role, GivenRole::from, GivenRole::until)
                .containsExactly(tuple(Role.VIEWER, today.plusDays(1), today.plusDays(30)));
        assertThat(identity.actorOf(subject).orElseThrow().grants()).isEmpty();
    }

    @Test
    void a_member_of_the_committee_is_invited_from_the_list_and_gets_the_account_with_the_first_login() {
        CommitteeService committee = PLACE.backend().bean(CommitteeService.class);
        CommitteeInvitations invitations = PLACE.backend().bean(CommitteeInvitations.class);
        OwnerId mine = admin.grants().getFirst().owner();
        MemberId member = committee.add(admin, mine, new MemberEntry("紙上 一郎", "市民", "委員", "", null, null, null));
        MemberId other = committee.add(admin, mine, new MemberEntry("紙上 二郎", "市民", "委員", "", null, null, null));
        assertThatThrownBy(() -> invitations.invite(admin, mine, member, "no address"))
                .isInstanceOf(WrongTextException.class);
        invitations.invite(admin, mine, member, "ichiro@committee.example");
        assertThatThrownBy(() -> invitations.invite(admin, mine, other, "ichiro@committee.example"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("ほかの委員");
        PLACE.work();
        UUID invitation = lines("ichiro@committee.example").getFirst().id();
        assertThat(one(committee, mine, member).invitation()).isEqualTo(CommitteeMember.Invitation.OPEN);
        assertThat(one(committee, mine, member).isOnPaper()).isTrue();

        String subject = PLACE.subject(invitation);
        assertThat(acceptance.loggedIn(subject, "ichiro@committee.example")).isEqualTo(1);
        Actor ichiro = identity.actorOf(subject).orElseThrow();
        assertThat(one(committee, mine, member).person()).isEqualTo(ichiro.person());
        assertThat(one(committee, mine, other).person()).isNull();
        assertThat(ichiro.grants()).extracting(Grant::role).containsExactly(Role.COMMITTEE);
        assertThatThrownBy(() -> invitations.invite(admin, mine, member, "ichiro@committee.example"))
                .hasMessageContaining("すでにログインして使えます");
        assertThatThrownBy(() -> invitations.invite(ichiro, mine, other, "jiro@committee.example"))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> invitations.invite(
                        PLACE.backend().user(DemonstrationUser.DAISEN), mine, other, "jiro@committee.example"))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void while_keycloak_is_away_nothing_is_half_made_and_it_goes_on_when_keycloak_is_back() {
        PLACE.wayToKeycloak().cut();
        Invitation invited;
        try {
            invited = invite("jiro@mine.example", Role.CONTRIBUTOR);
            assertThat(PLACE.work()).isZero();
            Account waiting = account(invited.id());
            assertThat(waiting.state()).isEqualTo(AccountState.WAITING);
            assertThat(waiting.trouble()).contains("つながりしだい、自動で送ります");
            assertThat(PLACE.receivers()).isEmpty();
        } finally {
            PLACE.wayToKeycloak().mend();
        }
        assertThat(PLACE.work()).isEqualTo(1);
        assertThat(PLACE.receivers()).containsExactly("jiro@mine.example");
        assertThat(account(invited.id()).state()).isEqualTo(AccountState.SENT);
        assertThat(account(invited.id()).trouble()).isEmpty();
    }

    @Test
    void an_invitation_taken_back_leads_nowhere_and_leaves_no_account() throws Exception {
        Invitation invited = invite("saburo@mine.example", Role.CONTRIBUTOR);
        PLACE.work();
        String link = PLACE.link().toString();
        String subject = PLACE.subject(invited.id());
        invitations.withdraw(admin, "mine", invited.id());
        assertThat(acceptance.loggedIn(subject, "saburo")).isZero();
        assertThat(PLACE.work()).isEqualTo(1);
        assertThat(page(link)).doesNotContain("パスワードの更新");
        assertThat(lines("saburo@mine.example")).isEmpty();
        assertThatThrownBy(() -> invitations.resend(admin, "mine", invited.id()))
                .isInstanceOf(RefusedException.class);
        // Invited anew, it is another account.
        Invitation anew = invite("saburo@mine.example", Role.VIEWER);
        PLACE.work();
        assertThat(PLACE.subject(anew.id())).isNotEqualTo(subject);
    }

    @Test
    void an_invitation_ends_after_seven_days_and_can_be_sent_again() {
        Invitation invited = invite("shiro@mine.example", Role.CONTRIBUTOR);
        PLACE.work();
        PLACE.asSuperuser("update kyosei.invitation set expires_at = now() - interval '1 second' where mail = "
                + "'shiro@mine.example'");
        PLACE.work();
        assertThat(account(invited.id()).state()).isEqualTo(AccountState.EXPIRED);
        assertThat(history(1)).extracting(AuditEntry::words).containsExactly("招待の期限切れ");
        invitations.resend(admin, "mine", invited.id());
        assertThat(PLACE.work()).isEqualTo(1);
        assertThat(account(invited.id()).state()).isEqualTo(AccountState.SENT);
        assertThat(PLACE.receivers()).containsExactly("shiro@mine.example", "shiro@mine.example");
    }

    @Test
    void whether_an_address_is_known_elsewhere_no_administrator_learns_and_one_login_accepts_both() {
        Actor other = PLACE.backend().user(DemonstrationUser.DAISEN);
        Invitation here = invite("goro@both.example", Role.VIEWER);
        PLACE.work();
        Invitation there = invitations.invite(
                other, "daisen", new NewInvitation("goro@both.example", "大仙 五郎", "", Set.of(Role.VIEWER)));
        PLACE.work();
        assertThat(accounts.account(other, "daisen", there.id()).state()).isEqualTo(AccountState.SENT);
        assertThat(accounts.account(other, "daisen", there.id()).displayName()).isEqualTo("大仙 五郎");
        assertThat(PLACE.subject(there.id())).isEqualTo(PLACE.subject(here.id()));
        assertThat(acceptance.loggedIn(PLACE.subject(here.id()), "goro@both.example"))
                .isEqualTo(2);
        assertThat(identity.actorOf(PLACE.subject(here.id())).orElseThrow().grants())
                .extracting(Grant::ownerSlug)
                .containsExactlyInAnyOrder("mine", "daisen");
    }

    @Test
    void a_list_of_people_is_checked_as_a_whole_and_nothing_is_saved_until_all_is_right() {
        List<NewInvitation> wrong = List.of(
                new NewInvitation("ok@mine.example", "美祢 一子", "", Set.of(Role.VIEWER)),
                new NewInvitation("no address", "", "no-such", Set.of()),
                new NewInvitation("OK@mine.example", "美祢 二子", "", Set.of(Role.VIEWER)));
        assertThat(invitations.problems(admin, "mine", wrong))
                .extracting(InvitationProblem::line, InvitationProblem::field)
                .containsExactly(
                        tuple(2, "mail"),
                        tuple(2, "displayName"),
                        tuple(2, "department"),
                        tuple(2, "roles"),
                        tuple(3, "mail"));
        assertThatThrownBy(() -> invitations.inviteAll(admin, "mine", wrong))
                .isInstanceOfSatisfying(WrongTextException.class, refused -> assertThat(refused.field())
                        .isEqualTo("people[1].mail"));
        assertThat(lines("ok@mine.example")).isEmpty();
        assertThat(invitations.inviteAll(admin, "mine", wrong.subList(0, 1))).hasSize(1);
    }

    @Test
    void only_the_owners_administrator_and_the_operator_invite_and_see_who_is_invited() {
        Invitation invited = invite("rokuro@mine.example", Role.VIEWER);
        Actor stranger = PLACE.backend().user(DemonstrationUser.DAISEN);
        Actor staff = PLACE.backend().user(DemonstrationUser.MINE_STAFF);
        NewInvitation another = new NewInvitation("x@mine.example", "美祢 七子", "", Set.of(Role.VIEWER));
        assertThatThrownBy(() -> invitations.invite(stranger, "mine", another)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> invitations.invite(staff, "mine", another)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> accounts.accounts(stranger, "mine", AccountFilter.ALL, 0, 10))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> accounts.accounts(staff, "mine", AccountFilter.ALL, 0, 10))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> invitations.withdraw(stranger, "daisen", invited.id()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> invitations.resend(stranger, "daisen", invited.id()))
                .isInstanceOf(NotFoundException.class);
        Actor operator = PLACE.backend().user(DemonstrationUser.OPERATOR);
        assertThat(invitations.invite(operator, "mine", another).state()).isEqualTo(InvitationState.WAITING);
    }

    @Test
    void an_account_that_somebody_else_made_and_whose_address_nobody_has_confirmed_is_not_taken() throws Exception {
        PLACE.backend().bean(KeycloakAccounts.class).accountOf("made@elsewhere.example", "別 太郎");
        PLACE.forgetThatWeMade("made@elsewhere.example");
        Invitation invited = invite("made@elsewhere.example", Role.VIEWER);
        assertThat(PLACE.work()).isZero();
        assertThat(PLACE.receivers()).isEmpty();
        assertThat(account(invited.id()).state()).isEqualTo(AccountState.WAITING);
        assertThat(account(invited.id()).trouble()).contains("別のメールアドレスで招待する");
    }

    private Invitation invite(String mail, Role... roles) {
        return invitations.invite(admin, "mine", new NewInvitation(mail, "美祢 花子", "", Set.of(roles)));
    }

    private Account account(UUID id) {
        return accounts.account(admin, "mine", id);
    }

    private List<Account> lines(String words) {
        return accounts.accounts(admin, "mine", new AccountFilter(words, "", null, null), 0, 10)
                .accounts();
    }

    private List<AuditEntry> history(int most) {
        return PLACE.backend()
                .bean(HistoryService.class)
                .ofOwner(admin, "mine", TrailFilter.ALL, 0, most)
                .entries();
    }

    private static String page(String address) throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private static CommitteeMember one(CommitteeService committee, OwnerId owner, MemberId id) {
        return committee.members(PLACE.backend().user(DemonstrationUser.MINE), owner).stream()
                .filter(member -> member.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
