package jp.kyosei.backend.plan;

import java.util.List;

/** A plan with all its versions and the content of the one in force. */
public record PlanDetail(PlanContent content, List<PlanVersion> versions, List<Initiative> initiatives) {
    public PlanDetail {
        versions = List.copyOf(versions);
        initiatives = List.copyOf(initiatives);
    }
}
