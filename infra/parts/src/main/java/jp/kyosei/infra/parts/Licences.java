package jp.kyosei.infra.parts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The licences that may be shipped, how parts spell them, and what is known of parts that say nothing themselves. All of
 * it stands in the lists beside this class, which people keep; nothing is guessed.
 */
final class Licences {
    /** Licences that ask for being named where the part is given away: NOTICE does. */
    private static final List<String> NAMED = List.of("LGPL-", "EPL-", "MPL-", "GPL-", "OFL-", "CDDL-");

    private final Map<String, String> spellings = new HashMap<>();
    private final Map<String, String> byHand = new HashMap<>();

    private Licences() {}

    static Licences read() {
        Licences licences = new Licences();
        for (List<String> line : lines("licences.txt")) {
            licences.spellings.put(spelled(line.getFirst()), line.getFirst());
            for (String spelling : line.subList(1, line.size())) {
                licences.spellings.put(spelled(spelling), line.getFirst());
            }
        }
        for (List<String> line : lines("said-by-hand.txt")) {
            licences.byHand.put(line.get(0), line.get(1));
        }
        return licences;
    }

    /** Parts that no build tool knows: what the browser is sent, and files such as fonts. */
    static List<Part> listed(String kind, String file) {
        List<Part> parts = new ArrayList<>();
        for (List<String> line : lines(file)) {
            parts.add(new Part(kind, line.get(0), line.get(1), List.of(line.get(2))));
        }
        return parts;
    }

    /** The lines of a list, cut at {@code |}; empty lines and those that begin with # are for people. */
    private static List<List<String>> lines(String file) {
        try (InputStream list = Licences.class.getResourceAsStream(file)) {
            if (list == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split("\\|")).stream()
                            .map(String::strip)
                            .toList())
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The part with its licences by their SPDX names; what could not be known goes into {@code faults}. */
    Part known(Part part, Map<String, String> faults) {
        @Nullable String said = byHand.get(part.key());
        List<String> spelled = said == null ? part.licences() : List.of(said.split(" OR "));
        if (spelled.isEmpty()) {
            faults.put(
                    part.key() + "@" + part.version(),
                    "says nothing of its licence; look, and say it in said-by-hand.txt");
        }
        List<String> found = new ArrayList<>();
        for (String spelling : spelled) {
            @Nullable String licence = spellings.get(spelled(spelling));
            if (licence == null) {
                faults.put(
                        part.key() + "@" + part.version(),
                        "“" + spelling
                                + "” is no licence of licences.txt; read it, then put it there or leave the part out");
            } else if (!found.contains(licence)) {
                found.add(licence);
            }
        }
        return part.under(found);
    }

    /** True where a licence, even one of several to choose from, wants the part to be named. */
    static boolean wantsNaming(Part part) {
        return part.licences().stream().anyMatch(licence -> NAMED.stream().anyMatch(licence::startsWith));
    }

    /** Parts by licence, for people. */
    static Map<String, List<Part>> byLicence(List<Part> parts) {
        Map<String, List<Part>> found = new TreeMap<>();
        for (Part part : parts) {
            found.computeIfAbsent(String.join(" or ", part.licences()), none -> new ArrayList<>())
                    .add(part);
        }
        return found;
    }

    private static String spelled(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
