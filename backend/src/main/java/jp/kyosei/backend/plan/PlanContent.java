package jp.kyosei.backend.plan;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.kyosei.backend.figure.FiscalYear;

/**
 * A plan with the version in force (the latest adopted, or the draft while none is) and that version's section tree in
 * the order of the plan.
 *
 * @param adopted the adopted versions by their numbers
 */
public record PlanContent(
        Plan plan,
        String ownerSlug,
        String ownerName,
        PlanVersion version,
        List<Section> sections,
        SortedMap<Integer, Adopted> adopted) {
    public PlanContent {
        adopted = Collections.unmodifiableSortedMap(new TreeMap<>(adopted));
        sections = List.copyOf(sections);
    }

    /**
     * A version that was adopted.
     *
     * @param hasContent whether its sections are registered; of plans that came in from elsewhere the earlier versions are
     *     often known by name and day alone
     */
    public record Adopted(LocalDate day, boolean hasContent) {}

    /**
     * The number of the version by which a year is judged: that in force at its end; where none was adopted by then, the first;
     * where none is adopted at all, this one. Versions of which only name and day are known judge nothing.
     */
    public int versionIn(FiscalYear year) {
        LocalDate end = year.lastDay();
        List<Map.Entry<Integer, Adopted>> known = adopted.entrySet().stream()
                .filter(each -> each.getValue().hasContent())
                .toList();
        return known.stream()
                .filter(each -> !each.getValue().day().isAfter(end))
                .map(Map.Entry::getKey)
                .reduce((earlier, later) -> later)
                .orElseGet(() ->
                        known.isEmpty() ? version.number() : known.getFirst().getKey());
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
