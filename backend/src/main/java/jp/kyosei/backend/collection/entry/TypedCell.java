package jp.kyosei.backend.collection.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.evaluation.Consolidation;
import jp.kyosei.backend.figure.FigureFormat;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.figure.TypedFigure;
import jp.kyosei.backend.figure.TypedFigureParser;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.backend.text.TextReading;
import org.jspecify.annotations.Nullable;

/**
 * What a person types into the three fields of a cell: the figure or the reason, the year that it is really of, and words
 * beside it. The three are one entry: what is stored of a cell is always all of it, and a field left blank is blank
 * afterwards. Where only some of the fields are typed anew, {@link #with} says what becomes of the others.
 */
public record TypedCell(String value, String referenceYear, String note) {
    private static final int LONGEST_YEAR = 20;
    private static final String NOTE_TOO_LONG =
            "注・理由は %d 字までです。長い説明は「進捗状況・成果」に書いてください。".formatted(TextKind.FIGURE_NOTE.most());

    public static final TypedCell EMPTY = new TypedCell("", "", "");

    /**
     * What was typed anew into a cell.
     *
     * @param value the figure or the reason; none where it was left alone, blank where it was emptied
     * @param referenceYear likewise
     * @param note likewise
     */
    public record Edited(
            @Nullable String value,
            @Nullable String referenceYear,
            @Nullable String note) {}

    /** What was made of the fields. */
    public sealed interface Reading {}

    /**
     * Understood.
     *
     * @param observation none where the cell is to be empty
     * @param hint how it was read, where that is not what was typed letter by letter; may be empty
     */
    public record Understood(@Nullable Observation observation, String hint) implements Reading {
        /** Words beside a measured figure; empty where there are none. */
        public String note() {
            return observation == null ? "" : observation.note();
        }
    }

    /** Not understood; the message says in Japanese what to type instead. */
    public record NotUnderstood(String message) implements Reading {}

    /** The fields as they stand for what is stored; read again, they give the same. */
    public static TypedCell of(@Nullable Actual stored) {
        if (stored == null) {
            return EMPTY;
        }
        FiscalYear reference = stored.observation().referenceYear();
        String year = reference == null ? "" : reference.shortLabel();
        return switch (stored.observation().observed()) {
            case Observed.Value plain -> new TypedCell(FigureFormat.asEntered(plain.value()), year, stored.note());
            case Observed.Ratio ratio ->
                new TypedCell(
                        FigureFormat.asEntered(ratio.numerator()) + "/" + FigureFormat.asEntered(ratio.denominator()),
                        year,
                        stored.note());
            case Observed.Missing missing -> new TypedCell(missing.reason().label(), year, missing.note());
        };
    }

    /**
     * This cell after some of its fields were typed anew. A year and words belong to the figure that they were written for: a
     * new figure begins a new entry, in which only what was typed with it stands.
     *
     * <table>
     * <caption>What becomes of each field; "typed" is blank where it was not typed</caption>
     * <tr><th>typed anew</th><th>value</th><th>reference year</th><th>note</th></tr>
     * <tr><td>another figure, ratio or reason</td><td>typed</td><td>typed</td><td>typed</td></tr>
     * <tr><td>the first figure, where only words stood</td><td>typed</td><td>typed, else stays</td>
     *     <td>typed, else stays</td></tr>
     * <tr><td>the value emptied</td><td>blank</td><td>typed</td><td>typed</td></tr>
     * <tr><td>the same figure once more (1,234 for 1234)</td><td>stays</td><td>typed, else stays</td>
     *     <td>typed, else stays</td></tr>
     * <tr><td>the reference year only</td><td>stays</td><td>typed</td><td>stays</td></tr>
     * <tr><td>the note only</td><td>stays</td><td>stays</td><td>typed</td></tr>
     * </table>
     *
     * The entry matrix shows the same while a person types ({@code typedOver} of {@code collection/entry.ts}).
     */
    public TypedCell with(Edited edited, Indicator indicator) {
        String typed = edited.value();
        if (typed != null && !saysTheSame(typed, indicator.unit())) {
            boolean first = value.isBlank();
            return new TypedCell(
                    typed,
                    or(edited.referenceYear(), first ? referenceYear : ""),
                    or(edited.note(), first ? note : ""));
        }
        return new TypedCell(value, or(edited.referenceYear(), referenceYear), or(edited.note(), note));
    }

    private static String or(@Nullable String typed, String otherwise) {
        return typed == null ? otherwise : typed;
    }

    private boolean saysTheSame(String typed, String unit) {
        return typed.strip().equals(value.strip())
                || (TypedFigureParser.parse(typed, unit) instanceof TypedFigure.Figure figure
                        && figure.equals(TypedFigureParser.parse(value, unit)));
    }

    /** Reads the fields for an indicator. */
    public Reading read(Indicator indicator) {
        return switch (TextKind.TYPED_FIGURE.read(value)) {
            case TextReading.Wrong wrong -> new NotUnderstood(wrong.message("実績"));
            case TextReading.Good(String figure) ->
                switch (TextKind.FIGURE_NOTE.read(note)) {
                    case TextReading.TooLong tooLong -> new NotUnderstood(NOTE_TOO_LONG);
                    case TextReading.Wrong wrong -> new NotUnderstood(wrong.message("注・理由"));
                    case TextReading.Good(String words) ->
                        within(new TypedCell(figure, TextKind.cleaned(referenceYear), words).readClean(indicator));
                };
        };
    }

    /** The words of both fields together are the note that is kept. */
    private static Reading within(Reading read) {
        if (!(read instanceof Understood understood)) {
            return read;
        }
        Observation found = understood.observation();
        String words = found == null ? "" : found.words();
        return words.codePointCount(0, words.length()) > TextKind.FIGURE_NOTE.most()
                ? new NotUnderstood(NOTE_TOO_LONG)
                : read;
    }

    private Reading readClean(Indicator indicator) {
        if (referenceYear.strip().length() > LONGEST_YEAR) {
            return new NotUnderstood("値の年度を読み取れません。H28、R4、令和4年度 のように入力してください。");
        }
        Optional<FiscalYear> year = FiscalYear.parse(referenceYear);
        if (!referenceYear.isBlank() && year.isEmpty()) {
            return new NotUnderstood("値の年度「%s」を読み取れません。H28、R4、令和4年度 のように入力してください。".formatted(referenceYear.strip()));
        }
        return switch (TypedFigureParser.parse(value, indicator.unit())) {
            case TypedFigure.Blank blank ->
                note.isBlank() && referenceYear.isBlank()
                        ? new Understood(null, "")
                        : new NotUnderstood("実績の欄が空です。数値か、「中止」「未実施」などの理由を入力してください。");
            case TypedFigure.NotUnderstood(String typed, String message) -> new NotUnderstood(message);
            case TypedFigure.NoFigure(Observed.Missing missing) -> missing(missing);
            case TypedFigure.Figure figure -> figure(indicator, figure, year.orElse(null));
        };
    }

    private Reading missing(Observed.Missing missing) {
        if (!referenceYear.isBlank()) {
            return new NotUnderstood("数値がないときは、値の年度を空にしてください。");
        }
        String words = joined(missing.note(), note);
        String hint = missing.reason().isNamedBy(value.strip()) ? "" : hint(missing.reason());
        return new Understood(Observation.of(new Observed.Missing(missing.reason(), words)), hint);
    }

    private static String hint(MissingReason reason) {
        return "数値なし（%s）として読みました".formatted(reason.label());
    }

    private Reading figure(Indicator indicator, TypedFigure.Figure figure, @Nullable FiscalYear given) {
        FiscalYear inBrackets = figure.referenceYear();
        if (given != null && inBrackets != null && !given.equals(inBrackets)) {
            return new NotUnderstood("値の年度が、（ ）の中は %s、値の年度の欄は %s です。どちらかを消してください。"
                    .formatted(inBrackets.shortLabel(), given.shortLabel()));
        }
        FiscalYear reference = inBrackets == null ? given : inBrackets;
        List<String> hints = new ArrayList<>();
        String printed = of(figure.measured());
        if (!plain(value).equals(plain(printed)) || !value.strip().equals(toHalfWidth(value.strip()))) {
            hints.add("%s と読みました".formatted(printed));
        }
        if (inBrackets != null) {
            hints.add("（ ）の中を値の年度に移しました");
        }
        if (!figure.note().isEmpty()) {
            hints.add("「%s」を注に移しました".formatted(figure.note()));
        }
        if (indicator.consolidation() == Consolidation.RATIO_OF_SUMS && figure.measured() instanceof Observed.Value) {
            hints.add("分子/分母（例 361/861）で入力すると、圏域の割合を正しく合算できます");
        }
        return new Understood(
                new Observation(figure.measured(), reference, joined(figure.note(), note)), String.join("。", hints));
    }

    private static String of(Observed.Measured measured) {
        return switch (measured) {
            case Observed.Value plain -> FigureFormat.asEntered(plain.value());
            case Observed.Ratio ratio ->
                FigureFormat.asEntered(ratio.numerator()) + "/" + FigureFormat.asEntered(ratio.denominator());
        };
    }

    /** Without thousands separators and spaces, which are nobody's concern. */
    private static String plain(String text) {
        return text.replaceAll("[,\\s]", "");
    }

    private static String toHalfWidth(String text) {
        return text.codePoints()
                .map(letter -> letter >= '！' && letter <= '～' ? letter - '！' + '!' : letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Both, the same words only once. */
    private static String joined(String one, String other) {
        return Stream.of(one.strip(), other.strip())
                .filter(words -> !words.isEmpty())
                .distinct()
                .collect(Collectors.joining("、"));
    }
}
