package jp.kyosei.backend.results;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.evaluation.RuleSet;
import org.jspecify.annotations.Nullable;

/** How many indicators have each grade: every label of the rules in their order, those not measured last. */
public record GradeCounts(SequencedMap<String, Integer> byLabel) {
    public GradeCounts {
        byLabel = new LinkedHashMap<>(byLabel);
    }

    static GradeCounts of(RuleSet rules, List<? extends @Nullable Grade> grades) {
        SequencedMap<String, Integer> counts = new LinkedHashMap<>();
        rules.labels().forEach(label -> counts.put(label, 0));
        for (Grade grade : grades) {
            counts.merge(grade == null ? rules.unmeasuredLabel() : grade.label(), 1, Integer::sum);
        }
        return new GradeCounts(counts);
    }

    public int count(String label) {
        return byLabel.getOrDefault(label, 0);
    }

    public int total() {
        return byLabel.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Read-only, in the order of the labels. */
    public Map<String, Integer> asMap() {
        return Collections.unmodifiableMap(byLabel);
    }
}
