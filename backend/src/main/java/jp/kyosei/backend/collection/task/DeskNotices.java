package jp.kyosei.backend.collection.task;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.backend.mail.Addressees;
import jp.kyosei.backend.mail.MailKind;
import jp.kyosei.backend.mail.Notice;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.tenancy.Desk;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.Role;

/**
 * Makes one notice for each desk of some tasks; it lists them.
 *
 * @param event says the same of what is announced once
 * @param gathering what single notices are gathered by; empty where each is a letter of its own
 * @param submitters whether those who submitted are reached besides
 */
record DeskNotices(
        MailKind kind,
        Set<Role> roles,
        PlanContent content,
        CollectionRound round,
        String event,
        String gathering,
        boolean submitters,
        KnownSubjects names) {
    /** Each is a letter of its own, to the holders of the roles. */
    DeskNotices(
            MailKind kind,
            Set<Role> roles,
            PlanContent content,
            CollectionRound round,
            String event,
            KnownSubjects names) {
        this(kind, roles, content, round, event, "", false, names);
    }

    /**
     * What is said of the tasks of a desk.
     *
     * @param head what they are counted by
     * @param closing below them; may be empty
     */
    record Words(String subject, String body, String head, String closing) {}

    /** Says it of the tasks of a desk. */
    interface Wording extends Function<List<CollectionTask>, Words> {}

    /** The same, in one letter with others of that name to the same desk. */
    DeskNotices gathered(String by) {
        return new DeskNotices(kind, roles, content, round, event, by, submitters, names);
    }

    /** The same, also to those who submitted, while they work at the desk. */
    DeskNotices withSubmitters() {
        return new DeskNotices(kind, roles, content, round, event, gathering, true, names);
    }

    List<Notice> of(List<CollectionTask> tasks, Wording wording) {
        return byDesk(tasks).entrySet().stream()
                .map(desk -> of(desk.getKey(), desk.getValue(), wording.apply(desk.getValue())))
                .toList();
    }

    Notice of(Desk desk, List<CollectionTask> tasks, Words words) {
        Set<PersonId> also = submitters
                ? tasks.stream()
                        .flatMap(task -> Stream.ofNullable(task.submittedBy()))
                        .collect(Collectors.toSet())
                : Set.of();
        String where = desk.town().value() + "/"
                + Optional.ofNullable(desk.department())
                        .map(department -> department.value().toString())
                        .orElse("-");
        return new Notice(
                kind,
                new Addressees.OfTown(desk.town(), desk.department(), roles, also, round.fiscalYear()),
                words.subject(),
                words.body(),
                content.plan().id(),
                String.join("/", round.id().toString(), event, where),
                new Notice.Listing(
                        words.head(),
                        lines(tasks),
                        tasks.size(),
                        words.closing(),
                        gathering.isEmpty() ? null : String.join("/", round.id().toString(), gathering, where)));
    }

    /** Each with its day, where they are due on several. */
    private List<String> lines(List<CollectionTask> tasks) {
        boolean several = tasks.stream().map(CollectionTask::dueOn).distinct().count() > 1;
        return tasks.stream()
                .limit(Notice.Listing.LINES_AT_MOST)
                .map(task -> names.line(task) + (several && task.state().isOpenForEntry() ? due(task.dueOn()) : ""))
                .toList();
    }

    private static String due(LocalDate day) {
        return "（期限 %d月%d日）".formatted(day.getMonthValue(), day.getDayOfMonth());
    }

    static SequencedMap<Desk, List<CollectionTask>> byDesk(List<CollectionTask> tasks) {
        return tasks.stream()
                .collect(Collectors.groupingBy(CollectionTask::desk, LinkedHashMap::new, Collectors.toList()));
    }
}
