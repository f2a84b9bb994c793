package jp.kyosei.backend.results;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import jp.kyosei.backend.evaluation.RuleSet;

/** How many indicators have each grade: every label of the rules in their order, those not measured last. */
public record GradeCounts(SequencedMap<String, Integer> byLabel) {
    public GradeCounts {
        byLabel = new LinkedHashMap<>(byLabel);
    }

    /** @param grades the label of each indicator; empty where it has none */
    static GradeCounts of(RuleSet rules, List<Optional<String>> grades) {
        SequencedMap<String, Integer> counts = new LinkedHashMap<>();
        rules.labels().forEach(label -> counts.put(label, 0));
        grades.forEach(grade -> counts.merge(grade.orElse(rules.unmeasuredLabel()), 1, Integer::sum));
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
