package jp.kyosei.backend.understanding.heading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.kyosei.backend.understanding.year.YearWords;
import org.jspecify.annotations.Nullable;

/** The words of {@code words.tsv}, found in texts: from left to right, the longest that fits. */
final class Vocabulary {
    private static final String FILE = "words.tsv";
    private static final Vocabulary STANDARD = read();

    private final Map<String, List<Word>> byFirst = new HashMap<>();

    /** Where in a text a word may stand. */
    enum Scope {
        ANYWHERE,
        BRACKET,
        WHOLE
    }

    /**
     * A word.
     *
     * @param weight how sure it is of its sense, from 0 to 1
     */
    record Word(Sense sense, double weight, Scope scope, String text) {}

    /**
     * A word found.
     *
     * @param start where it begins
     */
    record Found(Word word, int start) {
        int end() {
            return start + word.text().length();
        }
    }

    static Vocabulary standard() {
        return STANDARD;
    }

    /** All words, for those who check them. */
    List<Word> words() {
        return byFirst.values().stream().flatMap(List::stream).toList();
    }

    /**
     * The words of a text.
     *
     * @param text folded, with □ for its years
     * @param isBracket whether it stood in brackets
     */
    List<Found> in(String text, boolean isBracket) {
        List<Found> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            Word word = longest(text, at, isBracket);
            if (word == null) {
                at++;
            } else {
                found.add(new Found(word, at));
                at += word.text().length();
            }
        }
        return found;
    }

    private @Nullable Word longest(String text, int at, boolean isBracket) {
        Word best = null;
        for (Word word : byFirst.getOrDefault(text.substring(at, at + 1), List.of())) {
            if (text.startsWith(word.text(), at)
                    && fits(word, text, at, isBracket)
                    && (best == null || word.text().length() > best.text().length())) {
                best = word;
            }
        }
        return best;
    }

    private static boolean fits(Word word, String text, int at, boolean isBracket) {
        boolean whole = bare(text).equals(word.text());
        return switch (word.scope()) {
                    case WHOLE -> whole && !isBracket;
                    case BRACKET -> whole || (isBracket && text.equals(word.text()));
                    case ANYWHERE -> true;
                }
                && standsAlone(word.text(), text, at);
    }

    /** The text without its years and what papers put beside them. */
    private static String bare(String text) {
        return text.replaceAll("[□()\\[\\]【】、,.・:：_*-]|(?:年度)?末(?:現在|時点)?$", "");
    }

    /** Latin words are no parts of longer ones: rate of strategy. */
    private static boolean standsAlone(String word, String text, int at) {
        return !isLatin(word.charAt(0))
                || ((at == 0 || !isLatin(text.charAt(at - 1)))
                        && (at + word.length() >= text.length()
                                || !isLatin(word.charAt(word.length() - 1))
                                || !isLatin(text.charAt(at + word.length()))));
    }

    private static boolean isLatin(char letter) {
        return letter >= 'a' && letter <= 'z';
    }

    private static Vocabulary read() {
        Vocabulary vocabulary = new Vocabulary();
        try (InputStream file = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (String line : lines.lines().toList()) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    vocabulary.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return vocabulary;
    }

    private void add(String line) {
        String[] columns = line.split("\t", -1);
        Sense sense = Sense.valueOf(columns[0]);
        double weight = Double.parseDouble(columns[1]);
        for (String written : columns[2].split(" ", -1)) {
            Scope scope =
                    written.startsWith("=") ? Scope.WHOLE : written.startsWith("(") ? Scope.BRACKET : Scope.ANYWHERE;
            String text = YearWords.folded(scope == Scope.ANYWHERE ? written : written.substring(1));
            byFirst.computeIfAbsent(text.substring(0, 1), first -> new ArrayList<>())
                    .add(new Word(sense, weight, scope, text));
        }
    }
}
