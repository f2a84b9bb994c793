package jp.kyosei.backend.discussion.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/**
 * Emphasis as it is typed in Japanese. CommonMark wants a space or a sign beside {@code **} that lies at a bracket or a full
 * stop, and no space is written there: of {@code **「重点」**です} it leaves the stars.
 */
final class JapaneseEmphasis extends AbstractVisitor {
    private static final Pattern STRONG = Pattern.compile("\\*\\*(?![\\s*])([^*]+?)(?<!\\s)\\*\\*");

    private final List<Text> texts = new ArrayList<>();

    private JapaneseEmphasis() {}

    /** Marks up what the parser has left as it was typed. */
    static void in(Node document) {
        JapaneseEmphasis found = new JapaneseEmphasis();
        document.accept(found);
        found.texts.forEach(JapaneseEmphasis::markUp);
    }

    @Override
    public void visit(Text text) {
        if (text.getLiteral().contains("**")) {
            texts.add(text);
        }
    }

    private static void markUp(Text text) {
        String literal = text.getLiteral();
        Matcher strong = STRONG.matcher(literal);
        int end = 0;
        while (strong.find()) {
            put(text, literal.substring(end, strong.start()));
            StrongEmphasis emphasis = new StrongEmphasis("**");
            emphasis.appendChild(new Text(strong.group(1)));
            text.insertBefore(emphasis);
            end = strong.end();
        }
        text.setLiteral(literal.substring(end));
    }

    private static void put(Text before, String literal) {
        if (!literal.isEmpty()) {
            before.insertBefore(new Text(literal));
        }
    }
}
