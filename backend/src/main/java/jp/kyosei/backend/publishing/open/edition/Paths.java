package jp.kyosei.backend.publishing.open.edition;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** The addresses below {@code /open/}: kept in plain characters, encoded where they are written. */
public final class Paths {
    private static final String ROOT = "/open/";

    private Paths() {}

    public static String plan(String plan) {
        return "plans/" + plan;
    }

    public static String year(String plan, int year) {
        return plan(plan) + "/" + year;
    }

    /** A slash in a number would be another step of the address. */
    public static String indicator(String plan, int year, String no) {
        return year(plan, year) + "/indicators/" + no.replace('/', '_');
    }

    /** The figures of one town. */
    public static String town(String plan, int year, String code) {
        return year(plan, year) + "/towns/" + code;
    }

    /** What is published of a meeting. */
    public static String meeting(String plan, UUID meeting) {
        return plan(plan) + "/meetings/" + meeting;
    }

    /** The revisions of a year, and what they corrected. */
    public static String versions(String plan, int year) {
        return year(plan, year) + "/versions";
    }

    /**
     * The feed of an owner.
     *
     * @param owner as {@link Head#owner}; empty for that of everybody
     */
    public static String feed(String owner) {
        return owner.isEmpty() ? "feed.atom" : owner + "/feed.atom";
    }

    /** As a link or a catalogue writes it, from the server's root. */
    public static String href(String path) {
        return ROOT
                + Arrays.stream(path.split("/", -1))
                        .map(step ->
                                URLEncoder.encode(step, StandardCharsets.UTF_8).replace("+", "%20"))
                        .collect(Collectors.joining("/"));
    }
}
