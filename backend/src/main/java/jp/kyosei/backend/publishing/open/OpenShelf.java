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
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.live.LiveChannel;
import jp.kyosei.backend.publishing.Licence;
import jp.kyosei.backend.publishing.open.edition.Head;
import jp.kyosei.backend.publishing.open.edition.Outline;
import jp.kyosei.backend.publishing.open.edition.Paths;
import jp.kyosei.backend.publishing.open.edition.Published;
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
        this.content = content(List.of(), List.of(), List.of(), Gatherings.NONE);
    }

    /** The answer at a path below {@code /open/}: a page, a file, or that there is none. */
    public OpenPage at(String path) {
        Content now = content;
        Optional<OpenPage> list = now.list(path);
        if (list.isPresent()) {
            return list.get();
        }
        if (path.equals("search")) {
            return search("");
        }
        String[] steps = path.split("/", 4);
        if (steps.length >= 3 && steps[0].equals("plans")) {
            Volume volume = now.volume(steps[1], number(steps[2])).orElse(null);
            if (volume == null) {
                // A withdrawn year takes all its pages with it.
                return now.list(String.join("/", steps[0], steps[1], steps[2])).orElseGet(press::absent);
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

    /** What is published and says those words: a page. */
    public OpenPage search(String words) {
        return press.found(content.finder().find(words), clock.instant());
    }

    /** Where a year of a plan can be read without a login, from the server's root; empty while it cannot. */
    public Optional<String> addressOf(String plan, FiscalYear year) {
        return content.volume(plan, year.year())
                .map(volume -> Paths.href(volume.head().path()));
    }

    /** Where what is published of a plan is listed, from the server's root; empty while nothing is. */
    public Optional<String> addressOf(String plan) {
        return content.years(plan).isEmpty() ? Optional.empty() : Optional.of(Paths.href(Paths.plan(plan)));
    }

    /** After the migrations and the demonstration data, before the server takes requests. */
    @EventListener
    @Order(200)
    void fill(StartupEvent started) {
        content = content(copies.kept(), List.of(), List.of(), Gatherings.NONE);
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
        Gatherings gatherings = Gatherings.read(before.gatherings(), repository, documents, SqlArrays::of);
        Map<UUID, Instant> withheldNow =
                withheld.stream().collect(Collectors.toUnmodifiableMap(WithheldRow::id, WithheldRow::at));
        if (before.ids().equals(inForce)
                && before.withdrawn().equals(withdrawn)
                && before.withheld().equals(withheldNow)
                && before.gatherings() == gatherings) {
            return before;
        }
        Map<UUID, Volume> known = new HashMap<>();
        before.volumes().forEach(volume -> known.put(volume.head().id(), volume));
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
                .map(volume -> sameNotes && !changed.contains(volume.head().plan()) ? volume : volume.anew())
                .forEach(volumes::add);
        return content(volumes, withdrawn, withheld, gatherings);
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
                    Outline.of(documents.read(row.document())),
                    documents.pack(row.document()));
            copies.keep(volume, its.values().stream().collect(Collectors.toMap(FileRow::name, FileRow::content)));
            volumes.put(row.id(), volume);
        }
        return volumes;
    }

    private Content content(
            List<Volume> volumes, List<EndRow> withdrawn, List<WithheldRow> withheld, Gatherings gatherings) {
        return new Content(press, volumes, withdrawn, withheld, gatherings, clock.instant());
    }

    private Volume.Pages render(Content now, Volume volume) {
        List<Published> years = now.years(volume.head().plan()).values().stream()
                .map(Volume::published)
                .toList();
        return Volume.Pages.of(
                press.ofYear(volume.published(), documents.unpack(volume.packed()), years, now.hidden(volume)));
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
        List<Volume> all = now.volumes();
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
