package jp.kyosei.backend.plan;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/**
 * A plan with the version in force (the latest adopted, or the draft while none is) and that version's section tree in
 * the order of the plan.
 */
public record PlanContent(Plan plan, String ownerSlug, String ownerName, PlanVersion version, List<Section> sections) {
    public PlanContent {
        sections = List.copyOf(sections);
    }

    /** The section of that number. */
    public Optional<Section> section(String number) {
        return sections.stream()
                .filter(section -> section.number().equals(number))
                .findFirst();
    }

    /** The numbers from the top section down to this one, itself included; empty if there is no such section. */
    public List<String> path(String number) {
        ArrayDeque<String> path = new ArrayDeque<>();
        Optional<Section> section = section(number);
        while (section.isPresent()) {
            path.addFirst(section.get().number());
            section = Optional.ofNullable(section.get().parent()).flatMap(this::section);
        }
        return List.copyOf(path);
    }
}
