package jp.kyosei.backend.collection.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.StoredRows;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.TrailFilter;
import jp.kyosei.backend.collection.board.BoardService;
import jp.kyosei.backend.collection.entry.Locks;
import jp.kyosei.backend.collection.reminder.TaskReminders;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.backend.collection.round.RoundTrail;
import jp.kyosei.backend.collection.round.Rounds;
import jp.kyosei.backend.collection.task.CollectionTask;
import jp.kyosei.backend.collection.task.NamedSubject;
import jp.kyosei.backend.collection.task.NewTask;
import jp.kyosei.backend.collection.task.Subjects;
import jp.kyosei.backend.collection.task.SubjectsOfKind;
import jp.kyosei.backend.collection.task.TaskKey;
import jp.kyosei.backend.collection.task.TaskSelection;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.collection.task.TaskStep;
import jp.kyosei.backend.collection.task.TaskSubject;
import jp.kyosei.backend.collection.task.Tasks;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorService;
import jp.kyosei.backend.mail.MailService;
import jp.kyosei.backend.plan.InitiativeId;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.infra.services.LocalServices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A round asks for the texts of sections beside its figures; each test uses sections of its own. */
class TaskSubjectTest {
    private static final String PLAN = "ichinoseki-hiraizumi-vision-2";
    /** Under collection in the demonstration. */
    private static final FiscalYear R5 = new FiscalYear(2023);

    private static final MunicipalityCode ICHINOSEKI = new MunicipalityCode("032093");
    private static final MunicipalityCode HIRAIZUMI = new MunicipalityCode("034029");

    private static final SectionTexts TEXTS = new SectionTexts();

    private static RunningBackend backend;
    private static Tasks tasks;
    private static TaskService service;
    private static TaskReminders reminders;
    private static PlanContent content;
    private static CollectionRound round;

    @BeforeAll
    static void somebody_keeps_the_texts_of_sections() {
        backend = RunningBackend.alone();
        tasks = backend.bean(Tasks.class);
        Subjects subjects = new Subjects(List.of(backend.bean(SubjectsOfKind.class), TEXTS));
        service = new TaskService(
                backend.bean(PlanService.class),
                backend.bean(Rounds.class),
                tasks,
                subjects,
                backend.bean(AuditService.class),
                backend.bean(RoundTrail.class),
                backend.bean(TaskNotices.class),
                backend.bean(TenantDoor.class),
                backend.bean(AccessPolicy.class),
                backend.bean(Clock.class));
        reminders = new TaskReminders(
                backend.bean(PlanService.class),
                backend.bean(Rounds.class),
                tasks,
                subjects,
                backend.bean(RoundTrail.class),
                backend.bean(TaskNotices.class),
                backend.bean(MailService.class),
                backend.bean(TenantDoor.class),
                backend.bean(AccessPolicy.class),
                backend.bean(Clock.class));
        content =
                door().read(secretariat(), () -> backend.bean(PlanService.class).inForceWithin(secretariat(), PLAN));
        round = door().read(secretariat(), () -> backend.bean(Rounds.class).roundWithin(content.plan(), R5));
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Test
    void the_text_of_a_section_is_submitted_approved_sent_back_and_confirmed_like_a_figure() {
        TaskKey text = ask("1-1", ICHINOSEKI, true);

        assertThat(step(ichinoseki(), TaskStep.SUBMIT, "1-1", "").refused())
                .extracting(StepResult.Refused::message)
                .containsExactly("まだ入力がありません。施策の実績・方向性を入力してください。");
        TEXTS.written.add(text);
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> step(hiraizumi(), TaskStep.SUBMIT, "1-1", ""));

        assertThat(step(ichinoseki(), TaskStep.SUBMIT, "1-1", "").moved())
                .containsExactly(new StepResult.Moved(text.subject(), "1-1", ICHINOSEKI, TaskState.AWAITING_APPROVAL));
        assertThat(lock(ichinoseki(), text)).contains("一関市 観光物産課 担当", "承認を待っています");
        assertThat(step(secretariat(), TaskStep.CONFIRM, "1-1", "").refused())
                .extracting(StepResult.Refused::message)
                .containsExactly("いまは「承認待ち」なので、確定できません。");
        step(approver(), TaskStep.APPROVE, "1-1", "");
        step(secretariat(), TaskStep.RETURN, "1-1", "来年度の方向性を書いてください。");
        assertThat(task(text).comment()).isEqualTo("来年度の方向性を書いてください。");
        assertThat(lock(ichinoseki(), text)).isEmpty();
        step(ichinoseki(), TaskStep.SUBMIT, "1-1", "");
        step(approver(), TaskStep.APPROVE, "1-1", "");
        step(secretariat(), TaskStep.CONFIRM, "1-1", "");

        assertThat(task(text).state()).isEqualTo(TaskState.CONFIRMED);
        assertThat(lock(ichinoseki(), text)).contains("確定しました");
        assertThat(TEXTS.marked)
                .containsExactly(
                        TaskState.AWAITING_APPROVAL,
                        TaskState.SUBMITTED,
                        TaskState.RETURNED,
                        TaskState.AWAITING_APPROVAL,
                        TaskState.SUBMITTED,
                        TaskState.CONFIRMED);
        assertThat(history("1-1 施策の実績・方向性 032093"))
                .extracting(AuditEntry::action)
                .containsExactly(
                        "CONFIRM_TASK", "APPROVE_TASK", "SUBMIT_TASK", "RETURN_TASK", "APPROVE_TASK", "SUBMIT_TASK");
        assertThat(history("1-1 施策の実績・方向性 032093"))
                .extracting(AuditEntry::indicator)
                .containsOnlyNulls();
    }

    @Test
    void the_board_of_figures_and_the_figures_themselves_do_not_wait_for_a_text() {
        Map<TaskState, Integer> before = counts();
        int unfinished = unfinishedCells();

        ask("1-2", ICHINOSEKI, false);

        assertThat(counts()).isEqualTo(before);
        assertThat(unfinishedCells()).isEqualTo(unfinished);
    }

    @Test
    void more_time_is_given_and_reminders_are_sent_for_texts_alone() {
        TaskKey text = ask("1-3", HIRAIZUMI, false);
        TaskSelection selection =
                new TaskSelection(Set.of(TaskSubject.Kind.SECTION_TEXT), Set.of("1-3"), Set.of(HIRAIZUMI));

        service.extend(secretariat(), PLAN, R5, round.dueOn().plusDays(7), selection, "議会のため");
        assertThat(task(text).dueOn()).isEqualTo(round.dueOn().plusDays(7));
        assertThat(all().stream().filter(CollectionTask::asksForFigure))
                .extracting(CollectionTask::dueOn)
                .containsOnly(round.dueOn());

        assertThat(reminders.remind(secretariat(), PLAN, R5, selection).tasks()).isEqualTo(1);
        TEXTS.written.add(text);
        service.step(hiraizumi(), PLAN, R5, TaskStep.SUBMIT, selection, "");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> reminders.remind(secretariat(), PLAN, R5, selection));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> reminders.remind(
                        secretariat(), PLAN, R5, new TaskSelection(selection.kinds(), Set.of("99"), Set.of())));
    }

    @Test
    void more_time_that_is_given_while_a_town_submits_does_not_undo_the_submission() {
        TaskKey text = ask("2-1", HIRAIZUMI, false);
        TEXTS.written.add(text);
        TaskSelection selection =
                new TaskSelection(Set.of(TaskSubject.Kind.SECTION_TEXT), Set.of("2-1"), Set.of(HIRAIZUMI));
        LocalDate later = round.dueOn().plusDays(9);

        CompletableFuture<Void> extending = door().write(secretariat(), () -> {
            service.step(secretariat(), PLAN, R5, TaskStep.SUBMIT, selection, "");
            CompletableFuture<Void> other = CompletableFuture.runAsync(
                    () -> service.extend(secretariat(), PLAN, R5, later, selection, "議会のため"));
            awaitLockOfAnother(other);
            return other;
        });
        extending.join();

        assertThat(task(text))
                .returns(TaskState.SUBMITTED, CollectionTask::state)
                .returns(later, CollectionTask::dueOn);
    }

    @Test
    void a_number_of_an_indicator_never_means_the_section_of_the_same_number() {
        TaskKey text = ask("1", ICHINOSEKI, false);
        TEXTS.written.add(text);

        service.step(secretariat(), PLAN, R5, TaskStep.SUBMIT, TaskSelection.of("1", ICHINOSEKI), "");

        assertThat(task(text).state()).isEqualTo(TaskState.NOT_STARTED);
    }

    @Test
    void every_kind_of_subject_is_stored_and_read_as_it_was() {
        Indicator indicator = indicatorOf(HIRAIZUMI);
        Section section = content.section("2").orElseThrow();
        List<TaskSubject> subjects = List.of(
                new TaskSubject.IndicatorGradeOf(indicator.id()),
                new TaskSubject.SectionTextOf(section.id()),
                new TaskSubject.SectionGradeOf(section.id()),
                new TaskSubject.CostsOf(new InitiativeId(
                        UUID.fromString(value("""
                        select i.id from kyosei.initiative i join kyosei.plan_version v on v.id = i.plan_version_id
                        where v.plan_id = '%s' limit 1""".formatted(content.plan().id().value()))))));

        subjects.forEach(subject -> ask(subject, HIRAIZUMI, false));

        assertThat(subjects).extracting(TaskSubject::kind).doesNotContain(TaskSubject.Kind.FIGURE);
        assertThat(all()).extracting(CollectionTask::subject).containsAll(subjects);
        assertThat(all())
                .extracting(CollectionTask::key)
                .doesNotHaveDuplicates()
                .contains(new TaskKey(new TaskSubject.FigureOf(indicator.id()), HIRAIZUMI));
    }

    @Test
    void the_database_takes_no_subject_that_is_not_of_its_kind() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> StoredRows.write(
                        backend,
                        """
                        insert into kyosei.collection_task (owner_id, round_id, subject_kind, section_id, municipality_code,
                                                            due_on, needs_approval, state)
                        values (?, ?, 'COSTS', ?, ?, now(), false, 'DRAFT')""",
                        owner().value(),
                        round.id(),
                        content.section("2").orElseThrow().id().value(),
                        ICHINOSEKI.value()))
                .havingCause()
                .withMessageContaining("collection_task_subject_is_of_its_kind");
    }

    @Test
    void a_copy_of_the_application_of_before_asks_for_figures_as_it_did() {
        Indicator indicator = indicatorOf(ICHINOSEKI);

        StoredRows.write(
                backend, """
                insert into kyosei.collection_task (owner_id, round_id, indicator_id, municipality_code,
                                                    department_owner_id, department_id, due_on, needs_approval, state)
                values (?, ?, ?, ?, null, null, now(), false, 'NOT_STARTED')""", owner().value(), round.id(), indicator.id().value(), HIRAIZUMI.value());

        assertThat(task(new TaskKey(new TaskSubject.FigureOf(indicator.id()), HIRAIZUMI))
                        .indicator())
                .isEqualTo(indicator.id());
    }

    /** Keeps nothing but which texts are there: what a feature of section texts would bring. */
    private static final class SectionTexts implements SubjectsOfKind {
        private final Set<TaskKey> written = new HashSet<>();
        private final List<TaskState> marked = new ArrayList<>();

        @Override
        public TaskSubject.Kind kind() {
            return TaskSubject.Kind.SECTION_TEXT;
        }

        @Override
        public List<NamedSubject> subjectsWithin(PlanContent content) {
            return content.sections().stream()
                    .map(section -> new NamedSubject(
                            new TaskSubject.SectionTextOf(section.id()),
                            section.number(),
                            section.title(),
                            List.of(
                                    new NamedSubject.AskedDesk(ICHINOSEKI, null, null),
                                    new NamedSubject.AskedDesk(HIRAIZUMI, null, null)),
                            true))
                    .toList();
        }

        @Override
        public Map<TaskKey, TaskState> alreadyWithin(
                Actor actor, PlanContent content, FiscalYear year, Collection<NamedSubject> asked) {
            return Map.of();
        }

        @Override
        public Set<TaskKey> answeredWithin(
                Actor actor, PlanContent content, FiscalYear year, Collection<? extends TaskSubject> subjects) {
            return Set.copyOf(written);
        }

        @Override
        public void markWithin(OwnerId owner, FiscalYear year, Collection<TaskKey> tasks, TaskState state) {
            if (tasks.stream().anyMatch(task -> task.municipality().equals(ICHINOSEKI))) {
                marked.add(state);
            }
        }
    }

    private static TaskKey ask(String section, MunicipalityCode town, boolean needsApproval) {
        return ask(
                new TaskSubject.SectionTextOf(
                        content.section(section).orElseThrow().id()),
                town,
                needsApproval);
    }

    private static TaskKey ask(TaskSubject subject, MunicipalityCode town, boolean needsApproval) {
        door().write(
                        secretariat(),
                        () -> tasks.openWithin(
                                owner(),
                                round,
                                List.of(new NewTask(
                                        subject,
                                        new NamedSubject.AskedDesk(town, null, null),
                                        round.dueOn(),
                                        needsApproval,
                                        TaskState.NOT_STARTED))));
        return new TaskKey(subject, town);
    }

    private static StepResult step(Actor actor, TaskStep step, String section, String comment) {
        return service.step(
                actor,
                PLAN,
                R5,
                step,
                new TaskSelection(Set.of(TaskSubject.Kind.SECTION_TEXT), Set.of(section), Set.of(ICHINOSEKI)),
                comment);
    }

    private static List<CollectionTask> all() {
        return door().read(secretariat(), () -> tasks.ofWithin(owner(), round));
    }

    private static CollectionTask task(TaskKey key) {
        return all().stream().filter(task -> task.key().equals(key)).findFirst().orElseThrow();
    }

    private static String lock(Actor actor, TaskKey key) {
        return new Locks(backend.bean(AccessPolicy.class), actor, owner()).of(round, task(key), "");
    }

    private static Map<TaskState, Integer> counts() {
        return backend.bean(BoardService.class).board(secretariat(), PLAN, R5).counts();
    }

    private static int unfinishedCells() {
        return Integer.parseInt(value("select count(*) from kyosei.unfinished_cell"));
    }

    private static List<AuditEntry> history(String subject) {
        return backend
                .bean(HistoryService.class)
                .ofPlan(secretariat(), PLAN, null, TrailFilter.ALL, 0, HistoryService.MOST)
                .entries()
                .stream()
                .filter(entry -> entry.subjectId().equals(subject))
                .toList();
    }

    /** An indicator that no other town reports. */
    private static Indicator indicatorOf(MunicipalityCode town) {
        return door().read(secretariat(), () -> backend.bean(IndicatorService.class).indicatorsWithin(content).stream()
                .filter(indicator -> indicator.reporters().size() == 1
                        && indicator.reporters().getFirst().municipality().equals(town))
                .findFirst()
                .orElseThrow());
    }

    private static String value(String sql) {
        String url = backend.database().jdbcUrl();
        try (Connection connection =
                        LocalServices.shared().postgres().connectAsSuperuser(url.substring(url.lastIndexOf('/') + 1));
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Until another transaction waits for a row of this one, or has failed. */
    private static void awaitLockOfAnother(CompletableFuture<Void> other) {
        while (!other.isDone()
                && value(
                                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                        .equals("0")) {
            Thread.onSpinWait();
        }
    }

    private static OwnerId owner() {
        return content.plan().owner();
    }

    private static TenantDoor door() {
        return backend.bean(TenantDoor.class);
    }

    private static Actor secretariat() {
        return backend.user(DemonstrationUser.SECRETARIAT);
    }

    private static Actor ichinoseki() {
        return backend.user(DemonstrationUser.ICHINOSEKI);
    }

    private static Actor approver() {
        return backend.user(DemonstrationUser.APPROVER);
    }

    private static Actor hiraizumi() {
        return backend.user(DemonstrationUser.HIRAIZUMI);
    }
}
