package jp.kyosei.backend.api.collection;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.collection.board.CollectionBoard;
import jp.kyosei.backend.collection.reminder.Reminded;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.backend.collection.task.CollectionTask;
import jp.kyosei.backend.collection.task.StepResult;
import org.jspecify.annotations.Nullable;

/** Collections in JSON. */
final class RoundViews {
    private RoundViews() {}

    /** A collection. */
    @Serdeable
    record RoundView(
            int fiscalYear,
            String state,
            LocalDate dueOn,
            String instructions,
            String openedBy,
            Instant openedAt,
            @Nullable Instant closedAt) {
        static RoundView of(CollectionRound round) {
            return new RoundView(
                    round.fiscalYear().year(),
                    round.state().name(),
                    round.dueOn(),
                    round.instructions(),
                    round.openedBy(),
                    round.openedAt(),
                    round.closedAt());
        }
    }

    /**
     * A collection with its tasks.
     *
     * @param counts how many tasks are in each state
     */
    @Serdeable
    record BoardView(RoundView round, Map<String, Integer> counts, List<IndicatorView> indicators) {
        static BoardView of(CollectionBoard board) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            board.counts().forEach((state, count) -> counts.put(state.name(), count));
            return new BoardView(
                    RoundView.of(board.round()),
                    counts,
                    board.rows().stream()
                            .map(row -> IndicatorView.of(row, board.today()))
                            .toList());
        }
    }

    /**
     * One indicator of a collection.
     *
     * @param consolidated what the figure of the owner would be with what is entered now
     * @param missing the names of the towns whose figure is missing
     */
    @Serdeable
    record IndicatorView(
            String no,
            String name,
            String unit,
            String consolidated,
            String previous,
            List<String> missing,
            List<TaskView> tasks) {
        static IndicatorView of(CollectionBoard.Row row, LocalDate today) {
            return new IndicatorView(
                    row.indicator().no(),
                    row.indicator().name(),
                    row.indicator().unit(),
                    row.consolidated(),
                    row.previous(),
                    row.missing(),
                    row.parts().stream().map(part -> TaskView.of(part, today)).toList());
        }
    }

    /** One town's task. */
    @Serdeable
    record TaskView(
            String municipality,
            String municipalityName,
            String department,
            String state,
            LocalDate dueOn,
            boolean overdue,
            boolean needsApproval,
            String comment,
            String figure,
            @Nullable String enteredBy,
            @Nullable Instant lastActivityAt,
            int findings) {
        static TaskView of(CollectionBoard.Part part, LocalDate today) {
            CollectionTask task = part.task();
            Actual actual = part.actual();
            return new TaskView(
                    task.municipality().value(),
                    part.townName(),
                    part.departmentName(),
                    task.state().name(),
                    task.dueOn(),
                    task.isOverdue(today),
                    task.needsApproval(),
                    task.comment(),
                    part.figure(),
                    actual == null ? null : actual.enteredBy(),
                    part.lastActivity().orElse(null),
                    part.findings().size());
        }
    }

    /**
     * What a step did.
     *
     * @param open what was open of the tasks that took it: findings that nobody has confirmed, narratives not written
     */
    @Serdeable
    record StepView(List<MovedView> moved, List<RefusedView> refused, List<OpenView> open) {
        static StepView of(StepResult result) {
            return new StepView(
                    result.moved().stream()
                            .map(task -> new MovedView(
                                    task.no(),
                                    task.municipality().value(),
                                    task.state().name()))
                            .toList(),
                    result.refused().stream()
                            .map(task -> new RefusedView(
                                    task.no(), task.municipality().value(), task.message()))
                            .toList(),
                    result.open().stream()
                            .map(point -> new OpenView(
                                    point.no(),
                                    point.municipality().value(),
                                    point.sort().name(),
                                    point.message()))
                            .toList());
        }
    }

    /** What is open of a task: {@code FINDING} or {@code NO_NARRATIVE}. */
    @Serdeable
    record OpenView(String no, String municipality, String sort, String message) {}

    /** A task in its new state. */
    @Serdeable
    record MovedView(String no, String municipality, String state) {}

    /** A task that stays as it is, and why. */
    @Serdeable
    record RefusedView(String no, String municipality, String message) {}

    /**
     * What a reminder did.
     *
     * @param tasks how many tasks wait
     * @param departments to how many a letter goes; each department is counted once here or in one of the following
     * @param people to how many people
     * @param departmentsSwitchedOff where all have switched reminders off
     * @param departmentsWithNobody where nobody can be written to; the secretariat is told
     * @param departmentsAlreadyReminded today
     * @param mailLeaves false where mail is not set up, so that the letters wait
     */
    @Serdeable
    record RemindedView(
            int tasks,
            int departments,
            int people,
            int departmentsSwitchedOff,
            int departmentsWithNobody,
            int departmentsAlreadyReminded,
            boolean mailLeaves) {
        static RemindedView of(Reminded reminded) {
            return new RemindedView(
                    reminded.tasks(),
                    reminded.departments(),
                    reminded.people(),
                    reminded.switchedOff().size(),
                    reminded.nobody().size(),
                    reminded.already().size(),
                    reminded.mailLeaves());
        }
    }
}
