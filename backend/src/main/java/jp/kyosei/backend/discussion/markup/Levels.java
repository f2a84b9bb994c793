package jp.kyosei.backend.discussion.markup;

import org.commonmark.node.BlockQuote;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;

/** How deeply a text is nested, as whoever wrote it would count: quotations, lists, emphasis, links and images. */
final class Levels {
    private Levels() {}

    /** The levels of the deepest place; walked without recursion, for it is asked before anything else walks. */
    static int of(Node document) {
        int deepest = 0;
        int level = 0;
        Node node = document;
        while (node != null) {
            level += counts(node);
            deepest = Math.max(deepest, level);
            Node next = node.getFirstChild();
            while (next == null && node != null) {
                level -= counts(node);
                next = node.equals(document) ? null : node.getNext();
                node = node.equals(document) ? null : node.getParent();
            }
            node = next;
        }
        return deepest;
    }

    private static int counts(Node node) {
        return switch (node) {
            case BlockQuote quote -> 1;
            case ListBlock list -> 1;
            case Emphasis emphasis -> 1;
            case StrongEmphasis strong -> 1;
            case Link link -> 1;
            case Image image -> 1;
            default -> 0;
        };
    }
}
