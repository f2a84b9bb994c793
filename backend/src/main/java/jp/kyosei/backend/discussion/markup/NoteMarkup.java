package jp.kyosei.backend.discussion.markup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Safelist;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes HTML of what somebody wrote in a small subset of Markdown: emphasis, lists, quotations, links to the web; in minutes
 * headings as well. Anything else, HTML, entities and images among it, is shown as it was typed.
 *
 * <p>Every text is shown, whatever it holds: one that is nested too deeply, or swells when it is marked up, is shown as it was
 * typed, so that it costs nothing but itself wherever it stands. Who writes such a text is told ({@link #problem}). Depth and
 * time are bounded while it is read: the parser takes what is nested beyond its limits as words, and what is walked through
 * later is never deeper.
 */
public final class NoteMarkup {
    private static final Logger LOG = LoggerFactory.getLogger(NoteMarkup.class);

    /** How deeply quotations, lists, emphasis, links and images may lie in each other in a note. */
    public static final int MOST_LEVELS = 16;

    /** Minutes quote notes. */
    public static final int MOST_LEVELS_OF_MINUTES = 24;

    /** Where the parser stops: beyond what is shown, for a list needs two of its levels. */
    private static final int PARSED_LEVELS = 100;

    /** A link that is named once and used again and again swells; nothing else comes near. */
    private static final int SWELLS_TO = 40;

    private static final int SWELLS_BY = 10_000;

    /** The page itself has the first heading. */
    private static final int TOP_HEADING = 2;

    private static final int LOWEST_HEADING = 4;

    private static final NoteMarkup OF_NOTES = new NoteMarkup(MOST_LEVELS, Set.of(ListBlock.class, BlockQuote.class));
    private static final NoteMarkup OF_MINUTES = new NoteMarkup(
            MOST_LEVELS_OF_MINUTES, Set.of(Heading.class, ListBlock.class, BlockQuote.class), "h2", "h3", "h4");

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https")))
            .softbreak("<br>")
            .attributeProviderFactory(context -> NoteMarkup::attributes)
            .nodeRendererFactory(Ours::new)
            .build();

    private static final Pattern ENTITY = Pattern.compile("&(#?\\w+;)");

    private final int mostLevels;
    private final Parser parser;
    private final Safelist allowed;

    /** @param further the elements that these blocks need besides those of every text */
    private NoteMarkup(int mostLevels, Set<Class<? extends Block>> blocks, String... further) {
        this.mostLevels = mostLevels;
        this.parser = Parser.builder()
                .enabledBlockTypes(blocks)
                .maxOpenBlockParsers(PARSED_LEVELS)
                .maxInlineNesting(PARSED_LEVELS)
                .build();
        this.allowed = Safelist.none()
                .addTags("p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "a", "code")
                .addTags(further)
                .addAttributes("a", "href", "rel", "target")
                .addAttributes(":all", "dir")
                .addAttributes("ol", "start")
                .addProtocols("a", "href", "http", "https");
    }

    /** A note as HTML of few elements, each its own line of writing direction; safe to be put into a page. */
    public static String html(String text) {
        return OF_NOTES.safe(text);
    }

    /** Minutes as HTML of few elements, headings from {@code h2} down; safe to be put into a page. */
    public static String minutesHtml(String text) {
        return OF_MINUTES.safe(text);
    }

    /** Why a note cannot be shown with its markup, in Japanese, and what to do; empty if it can. */
    public static Optional<String> problem(String text) {
        return OF_NOTES.read(text).problem();
    }

    /** The same of minutes. */
    public static Optional<String> problemOfMinutes(String text) {
        return OF_MINUTES.read(text).problem();
    }

    /** @param html empty where there is a problem */
    private record Reading(String html, Optional<String> problem) {}

    private String safe(String text) {
        Reading reading = read(text);
        return clean(reading.problem().isEmpty() ? reading.html() : asTyped(text));
    }

    private Reading read(String text) {
        try {
            // Entities are no part of the subset: "&copy;" is what was typed.
            Node document = parser.parse(ENTITY.matcher(text).replaceAll("&amp;$1"));
            if (Levels.of(document) > mostLevels) {
                return refused("引用（>）、箇条書き、強調などの入れ子は %d 段までです。入れ子を減らして書き直してください。".formatted(mostLevels));
            }
            JapaneseEmphasis.in(document);
            StringBuilder html = new StringBuilder();
            RENDERER.render(document, html);
            return html.length() > (long) SWELLS_TO * text.length() + SWELLS_BY
                    ? refused("同じリンクを何度も参照しているため、表示すると長くなりすぎます。リンクを減らして書き直してください。")
                    : new Reading(html.toString(), Optional.empty());
        } catch (RuntimeException | StackOverflowError e) {
            // Nothing is known to come here; if something does, it is not to take the page with it on which it stands.
            LOG.warn("a text of {} characters cannot be marked up", text.length(), e);
            return refused("本文の記号の並びを読み取れません。記号を減らして書き直してください。");
        }
    }

    private static Reading refused(String problem) {
        return new Reading("", Optional.of(problem));
    }

    private static String asTyped(String text) {
        return text.lines().map(Entities::escape).collect(Collectors.joining("<br>\n", "<p dir=\"auto\">", "</p>\n"));
    }

    private String clean(String html) {
        return Jsoup.clean(html, "", allowed, new Document.OutputSettings().prettyPrint(false));
    }

    private static void attributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Block) {
            attributes.put("dir", "auto");
        }
        if (node instanceof Link) {
            attributes.remove("title");
            attributes.put("rel", "noopener noreferrer nofollow");
            attributes.put("target", "_blank");
        }
    }

    /** Headings below the page's own, and images as typed: they would be fetched from elsewhere by everyone who reads. */
    private record Ours(HtmlNodeRendererContext context) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Heading.class, Image.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof Heading heading) {
                String tag = "h" + Math.min(heading.getLevel() + TOP_HEADING - 1, LOWEST_HEADING);
                context.getWriter().tag(tag, Map.of("dir", "auto"));
                children(node);
                context.getWriter().tag("/" + tag);
                context.getWriter().line();
            } else {
                context.getWriter().text("![");
                children(node);
                context.getWriter().text("](%s)".formatted(((Image) node).getDestination()));
            }
        }

        private void children(Node node) {
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
        }
    }
}
