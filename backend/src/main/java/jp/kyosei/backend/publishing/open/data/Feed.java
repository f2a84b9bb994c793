package jp.kyosei.backend.publishing.open.data;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.kyosei.backend.publishing.PublishedYear;
import jp.kyosei.backend.publishing.open.edition.Gathering;
import jp.kyosei.backend.publishing.open.edition.Head;
import jp.kyosei.backend.publishing.open.edition.Paths;
import jp.kyosei.backend.publishing.open.edition.Published;
import jp.kyosei.backend.publishing.open.edition.Withdrawn;

/** What was published, replaced and withdrawn, newest first, as Atom (RFC 4287). */
public final class Feed {
    /** So many of the newest are told. */
    static final int MOST = 100;

    private final String server;
    private final Instant since;

    /**
     * Makes feeds of a product.
     *
     * @param server the address of the product, without a slash at the end
     * @param since what is told as the time of a feed that says nothing
     */
    public Feed(String server, Instant since) {
        this.server = server;
        this.since = since;
    }

    private record Entry(String id, String href, String title, String author, String summary, Instant at) {}

    /**
     * A feed.
     *
     * @param path its own, below {@code /open/}
     */
    public String atom(
            String path, String title, List<Published> published, List<Withdrawn> withdrawn, List<Gathering> meetings) {
        List<Entry> entries = new ArrayList<>();
        published.forEach(one -> entries.addAll(entries(one)));
        withdrawn.forEach(one -> entries.add(entry(one)));
        meetings.forEach(one -> entries.add(entry(one)));
        List<Entry> newest = entries.stream()
                .sorted(Comparator.comparing(Entry::at).reversed().thenComparing(Entry::id))
                .limit(MOST)
                .toList();
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"ja\">\n")
                .append(Xml.element("id", iri(path)))
                .append(Xml.element("title", title))
                .append(Xml.element(
                        "updated",
                        instant(newest.isEmpty() ? since : newest.getFirst().at())))
                .append("<link rel=\"self\" type=\"application/atom+xml\" href=\"%s\"/>\n".formatted(iri(path)))
                .append("<link rel=\"alternate\" type=\"text/html\" href=\"%s\"/>\n".formatted(iri("")));
        newest.forEach(entry -> text.append("<entry>\n")
                .append(Xml.element("id", entry.id()))
                .append(Xml.element("title", entry.title()))
                .append(Xml.element("updated", instant(entry.at())))
                .append("<author>\n")
                .append(Xml.element("name", entry.author()))
                .append("</author>\n")
                .append("<link rel=\"alternate\" type=\"text/html\" href=\"%s\"/>\n".formatted(entry.href()))
                .append(Xml.element("summary", entry.summary()))
                .append("</entry>\n"));
        return text.append("</feed>\n").toString();
    }

    private List<Entry> entries(Published one) {
        Head head = one.head();
        List<PublishedYear.Edition> editions = one.outline().editions();
        if (editions.isEmpty()) {
            return List.of(entry(head, head.revision(), head.modified(), head.revision() > 1, ""));
        }
        List<Entry> entries = new ArrayList<>();
        for (int index = 0; index < editions.size(); index++) {
            PublishedYear.Edition edition = editions.get(index);
            int corrected = edition.corrections().size() + edition.left();
            entries.add(entry(
                    head,
                    edition.revision(),
                    edition.publishedAt(),
                    index > 0,
                    index == 0 ? "" : corrected == 0 ? "値は変わっていません。" : "%d か所が前の版と変わりました。".formatted(corrected)));
        }
        return entries;
    }

    private Entry entry(Head head, int revision, Instant at, boolean replaced, String more) {
        return new Entry(
                iri(head.path()) + "#v" + revision,
                iri(replaced ? Paths.versions(head.plan(), head.fiscalYear()) : head.path()),
                "%s：%s".formatted(replaced ? "差替" : "公開", head.fullTitle()),
                head.ownerName(),
                "%sが第%d版を公開しました。%s".formatted(head.ownerName(), revision, more),
                at);
    }

    private Entry entry(Gathering one) {
        String what = "%s %sの議事要旨と資料"
                .formatted(one.document().planTitle(), one.document().title());
        return new Entry(
                iri(one.path()) + "#v" + one.revision(),
                iri(one.path()),
                "%s：%s".formatted(one.revision() > 1 ? "差替" : "公開", what),
                one.document().ownerName(),
                "%sが%sを公開しました。".formatted(one.document().ownerName(), what),
                one.publishedAt());
    }

    private Entry entry(Withdrawn one) {
        String what = "%s%sの実績"
                .formatted(
                        one.title().isEmpty() ? "" : one.title() + " ",
                        one.year().longLabel());
        return new Entry(
                iri(one.path()) + "#withdrawn-" + one.at().getEpochSecond(),
                iri(one.path()),
                "取り下げ：" + what,
                "公開していた団体",
                what + "が取り下げられました。" + (one.reason().isEmpty() ? "" : "理由：" + one.reason()),
                one.at());
    }

    private String iri(String path) {
        return server + Paths.href(path);
    }

    private static String instant(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
