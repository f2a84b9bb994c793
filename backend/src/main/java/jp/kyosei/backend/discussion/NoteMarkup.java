package jp.kyosei.backend.discussion;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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
import org.jsoup.safety.Safelist;

/**
 * Makes HTML of what somebody wrote in a small subset of Markdown: emphasis, lists, quotations, links to the web; in minutes
 * headings as well. Anything else, HTML, entities and images among it, is shown as it was typed.
 */
public final class NoteMarkup {
    /** The page itself has the first heading. */
    private static final int TOP_HEADING = 2;

    private static final int LOWEST_HEADING = 4;

    private static final NoteMarkup OF_NOTES = new NoteMarkup(Set.of(ListBlock.class, BlockQuote.class));
    private static final NoteMarkup OF_MINUTES =
            new NoteMarkup(Set.of(Heading.class, ListBlock.class, BlockQuote.class), "h2", "h3", "h4");

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https")))
            .softbreak("<br>")
            .attributeProviderFactory(context -> NoteMarkup::attributes)
            .nodeRendererFactory(Ours::new)
            .build();

    private static final Pattern ENTITY = Pattern.compile("&(#?\\w+;)");

    private final Parser parser;
    private final Safelist allowed;

    /** @param further the elements that these blocks need besides those of every text */
    private NoteMarkup(Set<Class<? extends Block>> blocks, String... further) {
        this.parser = Parser.builder().enabledBlockTypes(blocks).build();
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

    private String safe(String text) {
        // Entities are no part of the subset: "&copy;" is what was typed.
        String rendered = RENDERER.render(parser.parse(ENTITY.matcher(text).replaceAll("&amp;$1")));
        return Jsoup.clean(rendered, "", allowed, new Document.OutputSettings().prettyPrint(false));
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
