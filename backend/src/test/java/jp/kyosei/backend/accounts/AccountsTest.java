package jp.kyosei.backend.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.SentStatements;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.audit.TrailFilter;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.live.LiveChannel;
import jp.kyosei.backend.live.SessionsOver;
import jp.kyosei.backend.owners.department.DepartmentService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AccountsTest {
    private static final String PROBE = "nobody";
    private static final RunningBackend BACKEND = RunningBackend.alone();

    private final AccountService accounts = BACKEND.bean(AccountService.class);
    private final Actor admin = BACKEND.user(DemonstrationUser.MINE);
    private final UUID staff =
            BACKEND.user(DemonstrationUser.MINE_STAFF).person().value();

    @AfterAll
    static void close() {
        BACKEND.close();
    }

    @Test
    void people_are_found_by_name_department_role_and_state_in_four_statements_however_many_there_are() {
        for (int number = 0; number < 30; number++) {
            BACKEND.bean(InvitationService.class)
                    .invite(
                            admin,
                            "mine",
                            new NewInvitation(
                                    "n%d@many.example".formatted(number),
                                    "招待 %02d".formatted(number),
                                    "",
                                    Set.of(Role.VIEWER)));
        }
        AccountFilter invited = new AccountFilter("many.example", "", Role.VIEWER, AccountState.WAITING);
        AccountPage page = accounts.accounts(admin, "mine", invited, 20, 5);
        assertThat(page.total()).isEqualTo(30);
        assertThat(page.accounts())
                .extracting(Account::displayName)
                .startsWith("招待 20")
                .hasSize(5);
        assertThat(accounts.accounts(admin, "mine", new AccountFilter("100%", "", null, null), 0, 5)
                        .total())
                .isZero();
        assertThat(accounts.count(admin, "mine", new AccountFilter("", "", Role.ADMIN, AccountState.ACTIVE)))
                .isEqualTo(1);
        // The owner: its context and itself; the list: its context and the page.
        for (int most : new int[] {1, 30}) {
            assertThat(SentStatements.count(() -> accounts.accounts(admin, "mine", AccountFilter.ALL, 0, most), 2))
                    .isEqualTo(4);
        }
    }

    @Test
    void somebody_whose_use_is_ended_is_out_at_the_next_request_and_comes_back_with_what_they_held() throws Exception {
        String subject = DemonstrationUser.MINE_STAFF.subject();
        Set<Role> held = Set.copyOf(accounts.account(admin, "mine", staff).roles());
        BlockingQueue<SessionsOver> heard = listening();
        Account ended = accounts.deactivate(admin, "mine", staff, AccountService.ANY_VERSION, "退職");
        assertThat(ended.state()).isEqualTo(AccountState.INACTIVE);
        assertThat(ended.trouble()).isEqualTo("退職");
        assertThat(BACKEND.user(DemonstrationUser.MINE_STAFF).grants()).isEmpty();
        assertThat(next(heard)).isEqualTo(SessionsOver.ofAccount(subject));
        assertThat(newest().words()).isEqualTo("利用の停止");
        assertThat(newest().reason()).isEqualTo("退職");
        assertThatThrownBy(() -> accounts.deactivate(admin, "mine", staff, AccountService.ANY_VERSION, ""))
                .isInstanceOf(RefusedException.class);

        Account back = accounts.reactivate(admin, "mine", staff, AccountService.ANY_VERSION);
        assertThat(back.state()).isEqualTo(AccountState.ACTIVE);
        assertThat(Set.copyOf(back.roles())).isEqualTo(held);
        assertThat(BACKEND.user(DemonstrationUser.MINE_STAFF).grants()).isNotEmpty();
        assertThat(newest().words()).isEqualTo("利用の再開");
    }

    @Test
    void nobody_ends_their_own_use_and_an_owner_keeps_an_administrator() {
        UUID self = admin.person().value();
        assertThatThrownBy(() -> accounts.deactivate(admin, "mine", self, AccountService.ANY_VERSION, ""))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("自分の利用は止められません");
        assertThatThrownBy(() -> accounts.change(
                        admin, "mine", self, AccountService.ANY_VERSION, Set.of(Role.SECRETARIAT), null))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("団体管理者");
        assertThatThrownBy(() -> accounts.change(admin, "mine", self, AccountService.ANY_VERSION, Set.of(), null))
                .hasMessageContaining("権限を1つ以上");
    }

    @Test
    void roles_and_department_are_changed_together_and_a_committee_belongs_to_no_department() {
        BACKEND.bean(DepartmentService.class)
                .addDepartment(admin, admin.grants().getFirst().owner(), "zaisei", "財政課");
        Account changed = accounts.change(
                admin,
                "mine",
                staff,
                AccountService.ANY_VERSION,
                Set.of(Role.CONTRIBUTOR, Role.APPROVER, Role.COMMITTEE),
                "zaisei");
        assertThat(changed.roles()).containsExactly(Role.CONTRIBUTOR, Role.APPROVER, Role.COMMITTEE);
        assertThat(changed.departments()).containsExactly("財政課");
        assertThatThrownBy(() -> accounts.change(admin, "mine", staff, changed.version() + 1, null, ""))
                .isInstanceOf(StaleException.class);
        assertThat(accounts.change(admin, "mine", staff, changed.version(), Set.of(Role.CONTRIBUTOR), "")
                        .departments())
                .isEmpty();
        assertThatThrownBy(() -> accounts.change(admin, "mine", staff, AccountService.ANY_VERSION, null, "nowhere"))
                .hasMessageContaining("その担当課は登録されていません");
    }

    @Test
    void the_people_of_another_owner_are_neither_seen_nor_changed() {
        Actor other = BACKEND.user(DemonstrationUser.DAISEN);
        assertThatThrownBy(() -> accounts.account(other, "daisen", staff)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> accounts.deactivate(other, "daisen", staff, AccountService.ANY_VERSION, ""))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() ->
                        accounts.change(other, "daisen", staff, AccountService.ANY_VERSION, Set.of(Role.ADMIN), null))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> accounts.reactivate(other, "mine", staff, AccountService.ANY_VERSION))
                .isInstanceOf(NotFoundException.class);
        Actor colleague = BACKEND.user(DemonstrationUser.MINE_STAFF);
        assertThatThrownBy(() ->
                        accounts.change(colleague, "mine", staff, AccountService.ANY_VERSION, Set.of(Role.ADMIN), null))
                .isInstanceOf(ForbiddenException.class);
    }

    /** What is heard from now on: the channel opens its connection when it is first listened to. */
    private BlockingQueue<SessionsOver> listening() throws InterruptedException {
        LiveChannel channel = BACKEND.bean(LiveChannel.class);
        BlockingQueue<SessionsOver> heard = new LinkedBlockingQueue<>();
        channel.listenToSessions(heard::add);
        SessionsOver probe = SessionsOver.ofAccount(PROBE);
        do {
            BACKEND.bean(TenantDoor.class).write(admin, () -> {
                channel.announceSessionsWithin(probe);
                return true;
            });
        } while (heard.poll(1, TimeUnit.SECONDS) == null);
        return heard;
    }

    private static @Nullable SessionsOver next(BlockingQueue<SessionsOver> heard) throws InterruptedException {
        SessionsOver over = heard.poll(30, TimeUnit.SECONDS);
        return SessionsOver.ofAccount(PROBE).equals(over) ? next(heard) : over;
    }

    private AuditEntry newest() {
        return BACKEND.bean(HistoryService.class)
                .ofOwner(admin, "mine", TrailFilter.ALL, 0, 1)
                .entries()
                .getFirst();
    }
}
