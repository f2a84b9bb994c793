package jp.kyosei.backend.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.audit.TrailFilter;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.owners.department.DepartmentService;
import jp.kyosei.backend.people.GivenRole;
import jp.kyosei.backend.people.PeopleService;
import jp.kyosei.backend.people.RoleService;
import jp.kyosei.backend.people.RoleTerms;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Roles count by the day in Japan: from the first to the last, both included. */
class RolesByDayTest {
    private static final RunningBackend BACKEND = RunningBackend.alone();

    private final LocalDate today = LocalDate.now(BACKEND.bean(Clock.class));
    private final LocalDate tomorrow = today.plusDays(1);
    private final LocalDate yesterday = today.minusDays(1);
    private final RoleService roles = BACKEND.bean(RoleService.class);
    private final Actor admin = BACKEND.user(DemonstrationUser.MINE);
    private final OwnerId mine =
            BACKEND.bean(OwnerService.class).owner(admin, "mine").id();

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    @Test
    void a_role_counts_from_its_first_day_to_its_last() {
        String hanako = register("異動 花子");
        roles.give(admin, mine, person(hanako), new RoleTerms(Role.VIEWER, null, tomorrow, today.plusDays(10)));

        assertThat(heldOn(hanako, today)).isEmpty();
        assertThat(heldOn(hanako, tomorrow)).containsExactly("VIEWER");
        assertThat(heldOn(hanako, today.plusDays(10))).containsExactly("VIEWER");
        assertThat(heldOn(hanako, today.plusDays(11))).isEmpty();
        assertThat(actor(hanako).grants()).isEmpty();
    }

    @Test
    void whoever_has_no_role_any_more_stays_known_by_name_and_sees_nothing() {
        String taro = register("退職 太郎");
        roles.give(admin, mine, person(taro), new RoleTerms(Role.SECRETARIAT, null, today.minusDays(400), null));
        assertThat(BACKEND.bean(AccessPolicy.class).canRead(actor(taro), mine)).isTrue();

        roles.takeAll(admin, mine, person(taro));

        assertThat(actor(taro).grants()).isEmpty();
        assertThat(heldOn(taro, yesterday)).containsExactly("SECRETARIAT");
        assertThat(BACKEND.bean(PeopleService.class).name(admin, person(taro))).contains("退職 太郎");
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> roles.takeAll(admin, mine, person(taro)));
    }

    @Test
    void a_role_that_ended_can_be_given_again_and_the_gap_stays() {
        String hanako = register("復帰 花子");
        roles.give(
                admin, mine, person(hanako), new RoleTerms(Role.VIEWER, null, today.minusDays(9), today.minusDays(5)));
        roles.give(admin, mine, person(hanako), RoleTerms.now(Role.VIEWER, null));
        roles.give(admin, mine, person(hanako), RoleTerms.now(Role.VIEWER, null));

        assertThat(heldOn(hanako, today.minusDays(5))).containsExactly("VIEWER");
        assertThat(heldOn(hanako, yesterday)).isEmpty();
        assertThat(heldOn(hanako, today)).containsExactly("VIEWER");
        assertThat(given(hanako)).hasSize(1);
    }

    @Test
    void a_role_is_held_in_several_departments_at_once() {
        DepartmentId planning = department("兼務企画課");
        DepartmentId finance = department("兼務財政課");
        DepartmentId other = department("兼務でない課");
        String jiro = register("兼務 次郎");
        roles.give(admin, mine, person(jiro), RoleTerms.now(Role.CONTRIBUTOR, planning));
        roles.give(admin, mine, person(jiro), RoleTerms.now(Role.CONTRIBUTOR, finance));

        AccessPolicy policy = BACKEND.bean(AccessPolicy.class);
        MunicipalityCode town = new MunicipalityCode("352136");
        assertThat(policy.canEnter(actor(jiro), mine, town, planning)).isTrue();
        assertThat(policy.canEnter(actor(jiro), mine, town, finance)).isTrue();
        assertThat(policy.canEnter(actor(jiro), mine, town, other)).isFalse();

        GivenRole inFinance = given(jiro).stream()
                .filter(role -> finance.equals(role.department()))
                .findFirst()
                .orElseThrow();
        roles.take(admin, mine, inFinance.id());
        assertThat(policy.canEnter(actor(jiro), mine, town, planning)).isTrue();
        assertThat(policy.canEnter(actor(jiro), mine, town, finance)).isFalse();
    }

    @Test
    void a_deputy_holds_what_the_absent_one_holds_for_the_days_of_absence_and_no_longer_than_they() {
        DepartmentId section = department("代理のある課");
        String chief = register("課長 一郎");
        String deputy = register("代理 三郎");
        roles.give(admin, mine, person(chief), new RoleTerms(Role.APPROVER, section, null, today.plusDays(20)));

        roles.standIn(admin, mine, person(deputy), person(chief), tomorrow, today.plusDays(30));

        assertThat(heldOn(deputy, today)).isEmpty();
        assertThat(heldOn(deputy, tomorrow)).containsExactly("APPROVER");
        assertThat(heldOn(deputy, today.plusDays(20))).containsExactly("APPROVER");
        assertThat(heldOn(deputy, today.plusDays(21))).isEmpty();
        assertThat(given(deputy))
                .extracting(GivenRole::deputyForName, GivenRole::departmentName)
                .containsExactly(tuple("課長 一郎", "代理のある課"));

        GivenRole chiefs = given(chief).stream()
                .filter(role -> !role.isDeputy())
                .findFirst()
                .orElseThrow();
        roles.limit(admin, mine, chiefs.id(), today.plusDays(3));
        assertThat(heldOn(deputy, today.plusDays(3))).containsExactly("APPROVER");
        assertThat(heldOn(deputy, today.plusDays(4))).isEmpty();

        roles.take(admin, mine, chiefs.id());
        assertThat(heldOn(deputy, tomorrow)).isEmpty();
        assertThat(heldOn(chief, today)).isEmpty();
    }

    @Test
    void nobody_is_their_own_deputy_nor_stands_in_for_somebody_without_a_role() {
        String nobody = register("無権 四郎");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> roles.standIn(admin, mine, admin.person(), admin.person(), today, tomorrow));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> roles.standIn(admin, mine, admin.person(), person(nobody), today, tomorrow));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> roles.standIn(admin, mine, person(nobody), admin.person(), tomorrow, today));
    }

    @Test
    void an_owner_is_left_without_an_admin_on_no_day() {
        GivenRole only = roles.roles(admin, mine).stream()
                .filter(role -> role.person().equals(admin.person()) && role.role() == Role.ADMIN)
                .findFirst()
                .orElseThrow();
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> roles.take(admin, mine, only.id()))
                .withMessageContaining("団体管理者が一人もいない日");
        String next = register("後任 五郎");
        roles.give(admin, mine, person(next), new RoleTerms(Role.ADMIN, null, today.plusDays(10), null));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> roles.limit(admin, mine, only.id(), today.plusDays(8)));
        assertThatCode(() -> roles.limit(admin, mine, only.id(), today.plusDays(9)))
                .doesNotThrowAnyException();

        roles.limit(admin, mine, only.id(), null);
        assertThat(heldOn(DemonstrationUser.MINE.subject(), today.plusDays(999)))
                .contains("ADMIN");
    }

    @Test
    void what_becomes_of_a_role_stands_in_the_owners_history_with_its_days() {
        String hanako = register("履歴 花子");
        roles.give(admin, mine, person(hanako), new RoleTerms(Role.VIEWER, null, tomorrow, null));
        GivenRole given = given(hanako).getFirst();
        roles.limit(admin, mine, given.id(), today.plusDays(5));
        roles.take(admin, mine, given.id());

        List<AuditEntry> told = BACKEND.bean(HistoryService.class)
                .ofOwner(admin, "mine", TrailFilter.ALL, 0, 100)
                .entries();
        assertThat(told.stream().filter(entry -> Objects.requireNonNull(entry.subjectId())
                        .startsWith("履歴 花子")))
                .extracting(AuditEntry::words, AuditEntry::before, AuditEntry::after)
                .containsExactly(
                        tuple(
                                "権限の取り消し",
                                "{\"role\": \"VIEWER\", \"validFrom\": \"%s\", \"validUntil\": \"%s\"}"
                                        .formatted(tomorrow, today.plusDays(5)),
                                null),
                        tuple(
                                "権限の期間の変更",
                                "{\"role\": \"VIEWER\", \"validFrom\": \"%s\", \"validUntil\": \"\"}"
                                        .formatted(tomorrow),
                                "{\"role\": \"VIEWER\", \"validFrom\": \"%s\", \"validUntil\": \"%s\"}"
                                        .formatted(tomorrow, today.plusDays(5))),
                        tuple("権限の付与", null, "{\"role\": \"VIEWER\", \"validFrom\": \"%s\"}".formatted(tomorrow)));
    }

    @Test
    void only_the_owners_admin_sees_and_changes_who_holds_what() {
        Actor staff = BACKEND.user(DemonstrationUser.MINE_STAFF);
        Actor daisen = BACKEND.user(DemonstrationUser.DAISEN);
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> roles.roles(staff, mine));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> roles.roles(daisen, mine));
        GivenRole ofMine = roles.roles(admin, mine).getFirst();
        OwnerId theirs =
                BACKEND.bean(OwnerService.class).owner(daisen, "daisen").id();
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> roles.take(daisen, theirs, ofMine.id()));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> roles.takeAll(daisen, theirs, ofMine.person()));
    }

    private static List<String> heldOn(String subject, LocalDate day) {
        return BACKEND.bean(IdentityRepository.class).identify(subject, day).stream()
                .map(GrantRow::role)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private List<GivenRole> given(String subject) {
        return roles.roles(admin, mine).stream()
                .filter(role -> role.person().equals(person(subject)))
                .toList();
    }

    private DepartmentId department(String name) {
        return BACKEND.bean(DepartmentService.class)
                .addDepartment(admin, mine, UUID.randomUUID().toString().substring(0, 8), name);
    }

    private static String register(String name) {
        String subject = UUID.randomUUID().toString();
        BACKEND.bean(PeopleService.class)
                .register(BACKEND.user(DemonstrationUser.OPERATOR), subject, subject, name, false);
        return subject;
    }

    private static PersonId person(String subject) {
        return actor(subject).person();
    }

    private static Actor actor(String subject) {
        return BACKEND.bean(IdentityService.class).actorOf(subject).orElseThrow();
    }
}
