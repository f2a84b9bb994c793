package jp.kyosei.backend.importing.reading;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.kyosei.backend.tenancy.MunicipalityCode;

/**
 * Takes a paper's block of words apart: 【進捗状況・成果】 and 【今後の取組等】, within each the municipalities in brackets.
 * The parts before the first municipality belong to all of them together.
 */
final class NarrativeBlock {
    private static final Pattern HEADING = Pattern.compile("【([^】]{1,40})】");
    private static final Pattern OUTLOOK = Pattern.compile("今後|取組|課題|方向|予定");

    /** Words by municipality; those of the whole owner under an empty key. */
    record Words(String progress, String outlook) {
        Words with(boolean isOutlook, String more) {
            return isOutlook ? new Words(progress, joined(outlook, more)) : new Words(joined(progress, more), outlook);
        }

        private static String joined(String first, String more) {
            return first.isEmpty() ? more : first + "\n" + more;
        }
    }

    private final Map<String, MunicipalityCode> codes;
    private final Optional<Pattern> towns;

    NarrativeBlock(Map<String, MunicipalityCode> codes) {
        this.codes = Map.copyOf(codes);
        this.towns = codes.isEmpty()
                ? Optional.empty()
                : Optional.of(Pattern.compile(codes.keySet().stream()
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|", "[(（【]\\s*(", ")\\s*[)）】]"))));
    }

    /** The words of each municipality, and of all together under an empty key. */
    SequencedMap<Optional<MunicipalityCode>, Words> split(String block) {
        SequencedMap<Optional<MunicipalityCode>, Words> found = new LinkedHashMap<>();
        boolean outlook = false;
        int from = 0;
        Matcher heading = HEADING.matcher(block);
        while (heading.find()) {
            if (codes.containsKey(heading.group(1).strip())) {
                continue;
            }
            byTown(block.substring(from, heading.start()), outlook, found);
            outlook = OUTLOOK.matcher(heading.group(1)).find()
                    && !heading.group(1).contains("進捗");
            from = heading.end();
        }
        byTown(block.substring(from), outlook, found);
        return found;
    }

    private void byTown(String text, boolean outlook, SequencedMap<Optional<MunicipalityCode>, Words> found) {
        Optional<MunicipalityCode> town = Optional.empty();
        int from = 0;
        if (towns.isPresent()) {
            Matcher name = towns.get().matcher(text);
            while (name.find()) {
                take(text.substring(from, name.start()), town, outlook, found);
                town = Optional.ofNullable(codes.get(name.group(1)));
                from = name.end();
            }
        }
        take(text.substring(from), town, outlook, found);
    }

    private static void take(
            String text,
            Optional<MunicipalityCode> town,
            boolean outlook,
            SequencedMap<Optional<MunicipalityCode>, Words> found) {
        String words = text.strip();
        if (!words.isEmpty()) {
            found.put(town, found.getOrDefault(town, new Words("", "")).with(outlook, words));
        }
    }
}
