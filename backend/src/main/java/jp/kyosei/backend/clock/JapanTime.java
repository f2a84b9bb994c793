package jp.kyosei.backend.clock;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The one zone in which this product says what day and what time it is, wherever its server stands. */
public final class JapanTime {
    public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private JapanTime() {}

    /**
     * Prints moments as a clock in Japan shows them.
     *
     * @param pattern as {@link DateTimeFormatter} reads it; weekdays and eras are named in Japanese
     */
    public static DateTimeFormatter moments(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.JAPAN).withZone(ZONE);
    }
}
