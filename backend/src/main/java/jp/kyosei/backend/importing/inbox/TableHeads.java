package jp.kyosei.backend.importing.inbox;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.kyosei.backend.digest.Sha256;

/**
 * The heads of a table, each with its surroundings: its neighbours and the words of all heads. By these a head is known again
 * in the next edition of the same table, which has another year, and in no other table.
 */
final class TableHeads {
    private static final String YEAR = "□";
    private static final Pattern YEARS =
            Pattern.compile("(?:令和|平成|昭和|[令平昭]|(?<![a-z])[rhs]\\.?)?(?:元(?=年)|[0-9]+(?:[./-][0-9]+)*)(?:年度|年|月|日|末)*");
    /** What may stand beside a year without saying what the column holds. */
    private static final Pattern NO_WORDS = Pattern.compile("[\\p{P}\\p{S}]|現在|時点|年度|[末年月日a-z]");

    private final SortedMap<Integer, String> labels;

    /** @param labels what stands above each column, by its index */
    TableHeads(SortedMap<Integer, String> labels) {
        this.labels = labels;
    }

    /** By the column's index, what its head is remembered by; columns that could be taken for one another have none. */
    SortedMap<Integer, String> keys() {
        String words = new TreeSet<>(
                        labels.values().stream().map(TableHeads::withoutYears).toList())
                .stream().collect(Collectors.joining("\n"));
        Map<String, Long> alike = labels.values().stream()
                .collect(Collectors.groupingBy(TableHeads::withoutYears, Collectors.counting()));
        List<Integer> columns = List.copyOf(labels.keySet());
        SortedMap<Integer, String> keys = new TreeMap<>();
        for (int at = 0; at < columns.size(); at++) {
            String label = label(columns.get(at));
            String folded = withoutYears(label);
            // One year among others, and a head that says nothing but a year, are that year and no other.
            boolean isOfItsYear = alike.getOrDefault(folded, 0L) > 1
                    || NO_WORDS.matcher(folded).replaceAll("").isEmpty();
            String left = at == 0 ? "" : withoutYears(label(columns.get(at - 1)));
            String right = at == columns.size() - 1 ? "" : withoutYears(label(columns.get(at + 1)));
            keys.put(
                    columns.get(at),
                    Sha256.of(String.join("\n\n", words, left, isOfItsYear ? folded(label) : folded, right))
                            .hex());
        }
        Map<String, Integer> times = new HashMap<>();
        keys.values().forEach(key -> times.merge(key, 1, Integer::sum));
        keys.values().removeIf(key -> times.getOrDefault(key, 0) > 1);
        return keys;
    }

    private String label(int column) {
        return labels.getOrDefault(column, "");
    }

    private static String withoutYears(String label) {
        return YEARS.matcher(folded(label)).replaceAll(YEAR);
    }

    private static String folded(String label) {
        return Normalizer.normalize(label, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", "");
    }
}
