package jp.kyosei.backend.collection.task;

import java.util.List;
import jp.kyosei.backend.tenancy.RefusedException;

/** A step was not taken because findings are open that whoever takes it has not said to know. */
public final class OpenPointsException extends RefusedException {
    private final List<OpenPoint> points;

    OpenPointsException(TaskStep step, List<OpenPoint> points) {
        super("%sがあります。値を確かめ、そのまま%sするときは、承知のうえで%sしてください。%s"
                .formatted(OpenPoint.counts(points), step.label(), step.label(), OpenPoint.list(points)));
        this.points = List.copyOf(points);
    }

    /** All that is open, empty narratives as well. */
    public List<OpenPoint> points() {
        return points;
    }
}
