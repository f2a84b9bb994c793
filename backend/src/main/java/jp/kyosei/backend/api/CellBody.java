package jp.kyosei.backend.api;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;
import jp.kyosei.backend.collection.CellEdit;
import jp.kyosei.backend.collection.TypedCell;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.FlatFigure;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.figure.WrongFigureException;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;
import org.jspecify.annotations.Nullable;

/**
 * An actual to be entered, in place of whatever stands there: exactly one of a value, a numerator with its denominator, a
 * reason why there is none, or a text as people type it. What is left out is empty afterwards, so to change only the note its
 * figure is sent, too.
 *
 * @param referenceYear the year that the figure is really of, where it is another
 * @param note words beside a figure; those beside a reason may stand here or in {@code missing}
 * @param reason why it is changed; required after confirmation
 */
@Serdeable
record CellBody(
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable MissingBody missing,
        @Nullable String typed,
        @Nullable Integer referenceYear,
        @Nullable String note,
        @Nullable String reason) {

    /** Why there is no figure. */
    @Serdeable
    record MissingBody(
            @Nullable MissingReason reason, @Nullable String note) {}

    CellEdit edit(String no, long expectedVersion) {
        return new CellEdit(no, content(), expectedVersion, Objects.requireNonNullElse(reason, ""));
    }

    private CellEdit.Content content() {
        long given = Stream.of(value, numerator == null ? denominator : numerator, missing, typed)
                .filter(Objects::nonNull)
                .count();
        if (given != 1) {
            throw new InvalidInputException(
                    "value", "value、numerator と denominator、missing、typed のどれか1つを指定してください。空にするときは DELETE を使ってください。");
        }
        String words = TypedText.checked(TextKind.FIGURE_NOTE, "note", "注", Objects.requireNonNullElse(note, ""));
        if (typed != null) {
            String year = referenceYear == null ? "" : year(referenceYear).shortLabel();
            TypedText.checked(TextKind.TYPED_FIGURE, "typed", "実績", typed);
            return new CellEdit.Typed(new TypedCell(typed, year, words));
        }
        try {
            return new CellEdit.Given(flat(words).figure());
        } catch (WrongFigureException wrong) {
            throw new InvalidInputException(wrong.part().field(), wrong.words());
        }
    }

    /** Words of a reason may stand in either place. */
    private FlatFigure flat(String words) {
        if (missing == null) {
            return new FlatFigure(value, numerator, denominator, null, words, referenceYear);
        }
        MissingReason why = missing.reason();
        if (why == null) {
            throw new InvalidInputException("missing.reason", "把握できない理由を CANCELLED などの記号で指定してください。");
        }
        String told = TypedText.checked(
                TextKind.FIGURE_NOTE, "missing.note", "理由の説明", Objects.requireNonNullElse(missing.note(), ""));
        if (!words.isEmpty() && !told.isEmpty() && !words.equals(told)) {
            throw new InvalidInputException("note", "理由の言葉が note と missing.note の2か所にあります。どちらか1つにしてください。");
        }
        return new FlatFigure(value, numerator, denominator, why, told.isEmpty() ? words : told, referenceYear);
    }

    private static FiscalYear year(int year) {
        if (year < FiscalYear.FIRST || year > FiscalYear.LAST) {
            throw new InvalidInputException("referenceYear", FlatFigure.WESTERN_YEAR);
        }
        return new FiscalYear(year);
    }
}
