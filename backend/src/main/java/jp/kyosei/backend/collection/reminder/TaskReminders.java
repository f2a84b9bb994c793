package jp.kyosei.backend.collection.reminder;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.backend.collection.round.RoundTrail;
import jp.kyosei.backend.collection.round.Rounds;
import jp.kyosei.backend.collection.step.TaskNotices;
import jp.kyosei.backend.collection.task.CollectionTask;
import jp.kyosei.backend.collection.task.KnownSubjects;
import jp.kyosei.backend.collection.task.Subjects;
import jp.kyosei.backend.collection.task.TaskSelection;
import jp.kyosei.backend.collection.task.Tasks;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.mail.MailService;
import jp.kyosei.backend.mail.Notice;
import jp.kyosei.backend.mail.Reach;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.Desk;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.TenantDoor;

/** Reminds departments, and says how far that came. */
@Singleton
public class TaskReminders {
    private final PlanService plans;
    private final Rounds rounds;
    private final Tasks tasks;
    private final Subjects subjects;
    private final RoundTrail trail;
    private final TaskNotices notices;
    private final MailService mail;
    private final TenantDoor door;
    private final AccessPolicy policy;
    private final Clock clock;

    public TaskReminders(
            PlanService plans,
            Rounds rounds,
            Tasks tasks,
            Subjects subjects,
            RoundTrail trail,
            TaskNotices notices,
            MailService mail,
            TenantDoor door,
            AccessPolicy policy,
            Clock clock) {
        this.plans = plans;
        this.rounds = rounds;
        this.tasks = tasks;
        this.subjects = subjects;
        this.trail = trail;
        this.notices = notices;
        this.mail = mail;
        this.door = door;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Reminds the departments of what is meant that have not answered; each at most once a day, and of all that it has not
     * answered.
     *
     * @throws NotFoundException if there is no such plan or round or subject or department, or it is another owner's
     * @throws ForbiddenException if the actor is not the owner's secretariat
     * @throws RefusedException if the round is closed, or nothing waits
     */
    public Reminded remind(Actor actor, String plan, FiscalYear year, TaskSelection selection) {
        return door.write(actor, () -> {
            PlanContent content = plans.ofYearWithin(actor, plan, year);
            OwnerId owner = content.plan().owner();
            policy.checkCanKeepPlans(actor, owner);
            CollectionRound round = rounds.openRoundWithin(content.plan(), year);
            KnownSubjects known = subjects.knownWithin(content, TaskSelection.ALL);
            List<CollectionTask> open = known
                    .lockedWithin(
                            tasks, owner, round, TaskSelection.ALL, town -> policy.canSeeCollection(actor, owner, town))
                    .stream()
                    .filter(task -> task.state().isOpenForEntry())
                    .toList();
            List<CollectionTask> waiting = known.meant(open, selection);
            if (waiting.isEmpty()) {
                throw new RefusedException("未提出のものはありません。督促は送りませんでした。");
            }
            Set<Desk> desks = waiting.stream().map(CollectionTask::desk).collect(Collectors.toSet());
            List<CollectionTask> theirs =
                    open.stream().filter(task -> desks.contains(task.desk())).toList();
            Map<Desk, Notice> reminders = notices.reminders(content, round, theirs, LocalDate.now(clock), known);
            Reminded reminded =
                    reminded(waiting.size(), reminders, mail.reachWithin(owner, List.copyOf(reminders.values())));
            mail.postWithin(actor, owner, List.copyOf(reminders.values()));
            trail.recordWithin(
                    actor,
                    content.plan(),
                    year,
                    Deed.REMIND_ROUND,
                    Map.of(),
                    Map.of("tasks", reminded.tasks(), "departments", reminded.departments()),
                    null);
            return reminded;
        });
    }

    private Reminded reminded(int tasks, Map<Desk, Notice> reminders, List<Reach> reaches) {
        List<Desk> switchedOff = new ArrayList<>();
        List<Desk> nobody = new ArrayList<>();
        List<Desk> already = new ArrayList<>();
        int departments = 0;
        int people = 0;
        int place = 0;
        for (Desk desk : reminders.keySet()) {
            Reach reach = reaches.get(place++);
            if (reach.already()) {
                already.add(desk);
            } else if (reach.isNobody()) {
                nobody.add(desk);
            } else if (reach.isSwitchedOff()) {
                switchedOff.add(desk);
            } else {
                departments++;
                people += reach.reached();
            }
        }
        return new Reminded(tasks, departments, people, switchedOff, nobody, already, mail.isSetUp());
    }
}
