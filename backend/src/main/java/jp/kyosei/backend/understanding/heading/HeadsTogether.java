package jp.kyosei.backend.understanding.heading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.ColumnMeaning;
import jp.kyosei.backend.understanding.year.YearWords;

/** What the heads of a table say of each other: which of 基準値 and 現状 is the newer, whether a forecast stands beside an actual. */
final class HeadsTogether {
    private static final int FEWEST_BARE_YEARS = 3;
    /** From the first year of most plans to their last. */
    private static final int PLAN_YEARS = 4;

    private static final Set<Sense> MAYBE_WANTED = EnumSet.of(Sense.FORECAST, Sense.MONEY, Sense.ONE_GROUP);
    private static final double TAKEN = 0.75;
    private static final double DOUBTFUL = 0.6;

    private static final Pattern WHOLE = Pattern.compile("(?:合計|総計|総数|全体|年計|計)$");

    private final HeadingReader reader;
    private final FiscalYear newest;
    private final SortedMap<Integer, HeadWords> words = new TreeMap<>();
    private final SortedMap<Integer, HeadingReading> readings = new TreeMap<>();

    HeadsTogether(HeadingReader reader, FiscalYear newest) {
        this.reader = reader;
        this.newest = newest;
    }

    SortedMap<Integer, HeadingReading> read(SortedMap<Integer, Heading> heads) {
        heads.forEach((key, head) -> {
            HeadWords said = reader.words(head, heads.values());
            words.put(key, said);
            readings.put(key, reader.read(head, said));
        });
        wholes(heads);
        severalBaselines();
        baselineAndCurrent();
        firstOfBareYears();
        figuresBesideActuals();
        leftOutAlone();
        return readings;
    }

    /** 計 beside 男 and 女 under a year is the year's figure; so is 令和5年度計 beside its months. */
    private void wholes(SortedMap<Integer, Heading> heads) {
        heads.forEach((key, head) -> {
            HeadWords said = Objects.requireNonNull(words.get(key));
            String last = YearWords.folded(head.parts().getLast());
            boolean parts = said.main() == null
                    && said.aside() == null
                    && WHOLE.matcher(last).find()
                    && heads.keySet().stream().anyMatch(other -> !other.equals(key) && isPartOf(heads, other, head));
            if (!parts) {
                return;
            }
            List<String> above = head.parts().subList(0, head.parts().size() - 1);
            String rest = WHOLE.matcher(head.parts().getLast()).replaceFirst("").strip();
            List<String> group = new ArrayList<>(above);
            if (!rest.isEmpty()) {
                group.add(rest);
            }
            if (group.isEmpty()) {
                return;
            }
            HeadingReading whole = reader.read(new Heading(group, head.below()), heads.values());
            if (whole.meaning().kind().holdsFigures()) {
                readings.put(key, whole);
            }
        });
    }

    /** Whether a head is of a part of what the other is of: under the same group, or by months. */
    private boolean isPartOf(SortedMap<Integer, Heading> heads, Integer key, Heading whole) {
        HeadWords said = Objects.requireNonNull(words.get(key));
        Sense sense = said.aside() == null ? null : said.aside().word().sense();
        List<String> parts = Objects.requireNonNull(heads.get(key)).parts();
        boolean sameGroup = parts.size() == whole.parts().size()
                && parts.subList(0, parts.size() - 1)
                        .equals(whole.parts().subList(0, whole.parts().size() - 1));
        return sense == Sense.PART_OF_YEAR || (sense == Sense.ONE_GROUP && sameGroup && parts.size() > 1);
    }

    private boolean isOf(Integer key, Sense sense) {
        HeadWords said = Objects.requireNonNull(words.get(key));
        return said.main() != null && said.main().word().sense() == sense && said.aside() == null;
    }

    private List<Integer> ofSense(Sense sense) {
        return words.keySet().stream().filter(key -> isOf(key, sense)).toList();
    }

    private HeadingReading reading(Integer key) {
        return Objects.requireNonNull(readings.get(key));
    }

    private boolean has(ColumnMeaning meaning) {
        return readings.values().stream().anyMatch(reading -> reading.meaning().equals(meaning) && !reading.isAsked());
    }

    private boolean hasKind(ColumnKind kind) {
        return readings.values().stream().anyMatch(reading -> reading.meaning().kind() == kind);
    }

    /** 計画策定時 and 中間見直し時: of several years the first is the baseline, of the others somebody has to say it. */
    private void severalBaselines() {
        List<Integer> bases = ofSense(Sense.BASE).stream()
                .filter(key -> reading(key).meaning().kind() == ColumnKind.BASELINE
                        && reading(key).meaning().year() != null)
                .sorted(Comparator.comparing(
                        key -> Objects.requireNonNull(reading(key).meaning().year())))
                .toList();
        for (Integer key : bases) {
            FiscalYear year = reading(key).meaning().year();
            if (!Objects.equals(year, reading(bases.getFirst()).meaning().year())) {
                HeadingReading before = reading(key);
                readings.put(
                        key,
                        before.as(
                                new ColumnMeaning(ColumnKind.ACTUAL, year),
                                DOUBTFUL,
                                before.because() + "（それより前の基準の値が別の列にある）"));
            }
        }
    }

    /** 基準値 beside 現状: the latter is the newest actual. Of two 現状, the earlier is the baseline. */
    private void baselineAndCurrent() {
        List<Integer> current = ofSense(Sense.CURRENT).stream()
                .filter(key -> reading(key).meaning().kind() == ColumnKind.BASELINE)
                .toList();
        boolean hasBase = ofSense(Sense.BASE).stream()
                .anyMatch(key -> reading(key).meaning().kind() == ColumnKind.BASELINE);
        if (current.isEmpty() || (!hasBase && current.size() == 1)) {
            return;
        }
        Optional<Integer> first = hasBase
                ? Optional.empty()
                : current.stream().min(Comparator.comparing(key -> Optional.ofNullable(
                                reading(key).meaning().year())
                        .map(FiscalYear::year)
                        .orElse(FiscalYear.FIRST)));
        for (Integer key : current) {
            if (first.filter(key::equals).isPresent()) {
                continue;
            }
            HeadingReading before = reading(key);
            FiscalYear year = before.meaning().year();
            ColumnMeaning actual = new ColumnMeaning(ColumnKind.ACTUAL, year);
            boolean doubled = has(new ColumnMeaning(ColumnKind.ACTUAL, year == null ? newest : year));
            readings.put(
                    key, before.as(actual, doubled ? DOUBTFUL : TAKEN, before.because() + "（基準の値が別の列にあるため、実績とみなす）"));
        }
    }

    /** Of a row of bare years without a column for the baseline, the first is the baseline if it lies before the plan's years. */
    private void firstOfBareYears() {
        List<Integer> bare = words.entrySet().stream()
                .filter(entry -> entry.getValue().bareYear()
                        && reading(entry.getKey()).meaning().kind() == ColumnKind.ACTUAL)
                .map(Map.Entry::getKey)
                .toList();
        if (hasKind(ColumnKind.BASELINE) || bare.size() < FEWEST_BARE_YEARS) {
            return;
        }
        Integer first = bare.getFirst();
        FiscalYear year = Objects.requireNonNull(reading(first).meaning().year());
        Optional<FiscalYear> target = readings.values().stream()
                .filter(reading -> reading.meaning().kind() == ColumnKind.TARGET)
                .flatMap(reading -> Optional.ofNullable(reading.meaning().year()).stream())
                .max(Comparator.naturalOrder());
        if (target.isPresent() && year.year() < target.get().year() - PLAN_YEARS) {
            readings.put(
                    first,
                    reading(first)
                            .as(
                                    new ColumnMeaning(ColumnKind.BASELINE, year),
                                    TAKEN,
                                    "年度だけの見出しの先頭「%s」が、目標の%sの5年より前だから"
                                            .formatted(
                                                    year.shortLabel(),
                                                    target.get().shortLabel())));
        }
    }

    /** 達成状況 with figures is the actual, unless that year has one. */
    private void figuresBesideActuals() {
        readings.replaceAll((key, reading) -> {
            boolean isGuess = reading.meaning().kind() == ColumnKind.ACTUAL
                    && (isOf(key, Sense.STATE) || isOf(key, Sense.WORDS) || isOf(key, Sense.CUMULATIVE));
            if (!isGuess) {
                return reading;
            }
            boolean doubled = readings.entrySet().stream()
                    .anyMatch(other -> !other.getKey().equals(key)
                            && !isOf(other.getKey(), Sense.STATE)
                            && other.getValue().meaning().equals(reading.meaning()));
            return doubled
                    ? reading.as(
                            new ColumnMeaning(ColumnKind.RATE, reading.meaning().year()),
                            DOUBTFUL,
                            reading.because() + "（同じ年度の実績が別の列にある）")
                    : reading;
        });
    }

    /** A forecast beside the actual of its year is left out; where it stands alone, somebody may want it. */
    private void leftOutAlone() {
        readings.replaceAll((key, reading) -> {
            HeadWords said = Objects.requireNonNull(words.get(key));
            boolean wanted = said.aside() != null
                    && MAYBE_WANTED.contains(said.aside().word().sense());
            if (!wanted || reading.alternatives().isEmpty()) {
                return reading;
            }
            ColumnMeaning otherwise = reading.alternatives().getFirst();
            FiscalYear year = otherwise.year();
            boolean isFigure = otherwise.kind().holdsFigures();
            boolean mayBeWanted = isFigure
                    && (year == null || year.compareTo(newest) <= 0 || otherwise.kind() == ColumnKind.TARGET)
                    && !has(otherwise)
                    && !(year == null && hasKind(otherwise.kind()));
            return mayBeWanted
                    ? new HeadingReading(reading.meaning(), DOUBTFUL, reading.because(), reading.alternatives())
                    : reading;
        });
    }
}
