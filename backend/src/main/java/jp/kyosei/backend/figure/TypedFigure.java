package jp.kyosei.backend.figure;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a text typed or pasted into a number cell means. */
public sealed interface TypedFigure {

    /**
     * A figure.
     *
     * @param referenceYear the year in brackets, as in {@code 38,806(H28)}
     * @param note words beside the figure, unchanged: {@code 速報値} of {@code 500(速報値)}; empty when there are none
     */
    record Figure(Observed.Measured measured, @Nullable FiscalYear referenceYear, String note) implements TypedFigure {}

    /** No figure, for a reason that the words give; a bare dash gives none and is {@link MissingReason#OTHER}. */
    record NoFigure(Observed.Missing missing) implements TypedFigure {}

    /** Nothing was typed. */
    record Blank() implements TypedFigure {}

    /** Neither a figure nor a known reason; the message says in Japanese what to type instead. */
    record NotUnderstood(String typed, String message) implements TypedFigure {}

    /** The observation that the text stands for, with the words beside it; empty for a blank cell and for a text that was not understood. */
    default Optional<Observation> observation() {
        return switch (this) {
            case Figure(Observed.Measured measured, FiscalYear referenceYear, String note) ->
                Optional.of(new Observation(measured, referenceYear, note));
            case NoFigure(Observed.Missing missing) -> Optional.of(Observation.of(missing));
            case Blank _, NotUnderstood _ -> Optional.empty();
        };
    }
}
