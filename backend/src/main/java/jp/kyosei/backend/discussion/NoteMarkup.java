package jp.kyosei.backend.discussion;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
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
 * Makes HTML of what somebody wrote in a small subset of Markdown: emphasis, lists, quotations, links to the web. Anything
 * else, HTML, entities, headings and images among it, is shown as it was typed.
 */
public final class NoteMarkup {
    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of(ListBlock.class, BlockQuote.class))
            .build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https")))
            .softbreak("<br>")
            .attributeProviderFactory(context -> NoteMarkup::attributes)
            .nodeRendererFactory(ImageAsTyped::new)
            .build();
    private static final Safelist ALLOWED = Safelist.none()
            .addTags("p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "a", "code")
            .addAttributes("a", "href", "rel", "target")
            .addAttributes(":all", "dir")
            .addAttributes("ol", "start")
            .addProtocols("a", "href", "http", "https");

    private static final Pattern ENTITY = Pattern.compile("&(#?\\w+;)");

    private NoteMarkup() {}

    /** The text as HTML of few elements, each its own line of writing direction; safe to be put into a page. */
    public static String html(String text) {
        // Entities are no part of the subset: "&copy;" is what was typed.
        String rendered = RENDERER.render(PARSER.parse(ENTITY.matcher(text).replaceAll("&amp;$1")));
        return Jsoup.clean(rendered, "", ALLOWED, new Document.OutputSettings().prettyPrint(false));
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

    /** An image would be fetched from elsewhere by everyone who reads. */
    private record ImageAsTyped(HtmlNodeRendererContext context) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Image.class);
        }

        @Override
        public void render(Node node) {
            context.getWriter().text("![");
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
            context.getWriter().text("](%s)".formatted(((Image) node).getDestination()));
        }
    }
}
