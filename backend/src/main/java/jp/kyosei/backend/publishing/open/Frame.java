package jp.kyosei.backend.publishing.open;

import static jp.kyosei.backend.publishing.open.Html.at;
import static jp.kyosei.backend.publishing.open.Html.cssClass;
import static jp.kyosei.backend.publishing.open.Html.element;
import static jp.kyosei.backend.publishing.open.Html.link;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/** What every page has around its content. */
final class Frame {
    static final String SITE = "計画の実績の公開ページ";

    private final String style;

    /** @param style where the style sheet is, from the server's root */
    Frame(String style) {
        this.style = style;
    }

    /** A step of the way to a page. */
    record Crumb(String name, String href) {}

    /**
     * A whole page.
     *
     * @param further what stands in the head besides, such as links to other forms of the same
     */
    String page(String title, List<Crumb> way, List<Element> further, List<Element> content) {
        Element head = element(
                "head",
                element("meta", at("charset", "utf-8")),
                element("meta", at("name", "viewport"), at("content", "width=device-width, initial-scale=1")),
                element("title", title.equals(SITE) ? SITE : title + "｜" + SITE),
                element("link", at("rel", "stylesheet"), at("href", style)),
                element("link", at("rel", "icon"), at("type", "image/svg+xml"), at("href", "/page/icon.svg")),
                element(
                        "link",
                        at("rel", "alternate"),
                        at("type", "application/ld+json"),
                        at("href", "/open/catalog.jsonld")),
                further);
        Element body = element(
                "body",
                link("#content", cssClass("skip"), "本文へ"),
                element("header", cssClass("site"), link("/open/", cssClass("site-name"), SITE)),
                crumbs(way),
                element("main", at("id", "content"), content),
                element(
                        "footer",
                        cssClass("site"),
                        element("p", "掲載している数値は、公開した団体が確定したものです。"),
                        element(
                                "p",
                                "データカタログ（DCAT）：",
                                link("/open/catalog.jsonld", "JSON-LD"),
                                "・",
                                link("/open/catalog.ttl", "Turtle"))));
        Document document = new Document("");
        document.outputSettings()
                .prettyPrint(false)
                .charset(StandardCharsets.UTF_8)
                .escapeMode(Entities.EscapeMode.xhtml);
        document.appendChild(element("html", at("lang", "ja"), head, body));
        return "<!doctype html>\n" + document.outerHtml();
    }

    private static List<Element> crumbs(List<Crumb> way) {
        if (way.isEmpty()) {
            return List.of();
        }
        List<Element> steps = IntStream.range(0, way.size())
                .mapToObj(index -> {
                    Crumb crumb = way.get(index);
                    return index == way.size() - 1
                            ? element("li", element("span", at("aria-current", "page"), crumb.name()))
                            : element("li", link(crumb.href(), crumb.name()));
                })
                .toList();
        return List.of(element("nav", cssClass("way"), at("aria-label", "現在の位置"), element("ol", steps)));
    }
}
