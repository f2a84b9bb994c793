package jp.kyosei.backend.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.audit.TrailFilter;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.owners.department.Department;
import jp.kyosei.backend.owners.department.DepartmentClosing;
import jp.kyosei.backend.owners.department.DepartmentRecord;
import jp.kyosei.backend.owners.department.DepartmentService;
import jp.kyosei.backend.owners.department.WorkKind;
import jp.kyosei.backend.people.PeopleService;
import jp.kyosei.backend.people.RoleService;
import jp.kyosei.backend.people.RoleTerms;
import jp.kyosei.backend.staffing.plan.Post;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** 一関市 merges a department from next year on. */
class MergerAheadTest {
    private static final String TOWN = "ichinoseki";

    private static final RunningBackend BACKEND = RunningBackend.alone();

    private static String adminSubject;
    private static OwnerId town;
    private static LocalDate today;

    private final StaffingService staffing = BACKEND.bean(StaffingService.class);
    private final TransferService transfers = BACKEND.bean(TransferService.class);
    private final TransferWorker worker = BACKEND.bean(TransferWorker.class);

    @BeforeAll
    static void an_admin_of_the_town() {
        today = LocalDate.now(BACKEND.bean(Clock.class));
        town = BACKEND.bean(OwnerService.class)
                .find(BACKEND.user(DemonstrationUser.OPERATOR), TOWN)
                .orElseThrow();
        adminSubject = register("人事 一子");
        give(adminSubject, Role.ADMIN, null);
    }

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    @Test
    void a_department_that_is_merged_from_next_year_keeps_its_people_and_work_until_the_first_of_april() {
        DepartmentClosing closing = BACKEND.bean(DepartmentClosing.class);
        FiscalYear next = FiscalYear.of(today).next();
        LocalDate april = LocalDate.of(next.year(), Month.APRIL, 1);
        String merged = withIndicators();
        String name = name(merged);
        BACKEND.bean(DepartmentService.class).addDepartment(admin(), town, "togo", "統合先の課");
        String hanako = register("統合 花子");
        give(hanako, Role.CONTRIBUTOR, merged);
        give(hanako, Role.VIEWER, null);
        int indicators = count(WorkKind.INDICATORS, merged);

        closing.close(admin(), town, merged, -1, next, "togo", "機構改革");
        assertThat(posts(hanako, april.minusDays(1))).contains(name + " 担当課入力");
        assertThat(posts(hanako, april)).containsExactlyInAnyOrder("統合先の課 担当課入力", "団体全体 閲覧");
        assertThat(count(WorkKind.INDICATORS, merged)).isEqualTo(indicators);
        Transfer prepared = staffing.transfers(admin(), town).stream()
                .filter(Transfer::ofMerger)
                .findFirst()
                .orElseThrow();
        assertThat(prepared.day()).isEqualTo(april);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> transfers.takeBack(admin(), town, prepared.id(), ""))
                .withMessageContaining("統合を取りやめてください");

        closing.reopen(admin(), town, merged, -1, "やり直し");
        assertThat(posts(hanako, april)).containsExactlyInAnyOrder(name + " 担当課入力", "団体全体 閲覧");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> closing.reopen(admin(), town, merged, -1, ""));

        closing.close(admin(), town, merged, -1, next, "togo", "機構改革");
        String late = register("あとから 次郎");
        give(late, Role.CONTRIBUTOR, merged);
        worker.carryOut(april);
        assertThat(count(WorkKind.INDICATORS, merged)).isZero();
        assertThat(count(WorkKind.INDICATORS, "togo")).isEqualTo(indicators);
        assertThat(posts(late, april)).containsExactly("統合先の課 担当課入力");
        assertThat(BACKEND.bean(HistoryService.class)
                        .ofOwner(admin(), TOWN, TrailFilter.ALL, 0, 20)
                        .entries())
                .extracting(AuditEntry::words)
                .contains("担当課の統合", "担当課の統合・廃止の取りやめ");
    }

    private String withIndicators() {
        return staffing.board(admin(), town, today).staff().stream()
                .filter(staff -> staff.work().getOrDefault(WorkKind.INDICATORS, 0) > 0)
                .map(DepartmentStaff::department)
                .flatMap(Stream::ofNullable)
                .map(Department::code)
                .findFirst()
                .orElseThrow();
    }

    private static Department department(String code) {
        return BACKEND.bean(DepartmentService.class).departments(admin(), town).stream()
                .map(DepartmentRecord::department)
                .filter(department -> department.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String name(String code) {
        return department(code).name();
    }

    private int count(WorkKind kind, String department) {
        return staffing.board(admin(), town, today).staff().stream()
                .filter(staff ->
                        staff.department() != null && staff.department().code().equals(department))
                .mapToInt(staff -> staff.work().getOrDefault(kind, 0))
                .sum();
    }

    private List<String> posts(String subject, LocalDate day) {
        return staffing.board(admin(), town, day).staff().stream()
                .flatMap(staff -> staff.then().stream()
                        .filter(role -> role.person().equals(person(subject)))
                        .map(role -> new Post(role.role(), staff.department()).words()))
                .toList();
    }

    private static void give(String subject, Role role, @Nullable String department) {
        BACKEND.bean(RoleService.class)
                .give(
                        BACKEND.user(DemonstrationUser.OPERATOR),
                        town,
                        person(subject),
                        RoleTerms.now(
                                role,
                                department == null
                                        ? null
                                        : department(department).id()));
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

    private static Actor admin() {
        return actor(Objects.requireNonNull(adminSubject));
    }

    private static Actor actor(String subject) {
        return BACKEND.bean(IdentityService.class).actorOf(subject).orElseThrow();
    }
}
