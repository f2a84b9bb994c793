package jp.kyosei.backend.importing.comparing;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.actual.narrative.NarrativeText;
import jp.kyosei.backend.actual.record.PublishedRecord;
import jp.kyosei.backend.figure.FigureFormat;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.figure.Observed;
import org.jspecify.annotations.Nullable;

/** Says figures, texts and records in words, and whether two say the same. */
public final class FigureWords {
    private static final int SHOWN = 60;

    private FigureWords() {}

    /** 38,806(H28), 530/802, コロナのため中止. */
    static String of(Observation observation) {
        FiscalYear reference = observation.referenceYear();
        String year = reference == null ? "" : "(%s)".formatted(reference.shortLabel());
        String words = observation.note().isEmpty() ? "" : "(%s)".formatted(observation.note());
        return printed(observation.observed()) + year + words;
    }

    private static String printed(Observed observed) {
        return switch (observed) {
            case Observed.Value(BigDecimal value) -> FigureFormat.asEntered(value);
            case Observed.Ratio(BigDecimal numerator, BigDecimal denominator) ->
                FigureFormat.asEntered(numerator) + "/" + FigureFormat.asEntered(denominator);
            case Observed.Missing missing -> missing.text();
        };
    }

    static String of(NarrativeText text) {
        String all = Stream.of(text.progress(), text.outlook(), text.initiatives())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" ／ "))
                .replaceAll("\\s+", " ");
        return all.codePointCount(0, all.length()) <= SHOWN
                ? all
                : all.substring(0, all.offsetByCodePoints(0, SHOWN)) + "…";
    }

    static String of(PublishedRecord published) {
        BigDecimal target = published.target();
        return Stream.of(
                        named("達成度", published.grade()),
                        named("進捗率", published.rate()),
                        named("対前年", published.change()),
                        named("目標値", target == null ? null : FigureFormat.asEntered(target)))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("、"));
    }

    private static String named(String name, @Nullable String value) {
        return value == null ? "" : name + " " + value;
    }

    /** Whether two are the same to the last digit: 57.0 is not 57; the words beside them are another question. */
    static boolean isEqual(Observation one, Observation other) {
        return one.observed().equals(other.observed()) && Objects.equals(one.referenceYear(), other.referenceYear());
    }

    /** Whether a paper would print two alike: 57.0 as 57, a reason by its words, whatever its code. */
    static boolean printedAlike(Observation one, Observation other) {
        boolean figures =
                switch (one.observed()) {
                    case Observed.Value(BigDecimal value) ->
                        other.observed() instanceof Observed.Value(BigDecimal second) && value.compareTo(second) == 0;
                    case Observed.Ratio(BigDecimal numerator, BigDecimal denominator) ->
                        other.observed() instanceof Observed.Ratio(BigDecimal top, BigDecimal bottom)
                                && numerator.compareTo(top) == 0
                                && denominator.compareTo(bottom) == 0;
                    case Observed.Missing missing ->
                        other.observed() instanceof Observed.Missing second
                                && missing.text().equals(second.text());
                };
        return figures && Objects.equals(one.referenceYear(), other.referenceYear());
    }

    /** Whether a paper would print the same of both. */
    public static boolean isEqual(PublishedRecord one, PublishedRecord other) {
        BigDecimal target = one.target();
        BigDecimal second = other.target();
        return Objects.equals(one.grade(), other.grade())
                && Objects.equals(one.rate(), other.rate())
                && Objects.equals(one.change(), other.change())
                && (target == null ? second == null : second != null && target.compareTo(second) == 0);
    }
}
