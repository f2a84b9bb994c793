package jp.kyosei.backend.report.document;

import java.util.ArrayList;
import java.util.List;
import jp.kyosei.backend.discussion.markup.NoteMarkup;
import jp.kyosei.backend.report.paper.Paper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** 議事要旨 as a paper: its headings, paragraphs and lists, without the signs of their markup. */
public final class MinutesPaper {
    private final String title;
    private final List<Paper.Block> blocks = new ArrayList<>();

    private MinutesPaper(String title) {
        this.title = title;
    }

    /**
     * The paper.
     *
     * @param title what the paper is called; a first heading that says the same is not repeated
     * @param mark what stands at the upper right, such as 案; may be empty
     * @param markdown the minutes as they are stored
     */
    public static Paper of(String title, String mark, List<String> lines, String markdown) {
        MinutesPaper paper = new MinutesPaper(title);
        Jsoup.parseBodyFragment(NoteMarkup.minutesHtml(markdown))
                .body()
                .children()
                .forEach(paper::add);
        if (paper.blocks.isEmpty()) {
            paper.blocks.add(new Paper.Block.Words("まだ書かれていません。"));
        }
        return new Paper(title, mark, Paper.PageForm.A4_PORTRAIT, lines, paper.blocks);
    }

    private void add(Element element) {
        switch (element.normalName()) {
            case "h2" -> heading(1, element.text());
            case "h3" -> heading(1, element.text());
            case "h4" -> heading(2, element.text());
            case "ul", "ol" -> {
                List<String> items = new ArrayList<>();
                items(element, "", items);
                blocks.add(new Paper.Block.Bullets(items));
            }
            case "blockquote" -> element.children().forEach(this::add);
            default -> {
                String words = words(element);
                if (!words.isEmpty()) {
                    blocks.add(new Paper.Block.Words(words));
                }
            }
        }
    }

    private void heading(int level, String text) {
        if (!blocks.isEmpty() || !text.equals(title)) {
            blocks.add(new Paper.Block.Heading(level, text));
        }
    }

    /** What lies deeper stands further in, below that to which it belongs. */
    private static void items(Element list, String indent, List<String> items) {
        boolean counted = list.normalName().equals("ol");
        for (Element item : list.children()) {
            String words = words(item);
            items.add(
                    indent + (counted ? (item.elementSiblingIndex() + 1) + "．" : indent.isEmpty() ? "" : "― ") + words);
            item.children().stream()
                    .filter(child -> child.normalName().equals("ul")
                            || child.normalName().equals("ol"))
                    .forEach(child -> items(child, indent + "　", items));
        }
    }

    /** The words of an element and of what stands within its lines, but not of the lists in it. */
    private static String words(Element element) {
        StringBuilder words = new StringBuilder();
        append(words, element);
        return words.toString().strip();
    }

    private static void append(StringBuilder words, Node node) {
        for (Node child : node.childNodes()) {
            if (child instanceof TextNode text) {
                words.append(text.text());
            } else if (child instanceof Element inner) {
                switch (inner.normalName()) {
                    case "ul", "ol" -> {
                        // Lines of their own.
                    }
                    case "br" -> words.append('\n');
                    default -> append(words, inner);
                }
            }
        }
    }
}
