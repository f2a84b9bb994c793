package jp.kyosei.backend.collection.entry;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.backend.collection.task.CollectionTask;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.OwnerId;
import org.jspecify.annotations.Nullable;

/** Says why what a task asks for cannot be changed by somebody now: who closed it, when, and how it can be opened. */
public final class Locks {
    private static final DateTimeFormatter MOMENT = JapanTime.moments("M月d日 HH:mm");

    private final AccessPolicy policy;
    private final Actor actor;
    private final OwnerId owner;

    public Locks(AccessPolicy policy, Actor actor, OwnerId owner) {
        this.policy = policy;
        this.actor = actor;
        this.owner = owner;
    }

    /**
     * Why the task cannot be entered into.
     *
     * @param departmentName who is asked; may be empty
     * @return empty if the actor can
     */
    public String of(CollectionRound round, CollectionTask task, String departmentName) {
        if (!policy.canEnter(actor, owner, task.municipality(), task.department())) {
            return "%sの担当です。入力できるのは、その担当者と所属長、事務局です。".formatted(departmentName.isEmpty() ? "ほかの市町村" : departmentName);
        }
        if (!round.isOpen()) {
            return "この照会は %s に締め切られました。直すときは、事務局に再開を依頼してください。".formatted(moment(round.closedAt()));
        }
        return switch (task.state()) {
            case NOT_STARTED, DRAFT, RETURNED -> "";
            case AWAITING_APPROVAL ->
                "%s が %s に提出し、%s"
                        .formatted(
                                task.actedBy(),
                                moment(task.actedAt()),
                                !actor.person().equals(task.submittedBy())
                                                && policy.canApprove(
                                                        actor, owner, task.municipality(), task.department())
                                        ? "あなたの承認を待っています。「承認」の画面で、承認するか差し戻してください。"
                                        : "所属長の承認を待っています。直すときは「引き戻す」を押してください。");
            case SUBMITTED ->
                "%s が %s に%s、事務局の確認を待っています。直すときは「引き戻す」を押してください。"
                        .formatted(task.actedBy(), moment(task.actedAt()), task.needsApproval() ? "承認し" : "提出し");
            case CONFIRMED ->
                "%s が %s に確定しました。直すときは、理由を伝えて事務局に差戻しを依頼してください。".formatted(task.actedBy(), moment(task.actedAt()));
        };
    }

    private static String moment(@Nullable Instant at) {
        return at == null ? "先" : MOMENT.format(at);
    }
}
