package jp.kyosei.backend.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.owners.AllianceKind;
import jp.kyosei.backend.owners.Member;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.people.PeopleService;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.Grant;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RolesTest {
    private static final String STRATEGY = "mine-strategy-2";
    private static final RunningBackend BACKEND = RunningBackend.alone();

    private final IdentityService identity = BACKEND.bean(IdentityService.class);
    private final PeopleService people = BACKEND.bean(PeopleService.class);
    private final OwnerService tenancy = BACKEND.bean(OwnerService.class);
    private final ResultsService results = BACKEND.bean(ResultsService.class);

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    @Test
    void a_role_counts_from_the_next_request_on_and_is_gone_with_the_next_one() {
        Actor admin = BACKEND.user(DemonstrationUser.MINE);
        OwnerId mine = tenancy.owner(admin, "mine").id();
        String subject = UUID.randomUUID().toString();
        PersonId person = register(subject);
        assertThatThrownBy(() -> results.trend(actor(subject), STRATEGY)).isInstanceOf(NotFoundException.class);

        people.giveRole(admin, mine, person, Role.VIEWER, null);
        assertThat(results.trend(actor(subject), STRATEGY).rows()).hasSize(56);

        people.takeRole(admin, mine, person, Role.VIEWER);
        assertThatThrownBy(() -> results.trend(actor(subject), STRATEGY)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void only_the_admin_of_an_owner_gives_roles_in_it() {
        OwnerId mine =
                tenancy.owner(BACKEND.user(DemonstrationUser.MINE), "mine").id();
        PersonId person = register(UUID.randomUUID().toString());
        Actor staff = BACKEND.user(DemonstrationUser.MINE_STAFF);
        Actor daisen = BACKEND.user(DemonstrationUser.DAISEN);
        assertThatThrownBy(() -> people.giveRole(staff, mine, person, Role.ADMIN, null))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> people.giveRole(daisen, mine, person, Role.VIEWER, null))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void leaving_the_alliance_ends_access_with_the_last_fiscal_year() {
        Actor operator = BACKEND.user(DemonstrationUser.OPERATOR);
        tenancy.openAlliance(
                operator,
                "left-behind",
                "脱退のある圏域",
                AllianceKind.SETTLEMENT_SPHERE,
                List.of(member("052124", "大仙市", true, null), member("352136", "美祢市", false, new FiscalYear(2024))));
        assertThat(slugs(BACKEND.user(DemonstrationUser.DAISEN))).contains("left-behind");
        assertThat(slugs(BACKEND.user(DemonstrationUser.MINE))).doesNotContain("left-behind");
    }

    @Test
    void a_committee_member_of_a_municipality_does_not_read_its_alliance() {
        Actor operator = BACKEND.user(DemonstrationUser.OPERATOR);
        OwnerId town = tenancy.find(operator, "ichinoseki").orElseThrow();
        String subject = UUID.randomUUID().toString();
        people.giveRole(operator, town, register(subject), Role.COMMITTEE, null);
        assertThat(slugs(actor(subject))).containsExactly("ichinoseki");
        assertThat(BACKEND.bean(PlanService.class).plans(actor(subject))).isEmpty();
    }

    @Test
    void the_operator_reads_no_plan_at_all() {
        Actor operator = BACKEND.user(DemonstrationUser.OPERATOR);
        assertThat(BACKEND.bean(PlanService.class).plans(operator)).isEmpty();
        assertThatThrownBy(() -> results.trend(operator, STRATEGY)).isInstanceOf(NotFoundException.class);
    }

    private PersonId register(String subject) {
        return people.register(BACKEND.user(DemonstrationUser.OPERATOR), subject, subject, "試験 太郎", false);
    }

    private Actor actor(String subject) {
        return identity.actorOf(subject).orElseThrow();
    }

    private static List<String> slugs(Actor actor) {
        return actor.grants().stream().map(Grant::ownerSlug).distinct().toList();
    }

    private static Member member(String code, String name, boolean centre, @Nullable FiscalYear last) {
        return new Member(new MunicipalityCode(code), name, centre, new FiscalYear(2020), last);
    }
}
