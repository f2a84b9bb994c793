package jp.kyosei.backend.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.SentStatements;
import jp.kyosei.backend.audit.TrailFilter;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.owners.department.DepartmentService;
import jp.kyosei.backend.owners.department.WorkKind;
import jp.kyosei.backend.people.PeopleService;
import jp.kyosei.backend.people.RoleService;
import jp.kyosei.backend.people.RoleTerms;
import jp.kyosei.backend.staffing.plan.Gap;
import jp.kyosei.backend.staffing.plan.PersonMove;
import jp.kyosei.backend.staffing.plan.Post;
import jp.kyosei.backend.staffing.plan.TransferPlan;
import jp.kyosei.backend.staffing.plan.WorkMove;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** 一関市 prepares its 人事異動; its departments are asked in the plan of 一関・平泉定住自立圏. */
class TransferTest {
    private static final String TOWN = "ichinoseki";
    private static final String ALLIANCE = "ichinoseki-hiraizumi";

    private static final RunningBackend BACKEND = RunningBackend.alone();

    private static String adminSubject;
    private static OwnerId town;
    private static LocalDate today;

    private final StaffingService staffing = BACKEND.bean(StaffingService.class);
    private final TransferService transfers = BACKEND.bean(TransferService.class);
    private final TransferWorker worker = BACKEND.bean(TransferWorker.class);
    private final RoleService roles = BACKEND.bean(RoleService.class);

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
    void what_is_prepared_in_march_is_in_force_on_the_first_of_april_and_not_a_day_before() {
        LocalDate april = today.plusDays(40);
        String hanako = register("異動 花子");
        give(hanako, Role.CONTRIBUTOR, "kanko");

        transfers.prepare(admin(), town, plan(april, moving(hanako, held(Role.APPROVER, "shoko"))));

        assertThat(posts(hanako, today)).containsExactly("観光物産課 担当課入力");
        assertThat(posts(hanako, april.minusDays(1))).containsExactly("観光物産課 担当課入力");
        assertThat(posts(hanako, april)).containsExactly("商工労働課 所属長承認");
    }

    @Test
    void a_change_that_is_taken_back_before_its_day_leaves_everything_as_it_was() {
        LocalDate day = today.plusDays(41);
        String jiro = register("中止 次郎");
        give(jiro, Role.CONTRIBUTOR, "kanko");
        give(jiro, Role.VIEWER, null);
        Transfer prepared = transfers.prepare(
                admin(), town, plan(day, moving(jiro, held(Role.VIEWER, null), held(Role.CONTRIBUTOR, "nosei"))));
        assertThat(prepared.people())
                .singleElement()
                .satisfies(
                        move -> assertThat(move.ends()).extracting(Post::words).containsExactly("観光物産課 担当課入力"))
                .satisfies(move ->
                        assertThat(move.begins()).extracting(Post::words).containsExactly("農政課 担当課入力"));

        Transfer back = transfers.takeBack(admin(), town, prepared.id(), "内示の取り消し");

        assertThat(back.state()).isEqualTo(TransferState.TAKEN_BACK);
        assertThat(posts(jiro, day)).containsExactlyInAnyOrder("観光物産課 担当課入力", "団体全体 閲覧");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> transfers.takeBack(admin(), town, prepared.id(), ""));
        transfers.prepare(admin(), town, plan(day, moving(jiro)));
        assertThat(posts(jiro, day)).isEmpty();
    }

    @Test
    void whoever_retires_and_who_stands_in_for_them_hold_nothing_from_the_day_on() {
        LocalDate day = today.plusDays(42);
        String chief = register("退職 課長");
        String deputy = register("代理 係長");
        give(chief, Role.APPROVER, "bunkazai");
        give(deputy, Role.CONTRIBUTOR, "bunkazai");
        roles.standIn(admin(), town, person(deputy), person(chief), today, today.plusDays(100));

        transfers.prepare(admin(), town, plan(day, moving(chief)));

        assertThat(posts(chief, day)).isEmpty();
        assertThat(posts(deputy, day.minusDays(1))).contains("文化財課 所属長承認");
        assertThat(posts(deputy, day)).containsExactly("文化財課 担当課入力");
    }

    @Test
    void the_preview_says_what_changes_and_what_is_left_without_anybody_and_stores_nothing() {
        LocalDate day = today.plusDays(43);
        String only = register("一人 担当");
        give(only, Role.CONTRIBUTOR, "kodomo");

        TransferPreview preview = staffing.preview(admin(), town, plan(day, moving(only)));

        assertThat(preview.people()).extracting(PersonMove::displayName).containsExactly("一人 担当");
        assertThat(preview.gaps())
                .filteredOn(gap -> gap instanceof Gap.NobodyEnters enters
                        && enters.department().code().equals("kodomo"))
                .singleElement()
                .satisfies(gap -> assertThat(gap.words()).startsWith("こども家庭課に、入力する人がいません（指標の担当 "));
        assertThat(posts(only, day)).containsExactly("こども家庭課 担当課入力");
        TransferPlan withSuccessor = plan(
                day,
                moving(only),
                new TransferPlan.Person(
                        admin().person(), List.of(held(Role.ADMIN, null), held(Role.CONTRIBUTOR, "kodomo"))));
        assertThat(staffing.preview(admin(), town, withSuccessor).gaps())
                .noneMatch(gap -> gap instanceof Gap.NobodyEnters enters
                        && enters.department().code().equals("kodomo"));
    }

    @Test
    void work_goes_to_another_department_when_the_day_has_come_once_and_in_the_alliance_too() throws Exception {
        int indicators = count(WorkKind.INDICATORS, "fukushi");
        int tasks = count(WorkKind.TASKS, "fukushi");
        int others = count(WorkKind.INDICATORS, "choju");
        assertThat(indicators).isPositive();
        LocalDate day = today.plusDays(44);
        Transfer prepared = transfers.prepare(
                admin(),
                town,
                new TransferPlan(
                        day,
                        List.of(),
                        List.of(
                                new TransferPlan.Work(WorkKind.INDICATORS, "fukushi", "choju"),
                                new TransferPlan.Work(WorkKind.TASKS, "fukushi", "choju")),
                        "機構改革"));

        worker.carryOut(day.minusDays(1));
        assertThat(count(WorkKind.INDICATORS, "fukushi")).isEqualTo(indicators);

        assertThat(atOnce(3, () -> worker.carryOut(day))).containsExactlyInAnyOrder(1, 0, 0);

        assertThat(count(WorkKind.INDICATORS, "fukushi")).isZero();
        assertThat(count(WorkKind.TASKS, "fukushi")).isZero();
        assertThat(count(WorkKind.INDICATORS, "choju")).isEqualTo(others + indicators);
        assertThat(transfers().stream().filter(one -> one.id().equals(prepared.id())))
                .singleElement()
                .satisfies(done -> assertThat(done.state()).isEqualTo(TransferState.IN_FORCE))
                .satisfies(done -> assertThat(done.work())
                        .extracting(WorkMove::kind, WorkMove::count)
                        .containsExactly(tuple(WorkKind.INDICATORS, indicators), tuple(WorkKind.TASKS, tasks)));
        assertThat(BACKEND.bean(HistoryService.class)
                        .ofOwner(BACKEND.user(DemonstrationUser.SECRETARIAT), ALLIANCE, TrailFilter.ALL, 0, 50)
                        .entries())
                .filteredOn(entry -> entry.action().equals("CARRY_OUT_TRANSFER"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.personName()).isEqualTo("人事 一子"))
                .satisfies(entry -> assertThat(entry.reason()).isEqualTo("機構改革"));
    }

    @Test
    void it_is_carried_out_though_whoever_prepared_it_has_left_by_then() {
        String leaving = register("前任 管理者");
        give(leaving, Role.ADMIN, null);
        LocalDate day = today.plusDays(45);
        transfers.prepare(
                actor(leaving),
                town,
                new TransferPlan(
                        day, List.of(), List.of(new TransferPlan.Work(WorkKind.INDICATORS, "shobo", "kensetsu")), ""));
        int indicators = count(WorkKind.INDICATORS, "shobo");
        roles.takeAll(admin(), town, person(leaving));

        worker.carryOut(day.minusDays(1));
        assertThat(count(WorkKind.INDICATORS, "shobo")).isEqualTo(indicators);
        assertThat(worker.carryOut(day)).isEqualTo(1);

        assertThat(indicators).isPositive();
        assertThat(count(WorkKind.INDICATORS, "shobo")).isZero();
    }

    @Test
    void nobody_and_nothing_is_prepared_twice() {
        LocalDate day = today.plusDays(46);
        String twice = register("二度 三郎");
        give(twice, Role.CONTRIBUTOR, "gakko");
        transfers.prepare(admin(), town, plan(day, moving(twice)));
        transfers.prepare(
                admin(),
                town,
                new TransferPlan(
                        day, List.of(), List.of(new TransferPlan.Work(WorkKind.NOTES, "gakko", "shogai")), ""));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> transfers.prepare(
                        admin(), town, plan(day.plusDays(1), moving(twice, held(Role.CONTRIBUTOR, "kotsu")))))
                .withMessageContaining("二度 三郎の人事異動は、もう準備されています");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> transfers.prepare(
                        admin(),
                        town,
                        new TransferPlan(
                                day, List.of(), List.of(new TransferPlan.Work(WorkKind.NOTES, "gakko", "kotsu")), "")))
                .withMessageContaining("学校教育課の「回答待ちの意見」の引き継ぎは、もう準備されています");
    }

    @Test
    void what_cannot_be_is_refused_with_a_word() {
        String known = register("既知 四郎");
        give(known, Role.CONTRIBUTOR, "kanko");
        String stranger = register("他人 五郎");
        LocalDate day = today.plusDays(47);
        assertRefused(plan(today.minusDays(1), moving(known)), "異動の日は、今日か、今日より後");
        assertRefused(plan(today.plusYears(3), moving(known)), "2年先まで");
        assertRefused(plan(day, moving(stranger)), "この団体の利用者ではない人");
        assertRefused(plan(day, moving(known, held(Role.CONTRIBUTOR, "nowhere"))), "記号「nowhere」の担当課がありません");
        assertRefused(plan(day, moving(known, held(Role.COMMITTEE, null))), "委員の名簿");
        assertRefused(plan(day, moving(known, held(Role.CONTRIBUTOR, "kanko"))), "変わるものがありません");
        assertRefused(plan(day, moving(known), moving(known)), "二度挙げられています");
        assertRefused(plan(day, new TransferPlan.Person(admin().person(), List.of())), "団体管理者が一人もいない日ができます");
    }

    @Test
    void only_the_owners_admin_sees_and_prepares() {
        LocalDate day = today.plusDays(48);
        TransferPlan plan = plan(day);
        Actor clerk = BACKEND.user(DemonstrationUser.ICHINOSEKI);
        Actor elsewhere = BACKEND.user(DemonstrationUser.MINE);
        Actor operator = BACKEND.user(DemonstrationUser.OPERATOR);
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> staffing.board(clerk, town, day));
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> transfers.prepare(clerk, town, plan));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> staffing.board(elsewhere, town, day));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> transfers.prepare(elsewhere, town, plan));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> staffing.transfers(operator, town));
        String hanako = register("秘密 花子");
        give(hanako, Role.CONTRIBUTOR, "kanko");
        Transfer prepared = transfers.prepare(admin(), town, plan(day, moving(hanako)));
        OwnerId theirs =
                BACKEND.bean(OwnerService.class).owner(elsewhere, "mine").id();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> transfers.takeBack(elsewhere, theirs, prepared.id(), ""));
    }

    @Test
    void the_board_is_read_by_as_many_statements_however_many_work_there() {
        LocalDate day = today.plusDays(49);
        int before = SentStatements.count(() -> staffing.board(admin(), town, day), 2);
        for (int number = 0; number < 20; number++) {
            BACKEND.bean(DepartmentService.class).addDepartment(admin(), town, "count-" + number, "数える課" + number);
            give(register("数える 人" + number), Role.CONTRIBUTOR, "count-" + number);
        }
        List<TransferPlan.Person> leaving = new ArrayList<>();
        staffing.board(admin(), town, day).staff().stream()
                .flatMap(staff -> staff.today().stream())
                .filter(role -> role.displayName().startsWith("数える"))
                .forEach(role -> leaving.add(new TransferPlan.Person(role.person(), List.of())));
        transfers.prepare(admin(), town, new TransferPlan(day, leaving, List.of(), ""));

        // Identification, context, departments, roles, three kinds of work, transfers; and once there are some, their
        // parts.
        assertThat(before).isEqualTo(8);
        assertThat(SentStatements.count(() -> staffing.board(admin(), town, day), 2))
                .isEqualTo(10);
    }

    private void assertRefused(TransferPlan plan, String why) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> transfers.prepare(admin(), town, plan))
                .withMessageContaining(why);
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            List<Future<T>> begun = new ArrayList<>();
            for (int time = 0; time < times; time++) {
                begun.add(threads.submit(work));
            }
            List<T> done = new ArrayList<>();
            for (Future<T> one : begun) {
                done.add(one.get());
            }
            return done;
        }
    }

    private List<Transfer> transfers() {
        return staffing.transfers(admin(), town);
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

    private static TransferPlan plan(LocalDate day, TransferPlan.Person... people) {
        return new TransferPlan(day, List.of(people), List.of(), "");
    }

    private static TransferPlan.Person moving(String subject, TransferPlan.Held... posts) {
        return new TransferPlan.Person(person(subject), List.of(posts));
    }

    private static TransferPlan.Held held(Role role, @Nullable String department) {
        return new TransferPlan.Held(role, department);
    }

    private static void give(String subject, Role role, @Nullable String department) {
        Actor operator = BACKEND.user(DemonstrationUser.OPERATOR);
        BACKEND.bean(RoleService.class)
                .give(
                        operator,
                        town,
                        person(subject),
                        RoleTerms.now(role, department == null ? null : department(operator, department)));
    }

    private static DepartmentId department(Actor actor, String code) {
        return BACKEND.bean(DepartmentService.class).departments(actor, town).stream()
                .filter(record -> record.department().code().equals(code))
                .findFirst()
                .orElseThrow()
                .department()
                .id();
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
