package jp.kyosei.backend.figure;

import jp.kyosei.backend.text.TextKind;
import jp.kyosei.backend.text.TextReading;
import org.jspecify.annotations.Nullable;

/**
 * What is reported for a fiscal year, the whole of it: figure or reason, of which year it really is, and the words beside it.
 * {@code 38,806(H28)} reported for R2 has reference year H28; without one the figure is of the year it is reported for.
 *
 * <p>What is stored is read as it is; what a person or a program gives anew passes {@link #checkedFor}. Where it lies as
 * columns or fields, it lies as {@link FlatFigure}.
 *
 * @param note words beside a measured figure (注); empty where there are none, and where the figure is missing, for a missing
 *     one has its words in {@link Observed.Missing#note}
 */
public record Observation(Observed observed, @Nullable FiscalYear referenceYear, String note) {

    /** @throws IllegalArgumentException when a missing figure has a note of its own beside the words of its reason */
    public Observation {
        if (observed instanceof Observed.Missing && !note.isEmpty()) {
            throw new IllegalArgumentException("The words of a missing figure stand with its reason");
        }
    }

    /** Without words beside it. */
    public Observation(Observed observed, @Nullable FiscalYear referenceYear) {
        this(observed, referenceYear, "");
    }

    /** An observation of the year it is reported for, without words beside it. */
    public static Observation of(Observed observed) {
        return new Observation(observed, null);
    }

    /** The words of the person, whether they stand beside a figure or say why there is none; may be empty. */
    public String words() {
        return observed instanceof Observed.Missing missing ? missing.note() : note;
    }

    /**
     * The same, with its words cleaned and without a reference year that says nothing, as it may be stored for a year: at the
     * most {@link TextKind#FIGURE_NOTE} of words, a share of something, a reference year for a figure only and none that is
     * still to come. Digits and signs are held by {@link Observed}.
     *
     * @param year the year it is reported for
     * @throws WrongFigureException if it may not be stored; says in Japanese what to do
     */
    public Observation checkedFor(FiscalYear year) {
        FiscalYear reference = referenceYear;
        if (reference != null && reference.compareTo(year) > 0) {
            throw new WrongFigureException(
                    WrongFigureException.Part.REFERENCE_YEAR,
                    "値の年度（%s）が、実績の年度（%s）より後です。年度を確かめてください。".formatted(reference.longLabel(), year.longLabel()));
        }
        FiscalYear other = year.equals(reference) ? null : reference;
        return switch (observed) {
            case Observed.Missing missing -> {
                if (reference != null) {
                    throw new WrongFigureException(
                            WrongFigureException.Part.REFERENCE_YEAR, "数値がないときは、値の年度を指定できません。値の年度を空にしてください。");
                }
                yield of(new Observed.Missing(
                        missing.reason(), checked(WrongFigureException.Part.EXPLANATION, "理由の説明", missing.note())));
            }
            case Observed.Ratio ratio
            when ratio.denominator().signum() == 0 && ratio.numerator().signum() != 0 ->
                throw new WrongFigureException(WrongFigureException.Part.DENOMINATOR, FlatFigure.DENOMINATOR);
            case Observed.Measured _ ->
                new Observation(observed, other, checked(WrongFigureException.Part.NOTE, "注", note));
        };
    }

    private static String checked(WrongFigureException.Part part, String name, String words) {
        return switch (TextKind.FIGURE_NOTE.read(words)) {
            case TextReading.Good(String text) -> text;
            case TextReading.Wrong wrong -> throw new WrongFigureException(part, wrong.message(name));
        };
    }
}
