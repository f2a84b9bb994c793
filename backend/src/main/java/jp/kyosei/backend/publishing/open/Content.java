package jp.kyosei.backend.publishing.open;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.publishing.open.edition.Head;
import jp.kyosei.backend.publishing.open.edition.Published;
import jp.kyosei.backend.publishing.open.edition.Withdrawn;
import org.jspecify.annotations.Nullable;

/** What stands on the shelf at a moment; another one takes its place whole. */
final class Content {
    private final Press press;
    private final Map<String, SortedMap<Integer, Volume>> byPlan = new HashMap<>();
    private final List<Volume> volumes;
    private final List<EndRow> withdrawn;
    private final Map<UUID, Instant> withheld;
    private final Map<String, OpenPage> lists;
    private final Finder finder;
    private final Gatherings gatherings;
    private final Instant now;
    private @Nullable Map<String, OpenPage> catalogues;

    Content(
            Press press,
            List<Volume> volumes,
            List<EndRow> withdrawn,
            List<WithheldRow> withheld,
            Gatherings gatherings,
            Instant now) {
        this.press = press;
        this.volumes = List.copyOf(volumes);
        this.withdrawn = List.copyOf(withdrawn);
        this.withheld = withheld.stream().collect(Collectors.toUnmodifiableMap(WithheldRow::id, WithheldRow::at));
        this.gatherings = gatherings;
        this.now = now;
        Map<String, String> holders = new HashMap<>();
        // Of two owners with a plan of the same name, the one whose own name says more of it: decision 4.
        volumes.stream()
                .sorted(Comparator.comparingInt(
                                (Volume volume) -> -volume.head().owner().length())
                        .thenComparing(volume -> volume.head().owner()))
                .forEach(volume -> {
                    Head head = volume.head();
                    if (holders.computeIfAbsent(head.plan(), plan -> head.owner())
                            .equals(head.owner())) {
                        byPlan.computeIfAbsent(head.plan(), plan -> new TreeMap<>(Comparator.reverseOrder()))
                                .put(head.fiscalYear(), volume);
                    }
                });
        this.lists = Map.copyOf(press.lists(published(), gone(), gatherings, now));
        this.finder = new Finder(byPlan.values());
    }

    /** Those that have an address, by owner, plan, and year from the newest. */
    private List<Volume> addressed() {
        return byPlan.values().stream()
                .flatMap(years -> years.values().stream())
                .sorted(Comparator.comparing((Volume volume) -> volume.head().owner())
                        .thenComparing(volume -> volume.head().plan())
                        .thenComparing(volume -> volume.head().fiscalYear(), Comparator.reverseOrder()))
                .toList();
    }

    private List<Published> published() {
        return addressed().stream().map(Volume::published).toList();
    }

    /** The years that were withdrawn last and have not been published since. */
    private List<Withdrawn> gone() {
        Map<String, Withdrawn> gone = new LinkedHashMap<>();
        for (EndRow end : withdrawn) {
            SortedMap<Integer, Volume> others = byPlan.getOrDefault(end.planSlug(), new TreeMap<>());
            if (!others.containsKey(end.fiscalYear())) {
                Withdrawn one = new Withdrawn(
                        end.ownerId(),
                        end.planSlug(),
                        new FiscalYear(end.fiscalYear()),
                        end.endedAt(),
                        end.publicReason(),
                        others.isEmpty()
                                ? ""
                                : others.firstEntry().getValue().head().title());
                gone.put(one.path(), one);
            }
        }
        return List.copyOf(gone.values());
    }

    /** A list, the catalogue, or what is said of a withdrawn year. */
    Optional<OpenPage> list(String path) {
        if (path.endsWith("catalog.ttl") || path.endsWith("catalog.jsonld")) {
            return Optional.ofNullable(catalogues().get(path));
        }
        return Optional.ofNullable(lists.get(path));
    }

    /** Made when it is first asked for: it says how large each file is. */
    private synchronized Map<String, OpenPage> catalogues() {
        Map<String, OpenPage> made = catalogues;
        if (made == null) {
            Map<String, Long> sizes = new HashMap<>();
            addressed().forEach(volume -> sizes.putAll(volume.sizes(() -> press.sizes(volume, hidden(volume)))));
            made = press.catalogues(published(), path -> sizes.getOrDefault(path, 0L), now);
            catalogues = made;
        }
        return made;
    }

    Optional<Volume> volume(String plan, int year) {
        return Optional.ofNullable(years(plan).get(year));
    }

    /** What is published of a plan, newest first. */
    SortedMap<Integer, Volume> years(String plan) {
        return byPlan.getOrDefault(plan, new TreeMap<>());
    }

    List<Volume> volumes() {
        return volumes;
    }

    Set<UUID> ids() {
        return volumes.stream().map(volume -> volume.head().id()).collect(Collectors.toUnmodifiableSet());
    }

    Gatherings gatherings() {
        return gatherings;
    }

    List<EndRow> withdrawn() {
        return withdrawn;
    }

    Map<UUID, Instant> withheld() {
        return withheld;
    }

    /** The notes and answers that are no longer shown there; what was shown to everybody again before it was composed is shown. */
    Map<UUID, Instant> hidden(Volume volume) {
        Map<UUID, Instant> hidden = new HashMap<>(withheld);
        hidden.values().removeIf(at -> !at.isAfter(volume.head().modified()));
        return hidden;
    }

    Finder finder() {
        return finder;
    }
}
