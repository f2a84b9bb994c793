package jp.kyosei.backend.plan.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kyosei.backend.plan.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * Which section of a version stands below which, in what order, and under what number. Pure: every change is a new order.
 *
 * @param places each section once, a section before those below it, those below it before the next beside it
 */
public record SectionOrder(List<Place> places) {
    private static final Pattern LAST_NUMBER = Pattern.compile("(.*?)([0-9０-９]+)([^0-9０-９]*)", Pattern.DOTALL);

    public SectionOrder {
        places = List.copyOf(places);
    }

    /**
     * Where a section stands.
     *
     * @param parent the section above; none at the top
     * @param number as the plan prints it
     */
    public record Place(SectionId id, @Nullable SectionId parent, String number) {}

    /** Puts sections in order that are known by what stands above them, whatever order they come in. */
    public static SectionOrder of(List<Place> places) {
        List<Place> ordered = new ArrayList<>();
        addBelow(null, places, ordered);
        return new SectionOrder(ordered);
    }

    private static void addBelow(@Nullable SectionId parent, List<Place> from, List<Place> to) {
        for (Place place : from) {
            if (Objects.equals(place.parent(), parent)) {
                to.add(place);
                addBelow(place.id(), from, to);
            }
        }
    }

    /** Where that section stands; empty where the version has none of that id. */
    public Optional<Place> place(SectionId id) {
        return places.stream().filter(place -> place.id().equals(id)).findFirst();
    }

    /** Those straight below a section in their order; those at the top where none is given. */
    public List<Place> below(@Nullable SectionId parent) {
        return places.stream()
                .filter(place -> Objects.equals(place.parent(), parent))
                .toList();
    }

    /** The section and all below it, in their order. */
    public List<Place> branch(SectionId id) {
        List<Place> found = new ArrayList<>();
        place(id).ifPresent(found::add);
        addBelow(id, places, found);
        return List.copyOf(found);
    }

    /** Which of those beside it this section is, from 0. */
    public int index(SectionId id) {
        return place(id)
                .map(place -> below(place.parent()).indexOf(place))
                .orElseThrow(() -> new IllegalArgumentException("no section " + id));
    }

    /** 1 at the top. */
    public int level(SectionId id) {
        int level = 0;
        for (SectionId at = id; at != null; at = place(at).map(Place::parent).orElse(null)) {
            level++;
        }
        return level;
    }

    /** How many levels the branch of this section has, itself included. */
    public int depth(SectionId id) {
        int own = level(id);
        return branch(id).stream()
                .mapToInt(place -> level(place.id()) - own + 1)
                .max()
                .orElse(0);
    }

    /** The order with a further section, as the {@code index}th (from 0) of those below the same parent; last where it is more. */
    public SectionOrder with(Place added, int index) {
        return of(placed(places, List.of(added), added.parent(), index));
    }

    /** The order with a branch taken to another place, without which nothing else moves. */
    public SectionOrder moved(SectionId id, @Nullable SectionId parent, int index) {
        Place own = place(id).orElseThrow(() -> new IllegalArgumentException("no section " + id));
        if (parent != null && branch(id).stream().anyMatch(place -> place.id().equals(parent))) {
            throw new IllegalArgumentException("a section cannot stand below itself");
        }
        List<Place> rest =
                places.stream().filter(place -> !place.id().equals(id)).toList();
        return of(placed(rest, List.of(new Place(id, parent, own.number())), parent, index));
    }

    /** The order without a section and all below it. */
    public SectionOrder without(SectionId id) {
        List<Place> gone = branch(id);
        return new SectionOrder(
                places.stream().filter(place -> !gone.contains(place)).toList());
    }

    /** Puts some before the {@code index}th of those that have this parent; only the order of siblings is meant. */
    private static List<Place> placed(List<Place> to, List<Place> added, @Nullable SectionId parent, int index) {
        List<Place> result = new ArrayList<>();
        int siblings = 0;
        boolean done = false;
        for (Place place : to) {
            if (Objects.equals(place.parent(), parent)) {
                if (!done && siblings == index) {
                    result.addAll(added);
                    done = true;
                }
                siblings++;
            }
            result.add(place);
        }
        if (!done) {
            result.addAll(added);
        }
        return result;
    }

    /**
     * The order with those straight below a section counted anew from 1 in the way that the first of them is numbered
     * (1-1, 1-3 become 1-1, 1-2; 第1章, 第3章 become 第1章, 第2章), and what stands below them led over where its number begins with
     * theirs. Numbers without a digit stay.
     */
    public SectionOrder numberedBelow(@Nullable SectionId parent) {
        List<Place> siblings = below(parent);
        if (siblings.isEmpty()) {
            return this;
        }
        Matcher first = LAST_NUMBER.matcher(siblings.getFirst().number());
        if (!first.matches()) {
            return this;
        }
        Map<SectionId, String> numbers = new LinkedHashMap<>();
        int count = 1;
        for (Place sibling : siblings) {
            if (LAST_NUMBER.matcher(sibling.number()).matches()) {
                String number = first.group(1) + like(first.group(2), count++) + first.group(3);
                lead(sibling, number, numbers);
            }
        }
        return numbered(numbers);
    }

    /** The order with other numbers for some. */
    public SectionOrder numbered(Map<SectionId, String> numbers) {
        return new SectionOrder(places.stream()
                .map(place -> new Place(place.id(), place.parent(), numbers.getOrDefault(place.id(), place.number())))
                .toList());
    }

    private void lead(Place place, String number, Map<SectionId, String> numbers) {
        numbers.put(place.id(), number);
        for (Place below : below(place.id())) {
            if (below.number().startsWith(place.number())
                    && below.number().length() > place.number().length()
                    && !Character.isDigit(below.number().charAt(place.number().length()))) {
                lead(below, number + below.number().substring(place.number().length()), numbers);
            }
        }
    }

    /** In full-width digits where the first number has them. */
    private static String like(String first, int count) {
        String digits = Integer.toString(count);
        return first.charAt(0) < '０'
                ? digits
                : digits.chars()
                        .map(digit -> digit - '0' + '０')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** The number that stands twice; empty where each stands once. */
    public Optional<String> twice() {
        List<String> seen = new ArrayList<>();
        for (Place place : places) {
            if (seen.contains(place.number())) {
                return Optional.of(place.number());
            }
            seen.add(place.number());
        }
        return Optional.empty();
    }
}
