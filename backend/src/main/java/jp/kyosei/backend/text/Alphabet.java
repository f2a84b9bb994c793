package jp.kyosei.backend.text;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which characters texts hold.
 *
 * <p>Refused is what is no text and would break what is made of it: NUL and other control characters (no XML holds them), half
 * surrogates, noncharacters. It is not left out silently, for where it stands something else was lost.
 *
 * <p>Left out is what nobody sees and comes along when something is copied from elsewhere: byte order marks, spaces of no
 * width, soft hyphens, tags; in names and other short texts also the marks that turn the direction of writing, by which one
 * name is made to look like another. A note or a narrative is kept as it was written: there they turn nothing but the
 * paragraph itself. Joiners and variation selectors stay: they make emoji and the variants of names. Letters of private use
 * stay: municipalities keep gaiji there.
 *
 * <p>Composed is what was written in two, as か with ゛ in files from macOS. Compatibility ideographs stay as they are although
 * Unicode's NFC would replace them: 塚 (U+FA10) is how somebody's name is written.
 */
final class Alphabet {
    /** Their canonical form is another ideograph. */
    private static final Pattern COMPATIBILITY_IDEOGRAPHS = Pattern.compile("[\\uF900-\\uFAFF\\x{2F800}-\\x{2FA1F}]+");

    private Alphabet() {}

    /**
     * With LF for every end of a line, without what nobody sees, composed.
     *
     * @param asWritten whether marks that turn the direction of writing stay
     */
    static String cleaned(String given, boolean asWritten) {
        StringBuilder text = new StringBuilder(given.length());
        for (int at = 0; at < given.length(); ) {
            int letter = given.codePointAt(at);
            at += Character.charCount(letter);
            if (letter == '\r' && at < given.length() && given.charAt(at) == '\n') {
                continue;
            }
            if (endsLine(letter)) {
                text.append('\n');
            } else if (!isUnseen(letter) && (asWritten || !turns(letter))) {
                text.appendCodePoint(letter);
            }
        }
        return composed(text.toString());
    }

    /** Where the first character stands that is none, as an index; -1 where there is none. */
    static int firstNoText(String text) {
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            if (isNoText(letter)) {
                return at;
            }
            at += Character.charCount(letter);
        }
        return -1;
    }

    private static boolean isNoText(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL -> letter != '\n' && letter != '\t';
            case Character.SURROGATE -> true;
            default -> (letter & 0xFFFE) == 0xFFFE || (letter >= 0xFDD0 && letter <= 0xFDEF);
        };
    }

    /** The ways in which systems and programs end a line; Word and PowerPoint use U+000B within a paragraph. */
    private static boolean endsLine(int letter) {
        return switch (letter) {
            case '\r', 0x0B, '\f', 0x85, 0x2028, 0x2029 -> true;
            default -> false;
        };
    }

    private static boolean isUnseen(int letter) {
        return switch (letter) {
            case 0x00AD, 0x180E, 0x200B, 0xFEFF -> true;
            default ->
                (letter >= 0x2060 && letter <= 0x2065)
                        || (letter >= 0x206A && letter <= 0x206F)
                        || (letter >= 0xFFF9 && letter <= 0xFFFC)
                        || (letter >= 0xE0000 && letter <= 0xE007F);
        };
    }

    private static boolean turns(int letter) {
        return letter == 0x061C
                || (letter >= 0x200E && letter <= 0x200F)
                || (letter >= 0x202A && letter <= 0x202E)
                || (letter >= 0x2066 && letter <= 0x2069);
    }

    static String composed(String text) {
        if (Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            return text;
        }
        StringBuilder composed = new StringBuilder(text.length());
        Matcher kept = COMPATIBILITY_IDEOGRAPHS.matcher(text);
        int from = 0;
        while (kept.find()) {
            composed.append(Normalizer.normalize(text.substring(from, kept.start()), Normalizer.Form.NFC))
                    .append(kept.group());
            from = kept.end();
        }
        return composed.append(Normalizer.normalize(text.substring(from), Normalizer.Form.NFC))
                .toString();
    }
}
