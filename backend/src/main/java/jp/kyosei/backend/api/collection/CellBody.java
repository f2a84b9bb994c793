package jp.kyosei.backend.api.collection;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;
import jp.kyosei.backend.api.web.InvalidInputException;
import jp.kyosei.backend.collection.CellEdit;
import jp.kyosei.backend.collection.TypedCell;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.figure.Observed;
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
        FiscalYear reference = referenceYear == null ? null : year(referenceYear);
        if (missing != null) {
            MissingReason why = missing.reason();
            if (why == null) {
                throw new InvalidInputException("missing.reason", "把握できない理由を CANCELLED などの記号で指定してください。");
            }
            if (reference != null) {
                throw new InvalidInputException("referenceYear", "数値がないときは、値の年度を指定できません。");
            }
            String missingNote = TypedText.checked(
                    TextKind.FIGURE_NOTE, "missing.note", "理由の説明", Objects.requireNonNullElse(missing.note(), ""));
            if (!words.isEmpty() && !missingNote.isEmpty() && !words.equals(missingNote)) {
                throw new InvalidInputException("note", "理由の言葉が note と missing.note の2か所にあります。どちらか1つにしてください。");
            }
            return new CellEdit.Given(
                    Observation.of(new Observed.Missing(why, missingNote.isEmpty() ? words : missingNote)), "");
        }
        return new CellEdit.Given(new Observation(measured(), reference), words);
    }

    private Observed measured() {
        if (value != null) {
            return new Observed.Value(holdable("value", value));
        }
        if (numerator == null || denominator == null) {
            throw new InvalidInputException(
                    numerator == null ? "numerator" : "denominator", "分子（numerator）と分母（denominator）は両方を指定してください。");
        }
        holdable("numerator", numerator);
        holdable("denominator", denominator);
        if (denominator.signum() < 0 || (denominator.signum() == 0 && numerator.signum() != 0)) {
            throw new InvalidInputException("denominator", "分母は0より大きい数にしてください。対象がなかったときは 0/0 か、理由を指定してください。");
        }
        return new Observed.Ratio(numerator, denominator);
    }

    private static BigDecimal holdable(String field, BigDecimal number) {
        if (!Observed.isHoldable(number)) {
            throw new InvalidInputException(field, "桁が多すぎます。整数部も小数部も %d 桁までです。".formatted(Observed.MAX_DIGITS));
        }
        return number;
    }

    private static FiscalYear year(int year) {
        if (year < FiscalYear.FIRST || year > FiscalYear.LAST) {
            throw new InvalidInputException("referenceYear", "値の年度は4桁の西暦で指定してください。平成28年度なら 2016 です。");
        }
        return new FiscalYear(year);
    }
}
