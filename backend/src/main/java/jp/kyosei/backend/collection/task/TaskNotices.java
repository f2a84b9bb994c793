package jp.kyosei.backend.collection.task;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.mail.Addressees;
import jp.kyosei.backend.mail.MailKind;
import jp.kyosei.backend.mail.MailService;
import jp.kyosei.backend.mail.Notice;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.Desk;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.Role;

/** Writes the mails of the collection: one to each department, or to each who submitted, never one a task. */
@Singleton
public class TaskNotices {
    private static final Set<Role> CONTRIBUTORS = Set.of(Role.CONTRIBUTOR);
    private static final Set<Role> SUPERIORS = Set.of(Role.APPROVER);

    private final MailService mail;

    TaskNotices(MailService mail) {
        this.mail = mail;
    }

    /** Tells each department what it is asked for. */
    public void opened(
            Actor actor, PlanContent content, CollectionRound round, List<CollectionTask> tasks, KnownSubjects names) {
        post(
                actor,
                content,
                MailKind.ROUND_OPENED,
                "opened",
                CONTRIBUTORS,
                byDesk(tasks),
                asked -> """
                        %sの実績照会が始まりました。
                        期限：%s
                        %s
                        入力していただく%s（%d件）
                        %s

                        Kyosei の「実績照会」から、%sを入力して提出してください。""".formatted(
                                title(content, round.fiscalYear()),
                                words(round.dueOn()),
                                round.instructions().isEmpty() ? "" : "\n" + round.instructions() + "\n",
                                KnownSubjects.thing(asked),
                                asked.size(),
                                names.list(asked),
                                KnownSubjects.answer(asked)),
                asked -> "実績照会が始まりました（%s）".formatted(round.fiscalYear().longLabel()),
                round.id().toString());
    }

    /** @return how many departments are written to */
    int reminder(
            Actor actor,
            PlanContent content,
            CollectionRound round,
            List<CollectionTask> open,
            LocalDate today,
            KnownSubjects names) {
        Map<Desk, List<CollectionTask>> desks = byDesk(open);
        post(
                actor,
                content,
                MailKind.REMINDER,
                "reminder/" + today,
                CONTRIBUTORS,
                desks,
                asked -> """
                        %sの実績照会で、まだ提出されていない%sがあります。
                        期限：%s

                        未提出の%s（%d件）
                        %s

                        入力して提出してください。間に合わないときは、事務局にご相談ください。""".formatted(
                                title(content, round.fiscalYear()),
                                KnownSubjects.thing(asked),
                                words(asked.getFirst().dueOn()),
                                KnownSubjects.thing(asked),
                                asked.size(),
                                names.list(asked)),
                asked -> "%sが未提出です（%s、期限 %s）"
                        .formatted(
                                KnownSubjects.matter(asked), round.fiscalYear().longLabel(), words(round.dueOn())),
                round.id().toString());
        return desks.size();
    }

    /** Tells whom a step concerns: the superior who is to approve, or the one who submitted. */
    void stepped(
            Actor actor,
            PlanContent content,
            CollectionRound round,
            TaskStep step,
            List<CollectionTask> moved,
            String comment,
            KnownSubjects names) {
        String key = round.id() + "/" + step + "/" + moved.hashCode();
        switch (step) {
            case SUBMIT ->
                post(
                        actor,
                        content,
                        MailKind.APPROVAL_REQUESTED,
                        "approval",
                        SUPERIORS,
                        byDesk(moved.stream()
                                .filter(task -> task.state() == TaskState.AWAITING_APPROVAL)
                                .toList()),
                        asked -> """
                                %sの%sが、%s から提出されました。内容を確かめて、承認するか差し戻してください。

                                承認を待っている%s（%d件）
                                %s""".formatted(
                                        title(content, round.fiscalYear()),
                                        KnownSubjects.matter(asked),
                                        actor.displayName(),
                                        KnownSubjects.thing(asked),
                                        asked.size(),
                                        names.list(asked)),
                        asked -> "%sの承認をお願いします（%s）"
                                .formatted(
                                        KnownSubjects.matter(asked),
                                        round.fiscalYear().longLabel()),
                        key);
            case RETURN ->
                toSubmitters(
                        actor,
                        content,
                        MailKind.RETURNED,
                        moved,
                        asked -> """
                                %sの%sが、%s から差し戻されました。

                                差戻しの理由
                                %s

                                差し戻された%s（%d件）
                                %s

                                直してから、もう一度提出してください。""".formatted(
                                        title(content, round.fiscalYear()),
                                        KnownSubjects.matter(asked),
                                        actor.displayName(),
                                        comment,
                                        KnownSubjects.thing(asked),
                                        asked.size(),
                                        names.list(asked)),
                        asked -> "%sが差し戻されました（%s）"
                                .formatted(
                                        KnownSubjects.matter(asked),
                                        round.fiscalYear().longLabel()),
                        key);
            case CONFIRM ->
                toSubmitters(
                        actor,
                        content,
                        MailKind.CONFIRMED,
                        moved,
                        asked -> """
                                %sの%sが確定しました。ご協力ありがとうございました。

                                確定した%s（%d件）
                                %s

                                このあと直すときは、理由を添えて事務局に差戻しを依頼してください。""".formatted(
                                        title(content, round.fiscalYear()),
                                        KnownSubjects.matter(asked),
                                        KnownSubjects.thing(asked),
                                        asked.size(),
                                        names.list(asked)),
                        asked -> "%sが確定しました（%s）"
                                .formatted(
                                        KnownSubjects.matter(asked),
                                        round.fiscalYear().longLabel()),
                        key);
            case WITHDRAW, APPROVE -> {
                // Whoever withdraws or approves sees it on the screen; nobody has anything to do because of it.
            }
        }
    }

    private void post(
            Actor actor,
            PlanContent content,
            MailKind kind,
            String event,
            Set<Role> roles,
            Map<Desk, List<CollectionTask>> desks,
            Function<List<CollectionTask>, String> body,
            Function<List<CollectionTask>, String> subject,
            String key) {
        List<Notice> notices = new ArrayList<>();
        desks.forEach((desk, tasks) -> notices.add(new Notice(
                kind,
                new Addressees.OfTown(desk.town(), desk.department(), roles),
                subject.apply(tasks),
                body.apply(tasks),
                content.plan().id(),
                String.join(
                        "/",
                        key,
                        event,
                        desk.town().value(),
                        Optional.ofNullable(desk.department())
                                .map(department -> department.value().toString())
                                .orElse("-")))));
        mail.postWithin(actor, content.plan().owner(), notices);
    }

    private void toSubmitters(
            Actor actor,
            PlanContent content,
            MailKind kind,
            List<CollectionTask> moved,
            Function<List<CollectionTask>, String> body,
            Function<List<CollectionTask>, String> subject,
            String key) {
        Map<PersonId, List<CollectionTask>> bySubmitter = new LinkedHashMap<>();
        moved.forEach(task -> Optional.ofNullable(task.submittedBy()).ifPresent(person -> bySubmitter
                .computeIfAbsent(person, one -> new ArrayList<>())
                .add(task)));
        List<Notice> notices = new ArrayList<>();
        bySubmitter.forEach((person, tasks) -> notices.add(new Notice(
                kind,
                new Addressees.Person(person),
                subject.apply(tasks),
                body.apply(tasks),
                content.plan().id(),
                key + "/" + person.value())));
        mail.postWithin(actor, content.plan().owner(), notices);
    }

    private static Map<Desk, List<CollectionTask>> byDesk(List<CollectionTask> tasks) {
        return tasks.stream()
                .collect(Collectors.groupingBy(
                        task -> new Desk(task.municipality(), task.department()),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private static String title(PlanContent content, FiscalYear year) {
        return "%s %s".formatted(content.plan().title(), year.longLabel());
    }

    private static String words(LocalDate day) {
        return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }
}
