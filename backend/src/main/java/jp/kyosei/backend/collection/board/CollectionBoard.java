package jp.kyosei.backend.collection.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.CheckedFinding;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.backend.collection.task.CollectionTask;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.plan.PlanContent;
import org.jspecify.annotations.Nullable;

/**
 * Where a round stands (事務局の進み具合の一覧).
 *
 * @param today the day by which tasks are overdue or not
 * @param rows the indicators in the order of the plan; only those that are asked for
 * @param lastYear how far the round of the year before had come as many days before its own day; none where not known
 */
public record CollectionBoard(
        PlanContent content,
        CollectionRound round,
        LocalDate today,
        List<Row> rows,
        @Nullable DoneThen lastYear) {
    public CollectionBoard {
        rows = List.copyOf(rows);
    }

    /** The parts of all rows. */
    public List<Part> parts() {
        return rows.stream().flatMap(row -> row.parts().stream()).toList();
    }

    /** How many tasks are in each state, every state named. */
    public Map<TaskState, Integer> counts() {
        Map<TaskState, Integer> counts = new EnumMap<>(TaskState.class);
        for (TaskState state : TaskState.values()) {
            counts.put(state, 0);
        }
        rows.stream()
                .flatMap(row -> row.parts().stream())
                .forEach(part -> counts.merge(part.task().state(), 1, Integer::sum));
        return counts;
    }

    /**
     * One indicator.
     *
     * @param consolidated the figure of the owner as it would be with what is entered now; empty while nothing is
     * @param previous the figure of the year before
     * @param missing the names of the towns whose figure is not entered
     * @param joint the figure of the whole owner, where the secretariat enters it
     */
    public record Row(
            Indicator indicator,
            String consolidated,
            String previous,
            List<String> missing,
            @Nullable Actual joint,
            List<Part> parts) {
        public Row {
            missing = List.copyOf(missing);
            parts = List.copyOf(parts);
        }
    }

    /**
     * One town's part of an indicator.
     *
     * @param departmentName empty where the plan names no department
     * @param figure as printed; empty while there is none
     * @param findings of the year of the round
     */
    public record Part(
            CollectionTask task,
            String townName,
            String departmentName,
            @Nullable Actual actual,
            String figure,
            List<CheckedFinding> findings) {
        public Part {
            findings = List.copyOf(findings);
        }

        /** Whether it is handed in to the secretariat. */
        public boolean isDone() {
            return task.state() == TaskState.SUBMITTED || task.state() == TaskState.CONFIRMED;
        }

        /** When somebody last entered its figure or took a step with it; empty while nobody has. */
        public Optional<Instant> lastActivity() {
            return Stream.concat(
                            Stream.ofNullable(task.actedAt()),
                            Stream.ofNullable(actual).map(Actual::enteredAt))
                    .max(Comparator.naturalOrder());
        }
    }
}
