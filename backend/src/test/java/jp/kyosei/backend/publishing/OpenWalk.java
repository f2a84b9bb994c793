package jp.kyosei.backend.publishing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kyosei.backend.publishing.open.OpenPage;
import jp.kyosei.backend.publishing.open.OpenShelf;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/** Goes through everything that can be reached below {@code /open/}. */
final class OpenWalk {
    private static final String ROOT = "/open/";
    private static final Pattern DOWNLOAD = Pattern.compile("\"dcat:downloadURL\":\\{\"@id\":\"([^\"]+)\"");

    private OpenWalk() {}

    /** The text of every answer, by path; every link leads somewhere. */
    static SequencedMap<String, String> all(OpenShelf shelf) {
        SequencedMap<String, String> found = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>();
        open.add("");
        open.addAll(List.of("catalog.jsonld", "catalog.ttl", "feed.atom", "sitemap.xml", "robots.txt"));
        while (!open.isEmpty()) {
            String path = open.removeFirst();
            if (found.containsKey(path)) {
                continue;
            }
            OpenPage page = shelf.at(path);
            if (page.status() != 200) {
                throw new AssertionError("a link leads to %s, which answers %d".formatted(path, page.status()));
            }
            String text = text(page);
            found.put(path, text);
            if (page.contentType().startsWith("text/html")) {
                Jsoup.parse(text).select("[href]").eachAttr("href").stream()
                        .filter(href -> href.startsWith(ROOT))
                        .map(href -> URI.create(href).getPath().substring(ROOT.length()))
                        .forEach(open::add);
            } else if (page.contentType().startsWith("application/xml")) {
                Jsoup.parse(text, "", Parser.xmlParser()).select("loc").eachText().stream()
                        .map(address -> URI.create(address).getPath().substring(ROOT.length()))
                        .forEach(open::add);
            } else if (page.contentType().startsWith("application/ld+json")) {
                Matcher files = DOWNLOAD.matcher(text);
                while (files.find()) {
                    open.add(URI.create(files.group(1)).getPath().substring(ROOT.length()));
                }
            }
        }
        return found;
    }

    static String text(OpenPage page) {
        return new String(page.bytes(false), StandardCharsets.UTF_8);
    }
}
