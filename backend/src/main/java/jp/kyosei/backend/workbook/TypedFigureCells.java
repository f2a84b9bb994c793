package jp.kyosei.backend.workbook;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.collection.entry.TypedCell;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.figure.TypedFigure;
import jp.kyosei.backend.figure.TypedFigureParser;
import jp.kyosei.backend.text.Quote;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.backend.text.TextReading;

/** Makes one typed cell, as the screen has it, of the seven columns in which the workbook takes a figure. */
final class TypedFigureCells {
    private TypedFigureCells() {}

    /** What was made of them. */
    sealed interface Made {}

    /** One cell; what is in it is read as on screen. */
    record One(TypedCell cell) implements Made {}

    /** They do not go together. */
    record Wrong(EntryField field, String message) implements Made {}

    static Made of(Map<EntryField, String> texts) {
        String value = text(texts, EntryField.VALUE);
        String numerator = text(texts, EntryField.NUMERATOR);
        String denominator = text(texts, EntryField.DENOMINATOR);
        String missing = text(texts, EntryField.MISSING);
        String explanation = text(texts, EntryField.EXPLANATION);
        String year = text(texts, EntryField.REFERENCE_YEAR);
        String note = text(texts, EntryField.NOTE);
        boolean ratio = !numerator.isEmpty() || !denominator.isEmpty();
        if (!missing.isEmpty() && (ratio || !value.isEmpty())) {
            return new Wrong(EntryField.MISSING, "数値と「実績のない理由」の両方が入っています。どちらか一方にしてください。");
        }
        if (ratio && !value.isEmpty()) {
            return new Wrong(EntryField.VALUE, "「実績値」と「分子」「分母」の両方が入っています。割合は分子と分母から計算しますので、「実績値」を空にしてください。");
        }
        if (ratio && denominator.isEmpty()) {
            return new Wrong(EntryField.DENOMINATOR, "「分子」だけが入っています。「分母」も入れてください。");
        }
        if (ratio && numerator.isEmpty()) {
            return new Wrong(EntryField.NUMERATOR, "「分母」だけが入っています。「分子」も入れてください。");
        }
        if (!explanation.isEmpty() && missing.isEmpty() && (ratio || isFigure(value))) {
            return new Wrong(EntryField.EXPLANATION, "数値があるときは、「理由の説明」ではなく「注」に書いてください。");
        }
        if (!explanation.isEmpty() && missing.isEmpty() && value.isEmpty()) {
            return new Wrong(EntryField.MISSING, "「理由の説明」がありますが、「実績のない理由」が空です。一覧から選んでください。");
        }
        String words = Stream.of(explanation, note)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("、"));
        switch (TextKind.FIGURE_NOTE.read(words)) {
            case TextReading.Good good -> {
                // As it should be.
            }
            case TextReading.TooLong(int most, int length) -> {
                return new Wrong(
                        note.isEmpty() ? EntryField.EXPLANATION : EntryField.NOTE,
                        "%,d 字までです。いま %,d 字あります。長い説明は「進捗状況・成果」に書いてください。".formatted(most, length));
            }
            case TextReading.Wrong wrong -> {
                EntryField field = note.isEmpty() ? EntryField.EXPLANATION : EntryField.NOTE;
                return new Wrong(field, wrong.message(EntryField.plain(field.head())));
            }
        }
        if (!year.isEmpty() && FiscalYear.parse(year).isEmpty()) {
            return new Wrong(
                    EntryField.REFERENCE_YEAR, "値の年度「%s」を読み取れません。「令和4年度」「H28」のように入れてください。".formatted(Quote.of(year)));
        }
        if (!year.isEmpty() && value.isEmpty() && !ratio) {
            return new Wrong(EntryField.REFERENCE_YEAR, "数値がないときは、「値の年度」を空にしてください。");
        }
        if (!missing.isEmpty()) {
            return reason(missing)
                    .<Made>map(reason -> new One(new TypedCell(reason, "", words)))
                    .orElseGet(() -> new Wrong(
                            EntryField.MISSING,
                            "「%s」は一覧にない理由です。%s から選び、事情は「理由の説明」に書いてください。".formatted(Quote.of(missing), labels())));
        }
        if (!ratio) {
            return !words.isEmpty() && value.isEmpty()
                    ? new Wrong(EntryField.VALUE, "「注」だけが入っています。実績値か、「実績のない理由」を入れてください。")
                    : new One(new TypedCell(value, year, words));
        }
        for (EntryField field : new EntryField[] {EntryField.NUMERATOR, EntryField.DENOMINATOR}) {
            String part = text(texts, field);
            if (!isFigure(part)) {
                return new Wrong(field, "「%s」を数値として読み取れません。数値だけを入れてください。".formatted(Quote.of(part)));
            }
        }
        return new One(new TypedCell(numerator + "/" + denominator, year, words));
    }

    private static boolean isFigure(String text) {
        return TypedFigureParser.parse(text) instanceof TypedFigure.Figure figure
                && figure.measured() instanceof Observed.Value;
    }

    /** The label, or the words that the parser of the screen reads as one of the reasons. */
    private static Optional<String> reason(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        for (MissingReason reason : MissingReason.values()) {
            if (reason.label().equals(plain)) {
                return Optional.of(plain);
            }
        }
        return TypedFigureParser.parse(typed) instanceof TypedFigure.NoFigure ? Optional.of(typed) : Optional.empty();
    }

    private static String labels() {
        return Stream.of(MissingReason.values())
                .map(reason -> "「%s」".formatted(reason.label()))
                .collect(Collectors.joining());
    }

    private static String text(Map<EntryField, String> texts, EntryField field) {
        return texts.getOrDefault(field, "").strip();
    }
}
