package jp.kyosei.backend.plan;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A plan with all its versions and the content of the one in force. */
public record PlanDetail(PlanContent content, List<PlanVersion> versions, List<Initiative> initiatives) {
    public PlanDetail {
        versions = List.copyOf(versions);
        initiatives = List.copyOf(initiatives);
    }

    /** The initiatives by the numbers of their sections. */
    public Map<String, List<Initiative>> initiativesBySection() {
        return initiatives.stream().collect(Collectors.groupingBy(Initiative::section));
    }
}
