package jp.kyosei.backend.evaluation;

import java.util.List;
import jp.kyosei.backend.figure.Observation;
import org.jspecify.annotations.Nullable;

/**
 * One figure made of several municipalities' parts.
 *
 * @param observation none where nothing at all is recorded
 * @param partial whether a reporter's part is missing from the figure
 * @param missing the reporters (municipality codes) that have given no figure, where any has
 */
public record Consolidated(@Nullable Observation observation, boolean partial, List<String> missing) {
    public Consolidated {
        missing = List.copyOf(missing);
    }
}
