package jp.kyosei.ui.collection;

import java.util.stream.Collectors;
import jp.kyosei.backend.collection.step.StepResult;
import jp.kyosei.backend.collection.task.TaskStep;

/** Says what a step did. */
public final class StepWords {
    private static final int NAMED_AT_MOST = 5;

    private StepWords() {}

    public static String of(TaskStep step, StepResult result) {
        String done = result.moved().isEmpty()
                ? "%sできたものはありません。".formatted(step.label())
                : "%d 件を%sしました。".formatted(result.moved().size(), step.label());
        if (result.refused().isEmpty()) {
            return done;
        }
        String left = result.refused().stream()
                .limit(NAMED_AT_MOST)
                .map(refused -> "%s%s：%s"
                        .formatted(
                                refused.subject().indicator().isPresent() ? "No." : "",
                                refused.no(),
                                refused.message()))
                .collect(Collectors.joining(" "));
        return "%s %d 件は残りました。%s".formatted(done, result.refused().size(), left);
    }
}
