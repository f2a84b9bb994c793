package jp.kyosei.backend.tenancy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * What somebody who watches over the service has to see: the logger {@code kyosei.security}, one line of JSON for each event.
 * It says who, from where and at which address of the product; never what a thing holds, what was typed, or a token.
 */
public final class SecurityLog {
    /** Its name, by which the configuration finds it. */
    public static final String NAME = "kyosei.security";

    private static final Logger LOG = LoggerFactory.getLogger(NAME);
    private static final int LONGEST = 200;
    private static final String WHO = "who";
    private static final String FROM = "from";

    private SecurityLog() {}

    /** Somebody has logged in, or out. */
    public static void login(String event, String username, @Nullable String from) {
        of(LOG.atInfo(), event)
                .addKeyValue("who", inOneLine(username))
                .addKeyValue("from", inOneLine(from))
                .log();
    }

    /**
     * A login has come to nothing. Whose it was to be, Keycloak alone knows, and says so in its own log.
     *
     * @param reason a word, never what was sent
     */
    public static void loginRefused(String reason, @Nullable String from) {
        of(LOG.atWarn(), "login-refused")
                .addKeyValue("reason", inOneLine(reason))
                .addKeyValue("from", inOneLine(from))
                .log();
    }

    /** A request without a login, or with a token that is not acceptable. */
    public static void loginMissing(String method, String path, @Nullable String from) {
        of(LOG.atWarn(), "login-missing")
                .addKeyValue("method", inOneLine(method))
                .addKeyValue("path", inOneLine(path))
                .addKeyValue("from", inOneLine(from))
                .log();
    }

    /** Somebody who is known was refused, or has asked for what there is not, or not for them. */
    public static void accessRefused(String event, String who, String path, @Nullable String from) {
        of(LOG.atWarn(), event)
                .addKeyValue("who", inOneLine(who))
                .addKeyValue("path", inOneLine(path))
                .addKeyValue("from", inOneLine(from))
                .log();
    }

    /** The same, of somebody at a screen; the request says who it is by {@link #atScreen}. */
    public static void refusedAtScreen(String event, String what) {
        String who = MDC.get(WHO);
        if (who != null) {
            accessRefused(event, who, what, MDC.get(FROM));
        }
    }

    /** From now on this thread works for that person at a screen, until the result is closed. */
    public static Person atScreen(String username, @Nullable String from) {
        MDC.put(WHO, inOneLine(username));
        MDC.put(FROM, inOneLine(from));
        return () -> {
            MDC.remove(WHO);
            MDC.remove(FROM);
        };
    }

    /** For whom a thread works. */
    @FunctionalInterface
    public interface Person extends AutoCloseable {
        @Override
        void close();
    }

    /** Too many requests came from there, or from that person. */
    public static void turnedAway(String path, @Nullable String from) {
        of(LOG.atWarn(), "turned-away")
                .addKeyValue("path", inOneLine(path))
                .addKeyValue("from", inOneLine(from))
                .log();
    }

    /** Somebody reads what is other people's: their doings, their roles, all of an owner's. */
    public static void readsOfOthers(Actor actor, String what, @Nullable OwnerId owner) {
        of(LOG.atInfo(), "reads-of-others")
                .addKeyValue("who", inOneLine(actor.username()))
                .addKeyValue("what", what)
                .addKeyValue(
                        "owner",
                        Optional.ofNullable(owner)
                                .map(id -> id.value().toString())
                                .orElse(""))
                .log();
    }

    /** A role was given to somebody, or taken from them. */
    public static void role(String event, Actor actor, PersonId person, OwnerId owner, Role role) {
        of(LOG.atInfo(), event)
                .addKeyValue("who", inOneLine(actor.username()))
                .addKeyValue("person", person.value().toString())
                .addKeyValue("owner", owner.value().toString())
                .addKeyValue("role", role.name())
                .log();
    }

    private static LoggingEventBuilder of(LoggingEventBuilder builder, String event) {
        return builder.setMessage(event);
    }

    /** What a request brings is not to look like an entry of its own, nor to fill the log. */
    private static String inOneLine(@Nullable String text) {
        String line = (text == null ? "" : text).replaceAll("\\p{C}", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }
}
