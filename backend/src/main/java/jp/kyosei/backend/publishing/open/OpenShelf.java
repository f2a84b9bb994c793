package jp.kyosei.backend.publishing.open;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.annotation.Order;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.live.LiveChannel;
import jp.kyosei.backend.publishing.Licence;
import jp.kyosei.backend.tenancy.SqlArrays;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that is published, in memory. A request finds its answer here and asks nobody. What has changed is heard from the
 * database at once, and looked for every {@code kyosei.publishing.interval} besides; while the database is away, what
 * was published last stays.
 */
@Singleton
public class OpenShelf {
    private static final Logger LOG = LoggerFactory.getLogger(OpenShelf.class);
    private static final long MEGABYTE = 1_048_576;

    private final TenantDoor door;
    private final OpenRepository repository;
    private final Documents documents;
    private final Copies copies;
    private final Press press;
    private final LiveChannel live;
    private final Clock clock;
    private final long room;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("open-shelf").factory());
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile Content content;
    private boolean away;

    OpenShelf(
            TenantDoor door,
            OpenRepository repository,
            Documents documents,
            Copies copies,
            Press press,
            LiveChannel live,
            Clock clock,
            @Value("${kyosei.publishing.rendered-megabytes:128}") long megabytes) {
        this.door = door;
        this.repository = repository;
        this.documents = documents;
        this.copies = copies;
        this.press = press;
        this.live = live;
        this.clock = clock;
        this.room = megabytes * MEGABYTE;
        this.content = content(List.of(), List.of(), List.of());
    }

    /** What stands on the shelf at a moment; another one takes its place whole. */
    private record Content(
            Map<String, SortedMap<Integer, Volume>> byPlan,
            Map<String, OpenPage> lists,
            Set<UUID> ids,
            List<EndRow> withdrawn,
            Map<UUID, Instant> withheld) {}

    /** The answer at a path below {@code /open/}: a page, a file, or that there is none. */
    public OpenPage at(String path) {
        Content now = content;
        OpenPage list = now.lists().get(path);
        if (list != null) {
            return list;
        }
        String[] steps = path.split("/", 4);
        if (steps.length >= 3 && steps[0].equals("plans")) {
            Volume volume = now.byPlan().getOrDefault(steps[1], new TreeMap<>()).get(number(steps[2]));
            if (volume == null) {
                // A withdrawn year takes all its pages with it.
                return Optional.ofNullable(now.lists().get(String.join("/", steps[0], steps[1], steps[2])))
                        .orElseGet(press::absent);
            }
            OpenPage page = pagesOf(now, volume).get(path);
            if (page != null) {
                return page;
            }
            if (steps.length == 4) {
                return file(volume.head(), steps[3]).orElseGet(press::absent);
            }
        }
        return press.absent();
    }

    private Map<String, OpenPage> pagesOf(Content now, Volume volume) {
        boolean fresh = volume.weight() == 0;
        Volume.Pages rendered = volume.pages(() -> render(now, volume), System.nanoTime());
        if (fresh) {
            makeRoom(now, volume);
        }
        return rendered.byPath();
    }

    /** Where a year of a plan can be read without a login, from the server's root; empty while it cannot. */
    public Optional<String> addressOf(String plan, FiscalYear year) {
        return Optional.ofNullable(content.byPlan().get(plan))
                .map(years -> years.get(year.year()))
                .map(volume -> Paths.href(volume.head().path()));
    }

    /** Where what is published of a plan is listed, from the server's root; empty while nothing is. */
    public Optional<String> addressOf(String plan) {
        return content.byPlan().containsKey(plan) ? Optional.of(Paths.href(Paths.plan(plan))) : Optional.empty();
    }

    /** After the migrations and the demonstration data, before the server takes requests. */
    @EventListener
    @Order(200)
    void fill(StartupEvent started) {
        content = content(copies.kept(), List.of(), List.of());
        refresh();
        live.listenToPublished(this::refreshSoon);
    }

    /** NOTIFY may be lost with the connection that listens. */
    @Scheduled(fixedDelay = "${kyosei.publishing.interval:30s}", initialDelay = "${kyosei.publishing.interval:30s}")
    void look() {
        refresh();
    }

    private void refreshSoon() {
        // One that waits sees what all before it have changed.
        if (asked.compareAndSet(false, true)) {
            try {
                reader.execute(() -> {
                    asked.set(false);
                    refresh();
                });
            } catch (RejectedExecutionException e) {
                LOG.debug("closing", e);
            }
        }
    }

    /** Reads what is published now; where the database does not answer, all stays as it is. */
    public synchronized void refresh() {
        try {
            Content before = content;
            Content read = door.published(() -> read(before));
            content = read;
            copies.keepOnly(read.ids());
            if (away) {
                LOG.info("what is published is read from the database again");
                away = false;
            }
        } catch (RuntimeException e) {
            if (!away) {
                LOG.warn(
                        "the database does not answer; {} publications stay as they are",
                        content.ids().size(),
                        e);
                away = true;
            }
        }
    }

    private Content read(Content before) {
        Set<UUID> inForce = Set.copyOf(repository.inForce());
        List<EndRow> withdrawn = repository.withdrawn();
        List<WithheldRow> withheld = repository.withheld();
        Map<UUID, Instant> withheldNow =
                withheld.stream().collect(Collectors.toUnmodifiableMap(WithheldRow::id, WithheldRow::at));
        if (before.ids().equals(inForce)
                && before.withdrawn().equals(withdrawn)
                && before.withheld().equals(withheldNow)) {
            return before;
        }
        Map<UUID, Volume> known = new HashMap<>();
        before.byPlan().values().forEach(years -> years.values()
                .forEach(volume -> known.put(volume.head().id(), volume)));
        List<UUID> unknown =
                inForce.stream().filter(id -> !known.containsKey(id)).toList();
        Map<UUID, Volume> fetched = unknown.isEmpty() ? Map.of() : fetched(unknown);
        Set<String> changed = fetched.values().stream()
                .map(volume -> volume.head().plan())
                .collect(Collectors.toCollection(HashSet::new));
        known.values().stream()
                .map(Volume::head)
                .filter(head -> !inForce.contains(head.id()))
                .forEach(head -> changed.add(head.plan()));
        boolean sameNotes = before.withheld().equals(withheldNow);
        List<Volume> volumes = new ArrayList<>(fetched.values());
        known.values().stream()
                .filter(volume -> inForce.contains(volume.head().id()))
                // Pages name the other years of their plan.
                .map(volume -> sameNotes && !changed.contains(volume.head().plan())
                        ? volume
                        : new Volume(volume.head(), volume.packed()))
                .forEach(volumes::add);
        return content(volumes, withdrawn, withheld);
    }

    private Map<UUID, Volume> fetched(List<UUID> ids) {
        Map<UUID, Map<String, FileRow>> files = new HashMap<>();
        repository.files(SqlArrays.of(ids)).forEach(row -> files.computeIfAbsent(
                        row.publicationId(), id -> new LinkedHashMap<>())
                .put(row.name(), row));
        Map<UUID, Volume> volumes = new HashMap<>();
        for (PublicationRow row : repository.publications(SqlArrays.of(ids))) {
            Map<String, FileRow> its = files.getOrDefault(row.id(), Map.of());
            Volume volume = new Volume(
                    new Head(
                            row.id(),
                            row.ownerId(),
                            row.owner(),
                            row.ownerName(),
                            row.plan(),
                            row.title(),
                            row.fiscalYear(),
                            row.revision(),
                            Licence.valueOf(row.licence()),
                            row.firstPublishedAt(),
                            row.publishedAt(),
                            its.values().stream()
                                    .map(file ->
                                            new Head.FileHead(file.name(), file.contentType(), file.content().length))
                                    .toList()),
                    documents.pack(row.document()));
            copies.keep(volume, its.values().stream().collect(Collectors.toMap(FileRow::name, FileRow::content)));
            volumes.put(row.id(), volume);
        }
        return volumes;
    }

    private Content content(List<Volume> volumes, List<EndRow> withdrawn, List<WithheldRow> withheld) {
        Map<String, SortedMap<Integer, Volume>> byPlan = new HashMap<>();
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
        List<Head> heads = byPlan.values().stream()
                .flatMap(years -> years.values().stream())
                .map(Volume::head)
                .sorted(Comparator.comparing(Head::owner)
                        .thenComparing(Head::plan)
                        .thenComparing(Head::fiscalYear, Comparator.reverseOrder()))
                .toList();
        Map<String, OpenPage> lists = new HashMap<>(press.lists(heads, clock.instant()));
        for (EndRow end : withdrawn) {
            if (!byPlan.getOrDefault(end.planSlug(), new TreeMap<>()).containsKey(end.fiscalYear())) {
                lists.put(
                        Paths.year(end.planSlug(), end.fiscalYear()),
                        press.withdrawn(
                                end.planSlug(),
                                new FiscalYear(end.fiscalYear()),
                                byPlan.containsKey(end.planSlug()),
                                end.endedAt()));
            }
        }
        return new Content(
                Map.copyOf(byPlan),
                Map.copyOf(lists),
                volumes.stream().map(volume -> volume.head().id()).collect(Collectors.toUnmodifiableSet()),
                List.copyOf(withdrawn),
                withheld.stream().collect(Collectors.toUnmodifiableMap(WithheldRow::id, WithheldRow::at)));
    }

    private Volume.Pages render(Content now, Volume volume) {
        // What was shown to everybody again before this revision was composed is shown.
        Map<UUID, Instant> hidden = new HashMap<>(now.withheld());
        hidden.values().removeIf(at -> !at.isAfter(volume.head().modified()));
        List<Head> years = now.byPlan().getOrDefault(volume.head().plan(), new TreeMap<>()).values().stream()
                .map(Volume::head)
                .toList();
        return Volume.Pages.of(press.ofYear(volume.head(), documents.unpack(volume.packed()), years, hidden));
    }

    private Optional<OpenPage> file(Head head, String name) {
        return head.files().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .flatMap(file -> copies.file(head.id(), name)
                        .map(bytes -> OpenPage.download(
                                file.contentType(),
                                bytes,
                                head.modified(),
                                "%s-%d-%s".formatted(head.plan(), head.fiscalYear(), name))));
    }

    /** Forgets the pages that were asked for longest ago while all together take too much. */
    private void makeRoom(Content now, Volume inUse) {
        List<Volume> all = now.byPlan().values().stream()
                .flatMap(years -> years.values().stream())
                .toList();
        long taken = all.stream().mapToLong(Volume::weight).sum();
        if (taken <= room) {
            return;
        }
        List<Volume> oldestFirst = all.stream()
                .filter(volume -> volume != inUse)
                .sorted(Comparator.comparingLong(Volume::usedAt))
                .toList();
        for (Volume volume : oldestFirst) {
            if (taken <= room) {
                return;
            }
            taken -= volume.weight();
            volume.forgetPages();
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    @PreDestroy
    void stop() {
        reader.close();
    }
}
