package jp.kyosei.backend.figure;

import java.util.regex.Pattern;

/**
 * How figures below zero are printed: △13,809 for people, on papers and screens, as offices in Japan write them; −13,809 as
 * {@code -13,809} in data, that programs read.
 */
public final class Minus {
    /** What stands before a figure below zero on papers and screens. */
    public static final String SIGN = "△";

    private static final Pattern BELOW_ZERO = Pattern.compile("(?<![\\p{L}\\p{N}.,)）/-])-(?=\\d)");

    private Minus() {}

    /** A printed figure, or words that hold some, as people read it. A range such as 3-4 and a day are left alone. */
    public static String shown(String printed) {
        return printed.indexOf('-') < 0 ? printed : BELOW_ZERO.matcher(printed).replaceAll(SIGN);
    }
}
