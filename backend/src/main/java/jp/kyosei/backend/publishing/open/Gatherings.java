package jp.kyosei.backend.publishing.open;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kyosei.backend.publishing.open.edition.Gathering;
import jp.kyosei.backend.publishing.open.edition.Paths;

/** The meetings of which anything is published, with their papers, and those that were withdrawn. */
final class Gatherings {
    static final Gatherings NONE = new Gatherings(List.of(), Map.of(), List.of());

    private final List<Gathering> all;
    private final Map<UUID, byte[]> papers;
    private final List<MeetingEndRow> withdrawn;

    private Gatherings(List<Gathering> all, Map<UUID, byte[]> papers, List<MeetingEndRow> withdrawn) {
        this.all = all.stream()
                .sorted(Comparator.comparing((Gathering one) -> one.document().heldOn())
                        .reversed()
                        .thenComparing(Gathering::id))
                .toList();
        this.papers = Map.copyOf(papers);
        this.withdrawn = List.copyOf(withdrawn);
    }

    /** What is known stays, what is new is fetched, what has ended goes. */
    static Gatherings read(Gatherings before, OpenRepository repository, Documents documents, Ids ids) {
        Set<UUID> inForce = Set.copyOf(repository.meetingsInForce());
        List<MeetingEndRow> withdrawn = repository.withdrawnMeetings();
        if (before.ids().equals(inForce) && before.withdrawn.equals(withdrawn)) {
            return before;
        }
        Map<UUID, Gathering> all = new LinkedHashMap<>();
        Map<UUID, byte[]> papers = new HashMap<>();
        before.all.stream().filter(one -> inForce.contains(one.id())).forEach(one -> {
            all.put(one.id(), one);
            papers.put(one.id(), before.papersOf(one));
        });
        List<UUID> unknown = inForce.stream().filter(id -> !all.containsKey(id)).toList();
        if (!unknown.isEmpty()) {
            repository.meetings(ids.of(unknown)).forEach(row -> {
                all.put(
                        row.id(),
                        new Gathering(
                                row.id(),
                                row.ownerId(),
                                row.revision(),
                                row.publishedAt(),
                                documents.meeting(row.document()),
                                row.papers().length));
                papers.put(row.id(), row.papers());
            });
        }
        return new Gatherings(List.copyOf(all.values()), papers, withdrawn);
    }

    /** As the database takes several. */
    interface Ids {
        String of(List<UUID> ids);
    }

    /** The latest first. */
    List<Gathering> all() {
        return all;
    }

    byte[] papersOf(Gathering one) {
        return papers.getOrDefault(one.id(), new byte[0]);
    }

    /** Those that were withdrawn last and have not been published since, by path. */
    Map<String, MeetingEndRow> gone() {
        Set<String> there = all.stream().map(Gathering::path).collect(Collectors.toUnmodifiableSet());
        Map<String, MeetingEndRow> gone = new LinkedHashMap<>();
        for (MeetingEndRow row : withdrawn) {
            String path = Paths.meeting(row.planSlug(), row.meetingId());
            if (!there.contains(path)) {
                gone.put(path, row);
            }
        }
        return gone;
    }

    private Set<UUID> ids() {
        return all.stream().map(Gathering::id).collect(Collectors.toUnmodifiableSet());
    }
}
