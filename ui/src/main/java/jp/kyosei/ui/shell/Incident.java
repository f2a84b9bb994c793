package jp.kyosei.ui.shell;

import java.security.SecureRandom;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A failure that nobody foresaw: the log gets the cause, the person a number that finds it there. */
final class Incident {
    private static final Logger LOG = LoggerFactory.getLogger(Incident.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private Incident() {}

    static String log(Throwable cause, String where) {
        String number = String.format(Locale.ROOT, "%08X", RANDOM.nextInt());
        LOG.error("Incident {} at {}", number, where, cause);
        return number;
    }
}
