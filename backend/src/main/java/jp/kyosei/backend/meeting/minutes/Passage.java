package jp.kyosei.backend.meeting.minutes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of minutes: what a member proposes to be said otherwise.
 *
 * @param mark what stands before the words and stays: the sign of a heading, an item, a decision; may be empty
 * @param words the line without it
 */
public record Passage(String mark, String words) {
    private static final Pattern LINE =
            Pattern.compile("(?<mark>\\s*(?:#{1,6}\\s+|[-*+]\\s+|\\d{1,9}[.)]\\s+|>\\s*)*)(?<words>.*)");

    /** All that say something, in their order. */
    static List<Passage> of(String minutes) {
        return minutes.lines()
                .map(Passage::line)
                .filter(one -> !one.words().isEmpty())
                .toList();
    }

    private static Passage line(String line) {
        Matcher found = LINE.matcher(line.stripTrailing());
        return found.matches() ? new Passage(found.group("mark"), found.group("words")) : new Passage("", line.strip());
    }

    /**
     * The minutes with other words in a passage, which keeps its mark; without words the line goes.
     *
     * @param words of the passage, as in {@link #words}
     * @return empty if no line or several have these words
     */
    static Optional<String> replaced(String minutes, String words, String by) {
        List<String> lines = new ArrayList<>(minutes.lines().toList());
        List<Integer> found = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            if (line(lines.get(index)).words().equals(words)) {
                found.add(index);
            }
        }
        if (found.size() != 1) {
            return Optional.empty();
        }
        int at = found.getFirst();
        if (by.isBlank()) {
            lines.remove(at);
        } else {
            lines.set(at, line(lines.get(at)).mark() + by.strip());
        }
        return Optional.of(String.join("\n", lines) + (minutes.endsWith("\n") ? "\n" : ""));
    }

    /** How many lines have these words. */
    static long count(String minutes, String words) {
        return minutes.lines().filter(one -> line(one).words().equals(words)).count();
    }
}
