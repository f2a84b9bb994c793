package jp.kyosei.backend.importing.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import jp.kyosei.backend.importing.document.PlanDocument;
import jp.kyosei.backend.understanding.SectionHeading;
import org.jspecify.annotations.Nullable;

/** Makes a plan's tree of sections from the headings above its indicators, and gives numbers to those that have none. */
final class SectionTree {
    private static final Pattern CHAIN = Pattern.compile("[0-9]{1,3}(?:-[0-9]{1,3})*");

    private final SequencedMap<String, PlanDocument.SectionEntry> sections = new LinkedHashMap<>();
    private final Map<List<SectionHeading>, String> numbers = new HashMap<>();
    private final Map<String, Integer> children = new HashMap<>();

    /** The number of the section at the end of a path, which is added where it is new. */
    String number(List<SectionHeading> path) {
        String parent = null;
        for (int depth = 1; depth <= path.size(); depth++) {
            List<SectionHeading> upTo = List.copyOf(path.subList(0, depth));
            String known = numbers.get(upTo);
            if (known == null) {
                known = add(parent, path.get(depth - 1));
                numbers.put(upTo, known);
            }
            parent = known;
        }
        return parent == null ? root() : parent;
    }

    List<PlanDocument.SectionEntry> sections() {
        // Parents before children, children in the order of their first indicator.
        List<PlanDocument.SectionEntry> ordered = new ArrayList<>();
        sections.values().stream()
                .filter(section -> section.parent() == null)
                .forEach(section -> addWithChildren(section, ordered));
        return ordered;
    }

    /** How many levels the tree has. */
    int depth() {
        return sections.keySet().stream().mapToInt(this::level).max().orElse(1);
    }

    private int level(String number) {
        PlanDocument.SectionEntry section = sections.get(number);
        String parent = section == null ? null : section.parent();
        return parent == null ? 1 : level(parent) + 1;
    }

    private void addWithChildren(PlanDocument.SectionEntry section, List<PlanDocument.SectionEntry> ordered) {
        ordered.add(section);
        sections.values().stream()
                .filter(child -> section.number().equals(child.parent()))
                .forEach(child -> addWithChildren(child, ordered));
    }

    private String root() {
        sections.putIfAbsent("1", new PlanDocument.SectionEntry("1", null, "指標", ""));
        return "1";
    }

    private String add(@Nullable String parent, SectionHeading heading) {
        String printed =
                Normalizer.normalize(heading.number(), Normalizer.Form.NFKC).replaceAll("[()（）]", "");
        boolean whole = parent != null
                && printed.startsWith(parent + "-")
                && CHAIN.matcher(printed).matches();
        if (parent != null && whole) {
            addBetween(parent, printed);
        }
        String wished = whole || parent == null ? printed : parent + "-" + printed;
        String number = CHAIN.matcher(printed).matches() && !sections.containsKey(wished) ? wished : next(parent);
        String title = heading.title().isEmpty() ? heading.number() : heading.title();
        sections.put(number, new PlanDocument.SectionEntry(number, whole ? above(number) : parent, title, ""));
        return number;
    }

    /** The sections between 1 and 1-1-1, which the file names only by the longer number. */
    private void addBetween(String parent, String number) {
        String above = above(number);
        if (!above.equals(parent) && !sections.containsKey(above)) {
            addBetween(parent, above);
            sections.put(above, new PlanDocument.SectionEntry(above, above(above), above, ""));
        }
    }

    private static String above(String number) {
        return number.substring(0, number.lastIndexOf('-'));
    }

    private String next(@Nullable String parent) {
        String number;
        do {
            int ordinal = children.merge(parent == null ? "" : parent, 1, Integer::sum);
            number = parent == null ? Integer.toString(ordinal) : parent + "-" + ordinal;
        } while (sections.containsKey(number));
        return number;
    }
}
