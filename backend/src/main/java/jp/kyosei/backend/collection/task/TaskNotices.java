package jp.kyosei.backend.collection.task;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.mail.MailKind;
import jp.kyosei.backend.mail.MailService;
import jp.kyosei.backend.mail.Notice;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.Desk;
import jp.kyosei.backend.tenancy.Role;

/** Writes the mails of the collection: one to each department that it concerns, never one a task. */
@Singleton
public class TaskNotices {
    private static final Set<Role> CONTRIBUTORS = Set.of(Role.CONTRIBUTOR);
    private static final Set<Role> SUPERIORS = Set.of(Role.APPROVER);
    private static final String ASKED = "入力していただく%s";

    private final MailService mail;

    TaskNotices(MailService mail) {
        this.mail = mail;
    }

    /** Tells each department what it is asked for. */
    public void opened(
            Actor actor, PlanContent content, CollectionRound round, List<CollectionTask> tasks, KnownSubjects names) {
        DeskNotices notices = new DeskNotices(MailKind.ROUND_OPENED, CONTRIBUTORS, content, round, "opened", names);
        post(
                actor,
                content,
                notices.of(
                        tasks,
                        asked -> new DeskNotices.Words(
                                "実績照会が始まりました（%s）".formatted(round.fiscalYear().longLabel()),
                                "%sの実績照会が始まりました。\n期限：%s%s"
                                        .formatted(
                                                title(content, round.fiscalYear()), days(asked), instructions(round)),
                                ASKED.formatted(KnownSubjects.thing(asked)),
                                "Kyosei の「実績照会」から、%sを入力して提出してください。".formatted(KnownSubjects.answer(asked)))));
    }

    /** Tells each department what it is asked for besides. */
    public void added(
            Actor actor, PlanContent content, CollectionRound round, List<CollectionTask> tasks, KnownSubjects names) {
        DeskNotices notices =
                new DeskNotices(MailKind.ROUND_CHANGED, CONTRIBUTORS, content, round, once("added"), names);
        post(
                actor,
                content,
                notices.of(
                        tasks,
                        asked -> new DeskNotices.Words(
                                "実績照会に%sが加わりました（%s）"
                                        .formatted(
                                                KnownSubjects.thing(asked),
                                                round.fiscalYear().longLabel()),
                                "%sの実績照会に、次の%sが加わりました。\n期限：%s%s"
                                        .formatted(
                                                title(content, round.fiscalYear()),
                                                KnownSubjects.thing(asked),
                                                days(asked),
                                                instructions(round)),
                                ASKED.formatted(KnownSubjects.thing(asked)),
                                "Kyosei の「実績照会」から、%sを入力して提出してください。".formatted(KnownSubjects.answer(asked)))));
    }

    /** Tells each department what it is no longer asked for. */
    public void takenOut(
            Actor actor, PlanContent content, CollectionRound round, List<CollectionTask> tasks, KnownSubjects names) {
        DeskNotices notices =
                new DeskNotices(MailKind.ROUND_CHANGED, CONTRIBUTORS, content, round, once("taken-out"), names);
        post(
                actor,
                content,
                notices.of(
                        tasks,
                        asked -> new DeskNotices.Words(
                                "実績照会から%sが外れました（%s）"
                                        .formatted(
                                                KnownSubjects.thing(asked),
                                                round.fiscalYear().longLabel()),
                                "%sの実績照会から、次の%sが外れました。入力していただかなくて結構です。入力済みのものは残っています。"
                                        .formatted(title(content, round.fiscalYear()), KnownSubjects.thing(asked)),
                                "照会から外れた%s".formatted(KnownSubjects.thing(asked)),
                                "")));
    }

    /** Tells each department that has something to do what is asked to be observed now. */
    public void reworded(
            Actor actor, PlanContent content, CollectionRound round, List<CollectionTask> tasks, KnownSubjects names) {
        DeskNotices notices =
                new DeskNotices(MailKind.ROUND_CHANGED, CONTRIBUTORS, content, round, once("reworded"), names);
        post(
                actor,
                content,
                notices.of(
                        tasks,
                        asked -> new DeskNotices.Words(
                                "実績照会の依頼文が変わりました（%s）"
                                        .formatted(round.fiscalYear().longLabel()),
                                "%sの実績照会の依頼文が変わりました。\n期限：%s%s"
                                        .formatted(
                                                title(content, round.fiscalYear()), days(asked), instructions(round)),
                                ASKED.formatted(KnownSubjects.thing(asked)),
                                "")));
    }

    /**
     * Tells each department by when it is to answer now, and superiors of what waits for them.
     *
     * @param moved those whose day has changed, as they are now
     * @param reason may be empty
     */
    void dueMoved(
            Actor actor,
            PlanContent content,
            CollectionRound round,
            List<CollectionTask> moved,
            String reason,
            KnownSubjects names) {
        String event = once("due");
        DeskNotices.Wording wording = asked -> new DeskNotices.Words(
                "実績照会の期限が%sになりました（%s）"
                        .formatted(shortDays(asked), round.fiscalYear().longLabel()),
                "%sの実績照会の期限が変わりました。\n新しい期限：%s%s"
                        .formatted(
                                title(content, round.fiscalYear()),
                                days(asked),
                                reason.isEmpty() ? "" : "\n理由：" + reason),
                "期限が変わった%s".formatted(KnownSubjects.thing(asked)),
                "");
        List<Notice> notices = new ArrayList<>(new DeskNotices(
                        MailKind.ROUND_CHANGED, CONTRIBUTORS, content, round, event, names)
                .of(moved.stream().filter(task -> task.state().isOpenForEntry()).toList(), wording));
        notices.addAll(new DeskNotices(MailKind.ROUND_CHANGED, SUPERIORS, content, round, event + "/approval", names)
                .of(
                        moved.stream()
                                .filter(task -> task.state() == TaskState.AWAITING_APPROVAL)
                                .toList(),
                        wording));
        post(actor, content, notices);
    }

    /**
     * Tells each department that has not answered that it can no longer, or can again.
     *
     * @param reason why it is opened again; empty where it is closed
     */
    public void turned(
            Actor actor,
            PlanContent content,
            CollectionRound round,
            List<CollectionTask> tasks,
            String reason,
            KnownSubjects names) {
        DeskNotices notices =
                new DeskNotices(MailKind.ROUND_CHANGED, CONTRIBUTORS, content, round, once("turned"), names);
        String year = round.fiscalYear().longLabel();
        List<CollectionTask> open =
                tasks.stream().filter(task -> task.state().isOpenForEntry()).toList();
        post(
                actor,
                content,
                notices.of(
                        open,
                        round.isOpen()
                                ? asked -> new DeskNotices.Words(
                                        "実績照会が再開されました（%s）".formatted(year),
                                        "%sの実績照会が再開されました。\n期限：%s\n理由：%s"
                                                .formatted(title(content, round.fiscalYear()), days(asked), reason),
                                        "まだ提出されていない%s".formatted(KnownSubjects.thing(asked)),
                                        "入力して提出してください。")
                                : asked -> new DeskNotices.Words(
                                        "実績照会が締め切られました（%s）".formatted(year),
                                        "%sの実績照会が締め切られました。".formatted(title(content, round.fiscalYear())),
                                        "提出されていない%s".formatted(KnownSubjects.thing(asked)),
                                        "入力や提出が必要なときは、事務局に再開を依頼してください。")));
    }

    /** One reminder for each department, the same one all day long. */
    public SequencedMap<Desk, Notice> reminders(
            PlanContent content,
            CollectionRound round,
            List<CollectionTask> open,
            LocalDate today,
            KnownSubjects names) {
        DeskNotices notices =
                new DeskNotices(MailKind.REMINDER, CONTRIBUTORS, content, round, "reminder/" + today, names);
        SequencedMap<Desk, Notice> reminders = new LinkedHashMap<>();
        DeskNotices.byDesk(open).forEach((desk, tasks) -> {
            List<CollectionTask> asked = tasks.stream()
                    .sorted(Comparator.comparing(CollectionTask::dueOn))
                    .toList();
            reminders.put(
                    desk,
                    notices.of(
                            desk,
                            asked,
                            new DeskNotices.Words(
                                    "%sが未提出です（%s、期限 %s）"
                                            .formatted(
                                                    KnownSubjects.matter(asked),
                                                    round.fiscalYear().longLabel(),
                                                    shortDays(asked)),
                                    "%sの実績照会で、まだ提出されていない%sがあります。\n期限：%s"
                                            .formatted(
                                                    title(content, round.fiscalYear()),
                                                    KnownSubjects.thing(asked),
                                                    days(asked)),
                                    "未提出の%s".formatted(KnownSubjects.thing(asked)),
                                    "入力して提出してください。間に合わないときは、事務局にご相談ください。")));
        });
        return reminders;
    }

    /** Tells whom a step concerns: the superior who is to approve, or the department whose answer it was. */
    void stepped(
            Actor actor,
            PlanContent content,
            CollectionRound round,
            TaskStep step,
            List<CollectionTask> moved,
            String comment,
            KnownSubjects names) {
        switch (step) {
            case SUBMIT -> submitted(actor, content, round, moved, names);
            case RETURN -> returned(actor, content, round, moved, comment, names);
            case CONFIRM -> confirmed(actor, content, round, moved, names);
            case WITHDRAW, APPROVE -> {
                // Whoever withdraws or approves sees it on the screen; nobody has anything to do because of it.
            }
        }
    }

    private void submitted(
            Actor actor, PlanContent content, CollectionRound round, List<CollectionTask> moved, KnownSubjects names) {
        DeskNotices notices =
                new DeskNotices(MailKind.APPROVAL_REQUESTED, SUPERIORS, content, round, once("approval"), names);
        post(
                actor,
                content,
                notices.gathered("approval")
                        .of(
                                moved.stream()
                                        .filter(task -> task.state() == TaskState.AWAITING_APPROVAL)
                                        .toList(),
                                asked -> new DeskNotices.Words(
                                        "%sの承認をお願いします（%s）"
                                                .formatted(
                                                        KnownSubjects.matter(asked),
                                                        round.fiscalYear().longLabel()),
                                        "%sの%sが、%s から提出されました。内容を確かめて、承認するか差し戻してください。"
                                                .formatted(
                                                        title(content, round.fiscalYear()),
                                                        KnownSubjects.matter(asked),
                                                        actor.displayName()),
                                        "承認を待っている%s".formatted(KnownSubjects.thing(asked)),
                                        "")));
    }

    private void returned(
            Actor actor,
            PlanContent content,
            CollectionRound round,
            List<CollectionTask> moved,
            String comment,
            KnownSubjects names) {
        DeskNotices notices = new DeskNotices(MailKind.RETURNED, CONTRIBUTORS, content, round, once("returned"), names);
        post(
                actor,
                content,
                notices.gathered("returned")
                        .withSubmitters()
                        .of(
                                moved,
                                asked -> new DeskNotices.Words(
                                        "%sが差し戻されました（%s）"
                                                .formatted(
                                                        KnownSubjects.matter(asked),
                                                        round.fiscalYear().longLabel()),
                                        "%sの%sが、%s から差し戻されました。\n\n差戻しの理由\n%s"
                                                .formatted(
                                                        title(content, round.fiscalYear()),
                                                        KnownSubjects.matter(asked),
                                                        actor.displayName(),
                                                        comment),
                                        "差し戻された%s".formatted(KnownSubjects.thing(asked)),
                                        "直してから、もう一度提出してください。")));
    }

    private void confirmed(
            Actor actor, PlanContent content, CollectionRound round, List<CollectionTask> moved, KnownSubjects names) {
        DeskNotices notices =
                new DeskNotices(MailKind.CONFIRMED, CONTRIBUTORS, content, round, once("confirmed"), names);
        post(
                actor,
                content,
                notices.gathered("confirmed")
                        .withSubmitters()
                        .of(
                                moved,
                                asked -> new DeskNotices.Words(
                                        "%sが確定しました（%s）"
                                                .formatted(
                                                        KnownSubjects.matter(asked),
                                                        round.fiscalYear().longLabel()),
                                        "%sの%sが確定しました。ご協力ありがとうございました。"
                                                .formatted(
                                                        title(content, round.fiscalYear()),
                                                        KnownSubjects.matter(asked)),
                                        "確定した%s".formatted(KnownSubjects.thing(asked)),
                                        "このあと直すときは、理由を添えて事務局に差戻しを依頼してください。")));
    }

    private void post(Actor actor, PlanContent content, List<Notice> notices) {
        mail.postWithin(actor, content.plan().owner(), notices);
    }

    /** What happens several times to the same tasks is announced each time. */
    private static String once(String event) {
        return event + "/" + UUID.randomUUID();
    }

    private static String instructions(CollectionRound round) {
        return round.instructions().isEmpty() ? "" : "\n\n" + round.instructions();
    }

    /** The days by which tasks are due, each once. */
    private static String days(List<CollectionTask> tasks) {
        return tasks.stream()
                .map(CollectionTask::dueOn)
                .distinct()
                .sorted()
                .map(TaskNotices::words)
                .collect(Collectors.joining("、"));
    }

    /** The same for a subject, which has room for one. */
    private static String shortDays(List<CollectionTask> tasks) {
        List<LocalDate> days =
                tasks.stream().map(CollectionTask::dueOn).distinct().sorted().toList();
        return words(days.getFirst()) + (days.size() > 1 ? "ほか" : "");
    }

    private static String title(PlanContent content, FiscalYear year) {
        return "%s %s".formatted(content.plan().title(), year.longLabel());
    }

    private static String words(LocalDate day) {
        return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }
}
