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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.publishing.PublishedYear;

/** Makes pages and files of what is published. */
@Singleton
final class Press {
    private static final String STYLE = "classpath:publishing/open.css";

    private final Documents documents;
    private final String server;
    private final Instant since;
    private final String stylePath;
    private final OpenPage style;
    private final ListPages listPages;
    private final YearPage yearPage;
    private final IndicatorPage indicatorPage;
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
        absent = OpenPage.missing(404, listPages.absent(), since);
    }

    /** What leads to the publications: lists, the catalogue, the style sheet. */
    Map<String, OpenPage> lists(List<Head> heads, Instant now) {
        Map<String, OpenPage> found = new HashMap<>(listPages.all(heads, now));
        Catalogue catalogue = new Catalogue(server, heads);
        found.put("catalog.jsonld", OpenPage.data("application/ld+json", documents.write(catalogue.jsonLd()), now));
        found.put(
                "catalog.ttl",
                OpenPage.data("text/turtle; charset=utf-8", catalogue.turtle().getBytes(StandardCharsets.UTF_8), now));
        found.put(stylePath, style);
        return found;
    }

    /**
     * All of a publication, by path.
     *
     * @param years what is published of the same plan, newest first
     * @param hidden notes and answers that are no longer shown, and since when
     */
    Map<String, OpenPage> ofYear(Head head, PublishedYear document, List<Head> years, Map<UUID, Instant> hidden) {
        List<PublishedYear.Note> notes = document.notes().stream()
                .filter(note -> !hidden.containsKey(note.id()))
                .map(note -> without(note, hidden.keySet()))
                .toList();
        Instant modified = hidden.values().stream()
                .max(Comparator.naturalOrder())
                .filter(head.modified()::isBefore)
                .orElse(head.modified());
        String path = head.path();
        Map<String, OpenPage> found = new HashMap<>();
        found.put(path, OpenPage.html(yearPage.page(head, document, years, notes), modified));
        found.put(
                path + "/results.json",
                OpenPage.data("application/json", documents.write(ResultsJson.of(head, document, notes)), modified));
        found.put(
                path + "/results.csv",
                OpenPage.download(
                        "text/csv; charset=utf-8",
                        ResultsCsv.of(document),
                        modified,
                        "%s-%d-results.csv".formatted(head.plan(), head.fiscalYear())));
        for (int index = 0; index < document.rows().size(); index++) {
            found.put(
                    Paths.indicator(
                            head.plan(),
                            head.fiscalYear(),
                            document.rows().get(index).no()),
                    OpenPage.html(indicatorPage.page(head, document, index, notes), modified));
        }
        return found;
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

    OpenPage withdrawn(String plan, FiscalYear year, boolean hasOthers, Instant at) {
        return OpenPage.missing(410, listPages.withdrawn(plan, year, hasOthers), at);
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
