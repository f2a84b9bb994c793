package jp.kyosei.backend.owners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.audit.TrailFilter;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.owners.department.DepartmentService;
import jp.kyosei.backend.owners.support.SupportAccess;
import jp.kyosei.backend.owners.support.SupportService;
import jp.kyosei.backend.people.PeopleService;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.backend.tenancy.WrongTextException;
import jp.kyosei.infra.services.LocalServices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator may see of an owner: nothing, but for the days for which the owner's admin lets them help. */
class SupportAccessTest {
    private static final RunningBackend BACKEND = RunningBackend.alone();
    private static final String STRATEGY = "mine-strategy-2";

    private final Actor admin = BACKEND.user(DemonstrationUser.MINE);
    private final OwnerId mine =
            BACKEND.bean(OwnerService.class).owner(admin, "mine").id();
    private final SupportService support = BACKEND.bean(SupportService.class);
    private final ResultsService results = BACKEND.bean(ResultsService.class);

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    @Test
    void an_operator_reads_for_the_days_that_the_admin_grants_and_no_longer() {
        assertThatThrownBy(() -> results.trend(operator(), STRATEGY)).isInstanceOf(NotFoundException.class);

        UUID access = support.grant(admin, mine, 3, "取込の結果を見てほしい");
        assertThat(results.trend(operator(), STRATEGY).rows()).hasSize(56);
        assertThat(BACKEND.bean(PlanService.class).plans(operator())).hasSize(1);
        assertThatThrownBy(() -> results.trend(operator(), "daisen-strategy-2")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> BACKEND.bean(HistoryService.class).ofOwner(operator(), "mine", TrailFilter.ALL, 0, 10))
                .as("who did what there is no plan")
                .isInstanceOf(ForbiddenException.class);
        assertThat(support.accesses(admin, mine)).first().satisfies(given -> {
            assertThat(given.lastDay()).isEqualTo(given.firstDay().plusDays(2));
            assertThat(given.reason()).isEqualTo("取込の結果を見てほしい");
            assertThat(given.grantedBy()).isEqualTo(admin.displayName());
        });
        assertThatThrownBy(() -> support.grant(admin, mine, 3, "もう一度")).isInstanceOf(RefusedException.class);

        support.end(admin, mine, access);
        assertThatThrownBy(() -> results.trend(operator(), STRATEGY)).isInstanceOf(NotFoundException.class);
        assertThat(BACKEND.bean(HistoryService.class)
                        .ofOwner(admin, "mine", TrailFilter.ALL, 0, 2)
                        .entries())
                .extracting(entry -> entry.words())
                .containsExactly("支援アクセスの終了", "支援アクセスの許可");
    }

    @Test
    void an_access_is_over_after_its_last_day() {
        LocalDate first = LocalDate.of(2026, 4, 1);
        SupportAccess access = new SupportAccess(
                UUID.randomUUID(), first, first.plusDays(13), "理由", "管理者", java.time.Instant.EPOCH, null, null);
        assertThat(access.holds(first.minusDays(1))).isFalse();
        assertThat(access.holds(first)).isTrue();
        assertThat(access.holds(first.plusDays(13))).isTrue();
        assertThat(access.holds(first.plusDays(14))).isFalse();
        assertThat(ChronoUnit.DAYS.between(access.firstDay(), access.lastDay()) + 1)
                .isEqualTo(SupportService.MOST_DAYS);
    }

    @Test
    void an_operator_who_helps_writes_nothing() {
        UUID access = support.grant(admin, mine, 1, "画面の確認");
        assertThatThrownBy(() -> support.grant(operator(), mine, 14, "延ばす")).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> support.end(operator(), mine, access)).isInstanceOf(ForbiddenException.class);
        assertThatCode(() -> BACKEND.bean(DepartmentService.class).departments(operator(), mine))
                .doesNotThrowAnyException();
        support.end(admin, mine, access);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 15, Integer.MAX_VALUE})
    void it_is_for_one_to_fourteen_days(int days) {
        assertThatThrownBy(() -> support.grant(admin, mine, days, "理由")).isInstanceOf(WrongTextException.class);
    }

    @Test
    void it_needs_a_reason_and_the_owners_own_admin() {
        assertThatThrownBy(() -> support.grant(admin, mine, 3, "　")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> support.grant(BACKEND.user(DemonstrationUser.MINE_STAFF), mine, 3, "理由"))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> support.grant(BACKEND.user(DemonstrationUser.DAISEN), mine, 3, "理由"))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> support.grant(operator(), mine, 3, "理由")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void an_operators_account_holds_no_role_by_whatever_way() {
        PersonId person = operator().person();
        assertThatThrownBy(
                        () -> BACKEND.bean(PeopleService.class).giveRole(operator(), mine, person, Role.VIEWER, null))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("運用担当の利用者は、団体の権限を持てません");
        assertThatThrownBy(() -> asSuperuser(
                        "insert into kyosei.role_grant (owner_id, person_id, role) values ('%s', '%s', 'VIEWER')"
                                .formatted(mine.value(), person.value())))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("role_grant_of_no_operator");
        assertThatThrownBy(() -> asSuperuser(
                        "set search_path = kyosei; update person set operator = true where username = 'mine'"))
                .as("nor does who holds one become an operator")
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("role_grant_of_no_operator");
    }

    private static Actor operator() {
        return BACKEND.user(DemonstrationUser.OPERATOR);
    }

    private static void asSuperuser(String sql) throws SQLException {
        String url = BACKEND.database().jdbcUrl();
        try (Connection connection =
                        LocalServices.shared().postgres().connectAsSuperuser(url.substring(url.lastIndexOf('/') + 1));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
