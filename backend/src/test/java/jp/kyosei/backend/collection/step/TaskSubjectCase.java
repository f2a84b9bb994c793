package jp.kyosei.backend.collection.step;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.audit.AuditService;
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
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.collection.task.TaskSubject;
import jp.kyosei.backend.collection.task.Tasks;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.mail.MailService;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.infra.services.LocalServices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A backend in which somebody asks for the texts of sections, too. */
abstract class TaskSubjectCase {
    static final String PLAN = "ichinoseki-hiraizumi-vision-2";
    /** Under collection in the demonstration. */
    static final FiscalYear R5 = new FiscalYear(2023);

    static final MunicipalityCode ICHINOSEKI = new MunicipalityCode("032093");
    static final MunicipalityCode HIRAIZUMI = new MunicipalityCode("034029");

    static final SectionTexts TEXTS = new SectionTexts();

    static RunningBackend backend;
    static Tasks tasks;
    static TaskService service;
    static TaskReminders reminders;
    static PlanContent content;
    static CollectionRound round;

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

    /** Keeps nothing but which texts are there: what a feature of section texts would bring. */
    static final class SectionTexts implements SubjectsOfKind {
        final Set<TaskKey> written = new HashSet<>();
        final List<TaskState> marked = new ArrayList<>();

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

    static TaskKey ask(String section, MunicipalityCode town, boolean needsApproval) {
        return ask(
                new TaskSubject.SectionTextOf(
                        content.section(section).orElseThrow().id()),
                town,
                needsApproval);
    }

    static TaskKey ask(TaskSubject subject, MunicipalityCode town, boolean needsApproval) {
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

    static List<CollectionTask> all() {
        return door().read(secretariat(), () -> tasks.ofWithin(owner(), round));
    }

    static CollectionTask task(TaskKey key) {
        return all().stream().filter(task -> task.key().equals(key)).findFirst().orElseThrow();
    }

    static String value(String sql) {
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

    static OwnerId owner() {
        return content.plan().owner();
    }

    static TenantDoor door() {
        return backend.bean(TenantDoor.class);
    }

    static Actor secretariat() {
        return backend.user(DemonstrationUser.SECRETARIAT);
    }
}
