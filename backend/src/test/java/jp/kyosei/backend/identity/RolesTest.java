package jp.kyosei.backend.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.audit.TrailFilter;
import jp.kyosei.backend.audit.TrailFilter.Matter;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.owners.AllianceKind;
import jp.kyosei.backend.owners.Member;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.owners.department.DepartmentService;
import jp.kyosei.backend.owners.keeping.OwnerKeeping;
import jp.kyosei.backend.owners.register.Municipality;
import jp.kyosei.backend.owners.register.MunicipalityRegister;
import jp.kyosei.backend.people.PeopleService;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.DepartmentId;
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
    private final OwnerService owners = BACKEND.bean(OwnerService.class);
    private final OwnerKeeping keeping = BACKEND.bean(OwnerKeeping.class);
    private final DepartmentService departments = BACKEND.bean(DepartmentService.class);
    private final HistoryService history = BACKEND.bean(HistoryService.class);
    private final ResultsService results = BACKEND.bean(ResultsService.class);

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    @Test
    void a_role_counts_from_the_next_request_on_and_is_gone_with_the_next_one() {
        Actor admin = BACKEND.user(DemonstrationUser.MINE);
        OwnerId mine = owners.owner(admin, "mine").id();
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
                owners.owner(BACKEND.user(DemonstrationUser.MINE), "mine").id();
        PersonId person = register(UUID.randomUUID().toString());
        Actor staff = BACKEND.user(DemonstrationUser.MINE_STAFF);
        Actor daisen = BACKEND.user(DemonstrationUser.DAISEN);
        assertThatThrownBy(() -> people.giveRole(staff, mine, person, Role.ADMIN, null))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> people.giveRole(daisen, mine, person, Role.VIEWER, null))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void what_is_done_to_an_owner_and_its_people_stays_in_the_owners_history() {
        Actor operator = BACKEND.user(DemonstrationUser.OPERATOR);
        OwnerId opened = keeping.openAlliance(
                operator,
                "told-in-history",
                "履歴のある圏域",
                AllianceKind.WIDE_AREA_UNION,
                List.of(member("052124", "大仙市", true, null), member("352136", "美祢市", false, new FiscalYear(2024))));
        DepartmentId department = departments.addDepartment(operator, opened, "soumu", "総務課");
        String subject = UUID.randomUUID().toString();
        PersonId admin = register(subject);
        people.giveRole(operator, opened, admin, Role.ADMIN, null);
        String other = UUID.randomUUID().toString();
        PersonId colleague = register(other);
        people.giveRole(actor(subject), opened, colleague, Role.CONTRIBUTOR, department);
        people.giveRole(actor(subject), opened, colleague, Role.CONTRIBUTOR, department);
        people.takeRole(actor(subject), opened, colleague, Role.CONTRIBUTOR);

        List<AuditEntry> told = history.ofOwner(actor(subject), "told-in-history", TrailFilter.ALL, 0, 100)
                .entries();
        assertThat(told)
                .extracting(AuditEntry::words, AuditEntry::subjectId, AuditEntry::before, AuditEntry::after)
                .containsExactlyInAnyOrder(
                        tuple(
                                "団体の開設",
                                "履歴のある圏域",
                                null,
                                "{\"kind\": \"ALLIANCE\", \"slug\": \"told-in-history\", \"allianceKind\": \"WIDE_AREA_UNION\"}"),
                        tuple("圏域への加入", "052124 大仙市", null, "{\"centre\": true, \"firstFiscalYear\": 2020}"),
                        tuple(
                                "圏域への加入",
                                "352136 美祢市",
                                null,
                                "{\"centre\": false, \"lastFiscalYear\": 2024, \"firstFiscalYear\": 2020}"),
                        tuple("担当課の追加", "総務課", null, "{\"departmentCode\": \"soumu\"}"),
                        tuple("権限の付与", "試験 太郎 (%s)".formatted(subject), null, "{\"role\": \"ADMIN\"}"),
                        tuple(
                                "権限の付与",
                                "試験 太郎 (%s)".formatted(other),
                                null,
                                "{\"role\": \"CONTRIBUTOR\", \"department\": \"総務課\"}"),
                        tuple(
                                "権限の取り消し",
                                "試験 太郎 (%s)".formatted(other),
                                "{\"role\": \"CONTRIBUTOR\", \"department\": \"総務課\"}",
                                null));
        assertThat(told).extracting(AuditEntry::personName).contains("サービス運用担当", "試験 太郎");
        assertThat(history.ofOwner(actor(subject), "told-in-history", TrailFilter.ALL, 0, 2))
                .satisfies(page -> assertThat(page.entries()).isEqualTo(told.subList(0, 2)))
                .satisfies(page -> assertThat(page.more()).isTrue());
        assertThat(history.ofOwner(actor(subject), "told-in-history", TrailFilter.ALL, 2, 100)
                        .entries())
                .isEqualTo(told.subList(2, told.size()));
        assertThat(filtered(subject, "サービス運用担当", null))
                .extracting(AuditEntry::words)
                .containsOnly("団体の開設", "圏域への加入", "担当課の追加", "権限の付与")
                .hasSize(5);
        assertThat(filtered(subject, null, Matter.PEOPLE))
                .extracting(AuditEntry::words)
                .containsExactlyInAnyOrder("権限の付与", "権限の付与", "権限の取り消し");
        assertThat(filtered(subject, "誰でもない人", null)).isEmpty();
        assertThat(history.peopleOfOwner(actor(subject), "told-in-history"))
                .containsExactlyInAnyOrder("サービス運用担当", "試験 太郎");
        assertThat(history.ofOwner(actor(subject), "told-in-history", TrailFilter.ALL, 0, 100)
                        .towns()
                        .in("052124 大仙市 352136"))
                .isEqualTo("大仙市 美祢市");
        assertThat(history.ofOwner(BACKEND.user(DemonstrationUser.MINE), "mine", TrailFilter.ALL, 0, 100)
                        .entries())
                .extracting(AuditEntry::action)
                .contains("OPEN_OWNER", "ADD_RULE_SET", "ADD_DEPARTMENT", "GIVE_ROLE")
                .doesNotContain("IMPORT_PLAN", "ENTER_ACTUAL");
    }

    private List<AuditEntry> filtered(String subject, @Nullable String person, @Nullable Matter matter) {
        TrailFilter filter = new TrailFilter(null, person, matter, null, null);
        return history.ofOwner(actor(subject), "told-in-history", filter, 0, 100)
                .entries();
    }

    @Test
    void the_history_of_an_owner_is_for_its_secretariat_and_admin() {
        assertThatThrownBy(
                        () -> history.ofOwner(BACKEND.user(DemonstrationUser.DAISEN), "mine", TrailFilter.ALL, 0, 100))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() ->
                        history.ofOwner(BACKEND.user(DemonstrationUser.MINE), "no-such-owner", TrailFilter.ALL, 0, 100))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() ->
                        history.ofOwner(BACKEND.user(DemonstrationUser.OPERATOR), "mine", TrailFilter.ALL, 0, 100))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() ->
                        history.ofOwner(BACKEND.user(DemonstrationUser.MINE_STAFF), "mine", TrailFilter.ALL, 0, 100))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> history.peopleOfOwner(BACKEND.user(DemonstrationUser.DAISEN), "mine"))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> history.peopleOfOwner(BACKEND.user(DemonstrationUser.MINE_STAFF), "mine"))
                .isInstanceOf(ForbiddenException.class);
        // A role in a member municipality reads the alliance's plans and not who works there.
        assertThatThrownBy(() -> history.ofOwner(
                        BACKEND.user(DemonstrationUser.ICHINOSEKI), "ichinoseki-hiraizumi", TrailFilter.ALL, 0, 100))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void what_concerns_no_owner_stays_in_the_trail_of_the_service_which_the_operator_reads() {
        Actor operator = BACKEND.user(DemonstrationUser.OPERATOR);
        String subject = UUID.randomUUID().toString();
        PersonId person = register(subject);
        assertThat(register(subject)).isEqualTo(person);
        people.setMailAddress(actor(subject), person, "taro@kyosei.example");
        MunicipalityRegister register = BACKEND.bean(MunicipalityRegister.class);
        register.register(operator, List.of(new Municipality(new MunicipalityCode("032093"), "一関市", "岩手県")));

        List<AuditEntry> told = history.ofService(operator, 0, 2).entries();
        assertThat(told)
                .extracting(AuditEntry::words, AuditEntry::personName, AuditEntry::after)
                .containsExactly(
                        tuple("メールの宛先の変更", "試験 太郎", "{\"mailAddress\": true}"),
                        tuple("利用者の登録", "サービス運用担当", "{\"operator\": false}"));
        assertThat(told).extracting(AuditEntry::subjectId).containsOnly("試験 太郎 (%s)".formatted(subject));
        assertThat(history.ofService(operator, 0, HistoryService.MOST).entries())
                .as("what the public register has already is no change")
                .extracting(AuditEntry::action)
                .doesNotContain("REGISTER_MUNICIPALITIES");
        register.register(operator, List.of(new Municipality(new MunicipalityCode("039993"), "見本市", "岩手県")));
        assertThat(history.ofService(operator, 0, 1).entries())
                .extracting(AuditEntry::action, AuditEntry::after)
                .containsExactly(tuple("REGISTER_MUNICIPALITIES", "{\"municipalities\": [\"039993\"]}"));
        for (DemonstrationUser user : EnumSet.complementOf(EnumSet.of(DemonstrationUser.OPERATOR))) {
            assertThatThrownBy(() -> history.ofService(BACKEND.user(user), 0, 2))
                    .as(user.name())
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void a_role_names_no_department_of_another_owner() {
        Actor operator = BACKEND.user(DemonstrationUser.OPERATOR);
        OwnerId mine = owners.find(operator, "mine").orElseThrow();
        OwnerId daisen = owners.find(operator, "daisen").orElseThrow();
        DepartmentId elsewhere = departments.addDepartment(operator, daisen, "yosoku", "よその課");
        PersonId person = register(UUID.randomUUID().toString());
        assertThatThrownBy(() -> people.giveRole(operator, mine, person, Role.CONTRIBUTOR, elsewhere))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void who_may_administer_is_asked_and_checked_alike() {
        AccessPolicy policy = BACKEND.bean(AccessPolicy.class);
        OwnerId mine =
                owners.find(BACKEND.user(DemonstrationUser.OPERATOR), "mine").orElseThrow();
        for (DemonstrationUser user : DemonstrationUser.values()) {
            Actor actor = BACKEND.user(user);
            if (policy.canAdminister(actor, mine)) {
                assertThatCode(() -> policy.checkCanAdminister(actor, mine))
                        .as(user.name())
                        .doesNotThrowAnyException();
            } else {
                assertThatThrownBy(() -> policy.checkCanAdminister(actor, mine))
                        .as(user.name())
                        .isInstanceOfAny(ForbiddenException.class, NotFoundException.class);
            }
        }
        assertThat(EnumSet.allOf(DemonstrationUser.class).stream()
                        .filter(user -> policy.canAdminister(BACKEND.user(user), mine)))
                .containsExactlyInAnyOrder(DemonstrationUser.MINE, DemonstrationUser.OPERATOR);
    }

    @Test
    void leaving_the_alliance_ends_access_to_the_years_after_the_last_one() {
        Actor operator = BACKEND.user(DemonstrationUser.OPERATOR);
        keeping.openAlliance(
                operator,
                "left-behind",
                "脱退のある圏域",
                AllianceKind.SETTLEMENT_SPHERE,
                List.of(member("052124", "大仙市", true, null), member("352136", "美祢市", false, new FiscalYear(2024))));
        assertThat(slugs(BACKEND.user(DemonstrationUser.DAISEN))).contains("left-behind");
        assertThat(BACKEND.user(DemonstrationUser.DAISEN).lastYears()).isEmpty();
        assertThat(BACKEND.user(DemonstrationUser.MINE).lastYears())
                .containsExactlyEntriesOf(
                        Map.of(owners.find(operator, "left-behind").orElseThrow(), 2024));
    }

    @Test
    void a_committee_member_of_a_municipality_does_not_read_its_alliance() {
        Actor operator = BACKEND.user(DemonstrationUser.OPERATOR);
        OwnerId town = owners.find(operator, "ichinoseki").orElseThrow();
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
