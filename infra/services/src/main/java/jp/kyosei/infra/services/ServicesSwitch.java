package jp.kyosei.infra.services;

import java.util.Locale;

/** Where local services run: the one switch {@code KYOSEI_SERVICES} (system property or environment variable). */
public enum ServicesSwitch {
    /** Child processes of this JVM. */
    EMBEDDED,
    /** Docker, through Testcontainers. */
    CONTAINERS;

    private static final String NAME = "KYOSEI_SERVICES";

    /**
     * What is asked for; {@code auto}, the default, means containers where a Docker daemon answers and has the images or can
     * pull them.
     */
    public static ServicesSwitch chosen() {
        String wish = setting().toLowerCase(Locale.ROOT);
        return switch (wish) {
            case "embedded" -> EMBEDDED;
            case "containers" -> CONTAINERS;
            case "auto", "" -> ContainerImages.areAtHand() ? CONTAINERS : EMBEDDED;
            default -> throw new ServiceException(NAME + " must be embedded, containers or auto, not " + wish);
        };
    }

    private static String setting() {
        String property = System.getProperty(NAME);
        if (property != null) {
            return property;
        }
        String variable = System.getenv(NAME);
        return variable == null ? "" : variable;
    }
}
