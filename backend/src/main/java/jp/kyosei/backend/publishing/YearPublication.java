package jp.kyosei.backend.publishing;

import java.util.List;
import java.util.Optional;
import jp.kyosei.backend.figure.FiscalYear;
import org.jspecify.annotations.Nullable;

/**
 * A fiscal year of a plan as its secretariat sees it.
 *
 * @param order what was published last; none if nothing ever was
 * @param steps all that was done, oldest first
 */
public record YearPublication(
        FiscalYear fiscalYear, @Nullable PublishOrder order, List<PublicationStep> steps) {
    public YearPublication {
        steps = List.copyOf(steps);
    }

    public PublicationState state() {
        return last().map(step -> step.withdrawal() ? PublicationState.WITHDRAWN : PublicationState.PUBLISHED)
                .orElse(PublicationState.UNPUBLISHED);
    }

    /** What was done last. */
    public Optional<PublicationStep> last() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast());
    }

    /** Counts up with every step; 0 where nothing was done yet. */
    public long version() {
        return steps.size();
    }

    /** The revision published last; 0 if none was. */
    public int revision() {
        return last().map(PublicationStep::revision).orElse(0);
    }
}
