package jp.kyosei.backend.publishing.open.page;

import static jp.kyosei.backend.publishing.open.page.Html.at;
import static jp.kyosei.backend.publishing.open.page.Html.cssClass;
import static jp.kyosei.backend.publishing.open.page.Html.element;
import static jp.kyosei.backend.publishing.open.page.Html.link;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/** What every page has around its content. */
public final class Frame {
    static final String SITE = "計画の実績の公開ページ";

    private final String style;

    /** @param style where the style sheet is, from the server's root */
    public Frame(String style) {
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
                element(
                        "link",
                        at("rel", "alternate"),
                        at("type", "application/atom+xml"),
                        at("title", "公開と差替のお知らせ"),
                        at("href", "/open/feed.atom")),
                further);
        Element body = element(
                "body",
                link("#content", cssClass("skip"), "本文へ"),
                element(
                        "header",
                        cssClass("site"),
                        link("/open/", cssClass("site-name"), SITE),
                        link("/open/search", cssClass("site-search"), "計画と指標を探す")),
                crumbs(way),
                element("main", at("id", "content"), content),
                element(
                        "footer",
                        cssClass("site"),
                        element("p", "掲載している数値は、公開した団体が確定したものです。"),
                        element(
                                "p",
                                link("/open/formats", "データの形式"),
                                "・",
                                link("/open/feed.atom", "公開と差替のお知らせ（Atom）"),
                                "・",
                                link("/open/accessibility", "アクセシビリティ")),
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

    /**
     * The form that asks for words; it works without scripts.
     *
     * @param words what it holds already
     * @param id of its field, once on a page
     */
    static Element search(String words, String id) {
        return element(
                "form",
                cssClass("search"),
                at("role", "search"),
                at("method", "get"),
                at("action", "/open/search"),
                element("label", at("for", id), "計画や指標の名称、番号"),
                element(
                        "input",
                        at("type", "search"),
                        at("id", id),
                        at("name", "q"),
                        at("maxlength", "200"),
                        at("autocomplete", "off"),
                        at("value", words)),
                element("button", at("type", "submit"), "探す"));
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
