package jp.kyosei.backend.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody looks for: every word must be found, in any order. The one rule by which words are found, as the screens
 * have it: widths, letters' sizes, hiragana or katakana, kinds of dashes, middle dots and spaces are nobody's concern.
 */
public final class Wanted {
    /** A number as people write it out: No.9, №9, 第9, 9番. Only digits and what stands between them. */
    private static final Pattern WRITTEN_NUMBER =
            Pattern.compile("(?:no\\.?|番号|第)([0-9][0-9a-z.-]*)番?|([0-9][0-9a-z.-]*)番");

    private static final Pattern APART = Pattern.compile("(?i)(no\\.?|番号)[\\s\\u00A0]+(?=[0-9])");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern DASH = Pattern.compile("[ー‐‑‒–—―−]");
    private static final Pattern NOTHING = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}・]");

    private final List<String> words;

    /** @param most words beyond so many are not looked for */
    public Wanted(String text, int most) {
        String plain =
                APART.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("$1");
        this.words = Arrays.stream(SPACE.split(plain, -1))
                .map(Wanted::folded)
                .filter(word -> !word.isEmpty())
                .limit(most)
                .toList();
    }

    /** A text as it is compared. */
    public static String folded(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder kana = new StringBuilder(plain.length());
        plain.chars().forEach(letter -> kana.append((char) (letter >= 'ァ' && letter <= 'ヶ' ? letter - 0x60 : letter)));
        return NOTHING.matcher(DASH.matcher(kana).replaceAll("-")).replaceAll("");
    }

    /** Whether nothing is looked for. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /**
     * Whether something is what is looked for.
     *
     * @param number its own number, folded; one that is written out as such finds this number and those below it, not those
     *     that contain it
     * @param texts what it says, its number among it, folded
     */
    public boolean finds(String number, List<String> texts) {
        return words.stream().allMatch(word -> {
            String named = numberIn(word);
            return (!named.isEmpty() && (number.equals(named) || number.startsWith(named + "-")))
                    || texts.stream().anyMatch(text -> text.contains(word));
        });
    }

    /** How near it is: 0 the very number, 1 a number or 2 a name that begins so, 3 a name that holds it, 4 anything else. */
    public int rank(String number, String name) {
        String word = String.join("", words);
        String named = numberIn(word);
        String begin = named.isEmpty() ? word : named;
        if (number.equals(begin)) {
            return 0;
        }
        if (number.startsWith(begin)) {
            return 1;
        }
        return name.startsWith(word) ? 2 : words.stream().allMatch(name::contains) ? 3 : 4;
    }

    private static String numberIn(String word) {
        Matcher found = WRITTEN_NUMBER.matcher(word);
        return !found.matches() ? "" : found.group(1) != null ? found.group(1) : found.group(2);
    }
}
