package jp.kyosei.backend.people;

import java.util.Locale;
import java.util.regex.Pattern;

/** Plain mail addresses, of at most 254 characters: no names, comments, lists or line breaks. */
public final class MailAddress {
    private static final Pattern PLAIN =
            Pattern.compile("(?=.{3,254}$)[^\\s\\p{Cntrl}@,;:<>()\\\\\"\\[\\]]+@[^\\s\\p{Cntrl}@,;:<>()\\\\\"\\[\\]]+");

    private MailAddress() {}

    /** Whether it is one, without white space around it. */
    public static boolean isPlain(String address) {
        return PLAIN.matcher(address).matches();
    }

    /** As addresses are compared, without white space around it: nobody tells apart two that differ in case alone. */
    public static String lowerCase(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
