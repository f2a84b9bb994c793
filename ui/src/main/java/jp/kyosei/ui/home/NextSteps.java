package jp.kyosei.ui.home;

import io.micronaut.context.annotation.Prototype;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.kyosei.backend.collection.CollectionService;
import jp.kyosei.backend.collection.board.BoardService;
import jp.kyosei.backend.collection.board.CollectionBoard;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.plan.PlanSummary;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.ui.collection.DueWords;
import jp.kyosei.ui.collection.approval.ApprovalView;
import jp.kyosei.ui.plan.PlanAddress;

/** Finds what waits for a person in the collections under way: the most urgent first. */
@Prototype
final class NextSteps {
    private static final int TO_APPROVE = 0;
    private static final int RETURNED = 1;
    private static final int HANDED_IN = 1;
    private static final int TO_ENTER = 2;
    private static final int FINDINGS = 3;
    private static final int TO_WATCH = 4;

    private final CollectionService collections;
    private final BoardService boards;
    private final AccessPolicy policy;

    NextSteps(CollectionService collections, BoardService boards, AccessPolicy policy) {
        this.collections = collections;
        this.boards = boards;
        this.policy = policy;
    }

    List<NextStep> of(Actor actor, List<PlanSummary> plans) {
        List<NextStep> steps = new ArrayList<>();
        plans.stream()
                .map(summary -> summary.plan())
                .filter(plan -> policy.canSeeRounds(actor, plan.owner()))
                .forEach(plan -> collections.overview(actor, plan.slug()).rounds().stream()
                        .filter(CollectionRound::isOpen)
                        .forEach(round ->
                                steps.addAll(inRound(actor, boards.board(actor, plan.slug(), round.fiscalYear())))));
        steps.sort(Comparator.comparingInt(NextStep::urgency));
        return steps;
    }

    private List<NextStep> inRound(Actor actor, CollectionBoard board) {
        OwnerId owner = board.content().plan().owner();
        return policy.canKeepPlans(actor, owner) ? ofSecretariat(board) : ofTowns(actor, owner, board);
    }

    private static List<NextStep> ofSecretariat(CollectionBoard board) {
        String href = address(board).collection(board.round().fiscalYear());
        long handedIn = count(board.parts(), NextSteps::isHandedIn);
        long waiting = count(board.parts(), part -> part.task().state().isOpenForEntry());
        if (handedIn > 0) {
            return List.of(new NextStep(HANDED_IN, href, "提出された %d 件を確かめる".formatted(handedIn), about(board, "")));
        }
        return List.of(new NextStep(
                TO_WATCH, href, waiting == 0 ? "進み具合を見る" : "未提出 %d 件の進み具合を見る".formatted(waiting), about(board, "")));
    }

    private List<NextStep> ofTowns(Actor actor, OwnerId owner, CollectionBoard board) {
        List<NextStep> steps = new ArrayList<>();
        Map<MunicipalityCode, List<CollectionBoard.Part>> byTown = board.parts().stream()
                .filter(part -> policy.canEnter(
                        actor, owner, part.task().municipality(), part.task().department()))
                .collect(Collectors.groupingBy(
                        part -> part.task().municipality(), LinkedHashMap::new, Collectors.toList()));
        byTown.forEach((town, parts) -> {
            String href = address(board).entry(board.round().fiscalYear(), town.value());
            String about = about(board, parts.getFirst().townName());
            add(
                    steps,
                    TO_APPROVE,
                    ApprovalView.ADDRESS,
                    "承認を待っている %d 件を見る",
                    count(
                            parts,
                            part -> part.task().state() == TaskState.AWAITING_APPROVAL
                                    && !actor.person().equals(part.task().submittedBy())
                                    && policy.canApprove(
                                            actor, owner, town, part.task().department())),
                    about);
            add(
                    steps,
                    RETURNED,
                    href,
                    "差し戻された %d 件を直す",
                    count(parts, part -> part.task().state() == TaskState.RETURNED),
                    about + reasons(parts));
            add(
                    steps,
                    TO_ENTER,
                    href,
                    parts.getFirst().townName() + "の実績を入力（%d 件）",
                    count(
                            parts,
                            part -> part.task().state() == TaskState.NOT_STARTED
                                    || part.task().state() == TaskState.DRAFT),
                    about);
            add(steps, FINDINGS, href, "指摘 %d 件を確かめる", findings(parts), about);
        });
        return steps;
    }

    private static void add(List<NextStep> steps, int urgency, String href, String words, long number, String about) {
        if (number > 0) {
            steps.add(new NextStep(urgency, href, words.formatted(number), about));
        }
    }

    private static boolean isHandedIn(CollectionBoard.Part part) {
        return part.task().state() == TaskState.SUBMITTED;
    }

    private static long count(List<CollectionBoard.Part> parts, Predicate<CollectionBoard.Part> which) {
        return parts.stream().filter(which).count();
    }

    private static long findings(List<CollectionBoard.Part> parts) {
        return parts.stream()
                .filter(part -> part.task().state().isOpenForEntry())
                .flatMap(part -> part.findings().stream())
                .filter(finding -> finding.confirmation() == null)
                .count();
    }

    /** Why things were sent back, each reason once. */
    private static String reasons(List<CollectionBoard.Part> parts) {
        String reasons = parts.stream()
                .filter(part -> part.task().state() == TaskState.RETURNED)
                .map(part -> part.task().comment())
                .filter(comment -> !comment.isBlank())
                .distinct()
                .collect(Collectors.joining("／"));
        return reasons.isEmpty() ? "" : "　理由：" + reasons;
    }

    private static String about(CollectionBoard board, String town) {
        return "%s %s 実績照会%s　%s"
                .formatted(
                        board.content().plan().title(),
                        board.round().fiscalYear().longLabel(),
                        town.isEmpty() ? "" : "（%s）".formatted(town),
                        DueWords.of(board.round().dueOn(), board.today()));
    }

    private static PlanAddress address(CollectionBoard board) {
        return new PlanAddress(board.content().plan().slug());
    }
}
