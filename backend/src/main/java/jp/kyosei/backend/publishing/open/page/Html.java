package jp.kyosei.backend.publishing.open.page;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Builds elements from text, which is escaped when they are written, attributes and other elements. */
final class Html {
    private Html() {}

    /** An attribute among the content of {@link #element}. */
    record Attribute(String name, String value) {}

    static Attribute at(String name, String value) {
        return new Attribute(name, value);
    }

    static Attribute cssClass(String name) {
        return new Attribute("class", name);
    }

    /** @param content texts, attributes, nodes, and lists of them */
    static Element element(String tag, Object... content) {
        Element element = new Element(tag);
        add(element, List.of(content));
        return element;
    }

    private static void add(Element element, List<?> content) {
        for (Object part : content) {
            switch (part) {
                case String text -> element.appendChild(new TextNode(text));
                case Attribute attribute -> element.attr(attribute.name(), attribute.value());
                case Node node -> element.appendChild(node);
                case List<?> several -> add(element, several);
                default -> throw new IllegalArgumentException("not part of a page: " + part.getClass());
            }
        }
    }

    static Element link(String href, Object... content) {
        Element link = element("a", content);
        link.attr("href", href);
        return link;
    }

    /** Read aloud, not shown. */
    static Element aloud(String words) {
        return element("span", cssClass("aloud"), words);
    }

    /** A grade: its label always stands, its colour only helps. */
    static Element chip(String label, String tone) {
        return element("span", cssClass("grade"), at("data-tone", tone.toLowerCase(java.util.Locale.ROOT)), label);
    }

    /** Scrolls within itself where it is wider than the page, by keyboard as well. */
    static Element scrolling(String name, Element table) {
        return element(
                "div", cssClass("scrolling"), at("tabindex", "0"), at("role", "region"), at("aria-label", name), table);
    }
}
