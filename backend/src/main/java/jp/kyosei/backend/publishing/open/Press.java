package jp.kyosei.backend.publishing.open;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.io.ResourceResolver;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import jp.kyosei.backend.publishing.PublishedYear;
import jp.kyosei.backend.publishing.open.data.Catalogue;
import jp.kyosei.backend.publishing.open.data.Feed;
import jp.kyosei.backend.publishing.open.data.IndicatorJson;
import jp.kyosei.backend.publishing.open.data.LongCsv;
import jp.kyosei.backend.publishing.open.data.LongTable;
import jp.kyosei.backend.publishing.open.data.ResultsCsv;
import jp.kyosei.backend.publishing.open.data.ResultsJson;
import jp.kyosei.backend.publishing.open.data.ResultsXlsx;
import jp.kyosei.backend.publishing.open.data.Sitemap;
import jp.kyosei.backend.publishing.open.edition.Found;
import jp.kyosei.backend.publishing.open.edition.Gathering;
import jp.kyosei.backend.publishing.open.edition.Head;
import jp.kyosei.backend.publishing.open.edition.Paths;
import jp.kyosei.backend.publishing.open.edition.Published;
import jp.kyosei.backend.publishing.open.edition.Withdrawn;
import jp.kyosei.backend.publishing.open.page.Frame;
import jp.kyosei.backend.publishing.open.page.IndicatorPage;
import jp.kyosei.backend.publishing.open.page.ListPages;
import jp.kyosei.backend.publishing.open.page.MeetingPage;
import jp.kyosei.backend.publishing.open.page.SearchPage;
import jp.kyosei.backend.publishing.open.page.StandingPages;
import jp.kyosei.backend.publishing.open.page.TownPage;
import jp.kyosei.backend.publishing.open.page.VersionsPage;
import jp.kyosei.backend.publishing.open.page.YearPage;

/** Makes pages and files of what is published. */
@Singleton
final class Press {
    private static final String CSV = "text/csv; charset=utf-8";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String STYLE = "classpath:publishing/open.css";

    private final Documents documents;
    private final String server;
    private final Instant since;
    private final String stylePath;
    private final OpenPage style;
    private final ListPages listPages;
    private final YearPage yearPage;
    private final IndicatorPage indicatorPage;
    private final MeetingPage meetingPage;
    private final TownPage townPage;
    private final VersionsPage versionsPage;
    private final SearchPage searchPage;
    private final StandingPages standingPages;
    private final Feed feed;
    private final Sitemap sitemap;
    private final OpenPage absent;

    Press(
            Documents documents,
            ResourceResolver resources,
            Clock clock,
            @Value("${kyosei.public-url:}") String publicUrl,
            @Value("${micronaut.server.port:8080}") int port) {
        this.documents = documents;
        this.server = (publicUrl.isBlank() ? "http://localhost:" + port : publicUrl).replaceFirst("/+$", "");
        this.since = clock.instant();
        ZoneId zone = clock.getZone();
        byte[] css = read(resources);
        stylePath = "style-%s.css".formatted(OpenPage.hash(css));
        style = OpenPage.immutable("text/css; charset=utf-8", css, since);
        Frame frame = new Frame(Paths.href(stylePath));
        listPages = new ListPages(frame, zone);
        yearPage = new YearPage(frame, zone);
        indicatorPage = new IndicatorPage(frame, zone);
        meetingPage = new MeetingPage(frame, zone);
        townPage = new TownPage(frame, zone);
        versionsPage = new VersionsPage(frame, zone);
        searchPage = new SearchPage(frame);
        standingPages = new StandingPages(frame);
        feed = new Feed(server, since);
        sitemap = new Sitemap(server);
        absent = OpenPage.missing(404, listPages.absent(), since);
    }

    /** What leads to the publications: lists, the feed, the addresses; what stands there always; the style sheet. */
    Map<String, OpenPage> lists(
            List<Published> published, List<Withdrawn> withdrawn, Gatherings gatherings, Instant now) {
        Map<String, String> pages = new TreeMap<>(listPages.all(published, gatherings.all()));
        gatherings.all().forEach(one -> pages.put(one.path(), meetingPage.of(one)));
        pages.putAll(standingPages.all(LongTable.COLUMNS));
        Map<String, OpenPage> found = new HashMap<>();
        pages.forEach((path, html) -> found.put(path, OpenPage.html(html, now)));
        feeds(published, withdrawn, gatherings.all())
                .forEach((path, atom) ->
                        found.put(path, OpenPage.data("application/atom+xml; charset=utf-8", bytes(atom), now)));
        sitemap.files(List.copyOf(pages.keySet()), published)
                .forEach((path, xml) ->
                        found.put(path, OpenPage.data("application/xml; charset=utf-8", bytes(xml), now)));
        found.put("robots.txt", OpenPage.data("text/plain; charset=utf-8", bytes(sitemap.robots()), since));
        found.put(stylePath, style);
        gatherings.all().stream()
                .filter(one -> !one.document().papers().isEmpty())
                .forEach(one -> found.put(
                        one.papersPath(),
                        OpenPage.download(
                                "application/pdf",
                                gatherings.papersOf(one),
                                one.publishedAt(),
                                "%s-%s-papers.pdf"
                                        .formatted(
                                                one.document().plan(),
                                                one.document().heldOn()))));
        gatherings.gone().forEach((path, end) -> {
            OpenPage gone =
                    OpenPage.missing(410, meetingPage.withdrawn(end.endedAt(), end.publicReason()), end.endedAt());
            found.put(path, gone);
            found.put(path + "/papers.pdf", gone);
        });
        withdrawn.forEach(one -> found.put(one.path(), OpenPage.missing(410, listPages.withdrawn(one), one.at())));
        return found;
    }

    /** That of everybody, and that of each owner of whom something is published. */
    private Map<String, String> feeds(List<Published> published, List<Withdrawn> withdrawn, List<Gathering> meetings) {
        Map<String, String> found = new HashMap<>();
        found.put(Paths.feed(""), feed.atom(Paths.feed(""), "計画の実績の公開と差替", published, withdrawn, meetings));
        Map<String, List<Published>> byOwner = published.stream()
                .collect(Collectors.groupingBy(one -> one.head().owner(), TreeMap::new, Collectors.toList()));
        byOwner.forEach((owner, theirs) -> {
            UUID id = theirs.getFirst().head().ownerId();
            found.put(
                    Paths.feed(owner),
                    feed.atom(
                            Paths.feed(owner),
                            theirs.getFirst().head().ownerName() + "の実績の公開と差替",
                            theirs,
                            withdrawn.stream()
                                    .filter(one -> one.ownerId().equals(id))
                                    .toList(),
                            meetings.stream()
                                    .filter(one -> one.ownerId().equals(id))
                                    .toList()));
        });
        return found;
    }

    /**
     * The catalogue of everybody, and that of each owner.
     *
     * @param size of the file at a path, in bytes; 0 if it is not known
     */
    Map<String, OpenPage> catalogues(List<Published> published, ToLongFunction<String> size, Instant now) {
        Map<String, List<Published>> byOwner = new TreeMap<>();
        published.forEach(one -> byOwner.computeIfAbsent(one.head().owner(), owner -> new ArrayList<>())
                .add(one));
        byOwner.put("", published);
        Map<String, OpenPage> found = new HashMap<>();
        byOwner.forEach((owner, theirs) -> {
            Catalogue catalogue = new Catalogue(server, owner, theirs, size);
            String path = owner.isEmpty() ? "" : owner + "/";
            found.put(
                    path + "catalog.jsonld",
                    OpenPage.data("application/ld+json", documents.write(catalogue.jsonLd()), now));
            found.put(
                    path + "catalog.ttl", OpenPage.data("text/turtle; charset=utf-8", bytes(catalogue.turtle()), now));
        });
        return found;
    }

    /** The answer to somebody who looks for something. */
    OpenPage found(Found found, Instant now) {
        return OpenPage.passing(searchPage.page(found), now);
    }

    /**
     * All of a publication, by path.
     *
     * @param years what is published of the same plan, newest first
     * @param hidden notes and answers that are no longer shown, and since when
     */
    Map<String, OpenPage> ofYear(
            Published one, PublishedYear document, List<Published> years, Map<UUID, Instant> hidden) {
        Head head = one.head();
        List<PublishedYear.Note> notes = shown(document, hidden);
        Instant modified = modified(head, hidden);
        String path = head.path();
        Map<String, OpenPage> found = new HashMap<>(files(head, document, hidden));
        found.put(path, OpenPage.html(yearPage.page(one, document, years, notes), modified));
        found.put(Paths.versions(head.plan(), head.fiscalYear()), OpenPage.html(versionsPage.page(one), modified));
        if (one.outline().towns().size() > 1) {
            one.outline()
                    .towns()
                    .keySet()
                    .forEach(code -> found.put(
                            Paths.town(head.plan(), head.fiscalYear(), code),
                            OpenPage.html(townPage.page(one, document, code, years), modified)));
        }
        for (int index = 0; index < document.rows().size(); index++) {
            PublishedYear.Row row = document.rows().get(index);
            String its = Paths.indicator(head.plan(), head.fiscalYear(), row.no());
            found.put(its, OpenPage.html(indicatorPage.page(one, document, index, years, notes), modified));
            found.put(
                    its + "/data.csv",
                    OpenPage.download(
                            CSV,
                            LongCsv.of(head, document, row),
                            modified,
                            "%s-%d-indicator-%d.csv".formatted(head.plan(), head.fiscalYear(), index + 1)));
            found.put(
                    its + "/data.json",
                    OpenPage.data("application/json", documents.write(IndicatorJson.of(head, row, notes)), modified));
        }
        return found;
    }

    /** The files of a publication, by path; as {@link #ofYear}. */
    Map<String, OpenPage> files(Head head, PublishedYear document, Map<UUID, Instant> hidden) {
        Instant modified = modified(head, hidden);
        String name = "%s-%d-".formatted(head.plan(), head.fiscalYear());
        String path = head.path();
        Map<String, OpenPage> found = new HashMap<>();
        found.put(
                path + "/results.json",
                OpenPage.data(
                        "application/json",
                        documents.write(ResultsJson.of(head, document, shown(document, hidden))),
                        modified));
        found.put(
                path + "/results.csv", OpenPage.download(CSV, ResultsCsv.of(document), modified, name + "results.csv"));
        found.put(
                path + "/observations.csv",
                OpenPage.download(CSV, LongCsv.of(head, document), modified, name + "observations.csv"));
        found.put(
                path + "/results.xlsx",
                OpenPage.download(
                        XLSX, ResultsXlsx.of(head, document, head.modified()), modified, name + "results.xlsx"));
        return found;
    }

    /** How large the files of a publication are, by path, in bytes. */
    Map<String, Long> sizes(Volume volume, Map<UUID, Instant> hidden) {
        Map<String, Long> sizes = new HashMap<>();
        files(volume.head(), documents.unpack(volume.packed()), hidden)
                .forEach((path, page) -> sizes.put(path, (long) page.bytes(false).length));
        volume.head().files().forEach(file -> sizes.put(volume.head().path() + "/" + file.name(), file.size()));
        return sizes;
    }

    private static List<PublishedYear.Note> shown(PublishedYear document, Map<UUID, Instant> hidden) {
        return document.notes().stream()
                .filter(note -> !hidden.containsKey(note.id()))
                .map(note -> without(note, hidden.keySet()))
                .toList();
    }

    private static Instant modified(Head head, Map<UUID, Instant> hidden) {
        return hidden.values().stream()
                .max(Comparator.naturalOrder())
                .filter(head.modified()::isBefore)
                .orElse(head.modified());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static PublishedYear.Note without(PublishedYear.Note note, Set<UUID> hidden) {
        return new PublishedYear.Note(
                note.id(),
                note.no(),
                note.subject(),
                note.kind(),
                note.whose(),
                note.on(),
                note.text(),
                note.answers().stream()
                        .filter(answer -> !hidden.contains(answer.id()))
                        .toList());
    }

    OpenPage absent() {
        return absent;
    }

    private static byte[] read(ResourceResolver resources) {
        try (InputStream stream = resources
                .getResourceAsStream(STYLE)
                .orElseThrow(() -> new IllegalStateException(STYLE + " is missing"))) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(STYLE + " could not be read", e);
        }
    }
}
