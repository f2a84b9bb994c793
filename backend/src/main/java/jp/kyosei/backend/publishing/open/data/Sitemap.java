package jp.kyosei.backend.publishing.open.data;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.publishing.open.edition.Paths;
import jp.kyosei.backend.publishing.open.edition.Published;

/** The addresses of all pages for search engines (sitemaps.org 0.9), and what robots may read. */
public final class Sitemap {
    /** Below the 50,000 addresses that one file may hold. */
    static final int MOST = 40_000;

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private final String server;

    /** @param server the address of the product, without a slash at the end */
    public Sitemap(String server) {
        this.server = server;
    }

    /** What robots may read: what is published, and nothing else of the product. */
    public String robots() {
        return """
                User-agent: *
                Allow: /open/
                Disallow: /

                Sitemap: %s
                """.formatted(iri("sitemap.xml"));
    }

    /**
     * The files by path below {@code /open/}: one, or one that lists several.
     *
     * @param pages those that belong to no publication
     */
    public Map<String, String> files(List<String> pages, List<Published> published) {
        List<String> urls = new ArrayList<>();
        pages.forEach(path -> urls.add("<url>" + Xml.element("loc", iri(path)).strip() + "</url>\n"));
        published.forEach(one -> urls.addAll(urls(one)));
        if (urls.size() <= MOST) {
            return Map.of("sitemap.xml", file("urlset", urls));
        }
        Map<String, String> files = new LinkedHashMap<>();
        List<String> parts = new ArrayList<>();
        for (int from = 0; from < urls.size(); from += MOST) {
            String path = "sitemap-%d.xml".formatted(parts.size() + 1);
            files.put(path, file("urlset", urls.subList(from, Math.min(urls.size(), from + MOST))));
            parts.add("<sitemap>" + Xml.element("loc", iri(path)).strip() + "</sitemap>\n");
        }
        files.put("sitemap.xml", file("sitemapindex", parts));
        return files;
    }

    private List<String> urls(Published one) {
        String plan = one.head().plan();
        int year = one.head().fiscalYear();
        List<String> urls = new ArrayList<>();
        urls.add(url(one.head().path(), one.head().modified()));
        urls.add(url(Paths.versions(plan, year), one.head().modified()));
        if (one.outline().towns().size() > 1) {
            one.outline()
                    .towns()
                    .keySet()
                    .forEach(code -> urls.add(
                            url(Paths.town(plan, year, code), one.head().modified())));
        }
        one.outline()
                .lines()
                .forEach(line -> urls.add(
                        url(Paths.indicator(plan, year, line.no()), one.head().modified())));
        return urls;
    }

    private String url(String path, Instant modified) {
        return "<url>%s%s</url>\n"
                .formatted(
                        Xml.element("loc", iri(path)).strip(),
                        Xml.element(
                                        "lastmod",
                                        modified.truncatedTo(ChronoUnit.SECONDS).toString())
                                .strip());
    }

    private static String file(String root, List<String> content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<%s xmlns=\"%s\">\n%s</%s>\n"
                .formatted(root, NAMESPACE, String.join("", content), root);
    }

    private String iri(String path) {
        return server + Paths.href(path);
    }
}
