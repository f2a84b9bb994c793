package jp.kyosei.backend.importing.reading;

import java.util.SequencedMap;
import jp.kyosei.backend.figure.TypedFigure;
import jp.kyosei.backend.importing.notation.Bound;
import jp.kyosei.backend.tenancy.MunicipalityCode;

/** What a figure's cell says. */
sealed interface CellReading {
    /**
     * One figure, reason or blank.
     *
     * @param bound whether it is a limit
     * @param isConverted whether it was written in another magnitude than that of the indicator's unit
     */
    record One(TypedFigure figure, Bound bound, boolean isConverted) implements CellReading {
        One(TypedFigure figure) {
            this(figure, Bound.EXACT, false);
        }
    }

    /** The figures of several municipalities in one cell, as in 一関市 88.2% 平泉町 88.9%. */
    record OfTowns(SequencedMap<MunicipalityCode, TypedFigure> figures) implements CellReading {}
}
