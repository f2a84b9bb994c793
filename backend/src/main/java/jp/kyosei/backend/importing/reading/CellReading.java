package jp.kyosei.backend.importing.reading;

import java.util.SequencedMap;
import jp.kyosei.backend.figure.TypedFigure;
import jp.kyosei.backend.tenancy.MunicipalityCode;

/** What a figure's cell says. */
sealed interface CellReading {
    /** One figure, reason or blank. */
    record One(TypedFigure figure) implements CellReading {}

    /** The figures of several municipalities in one cell, as in 一関市 88.2% 平泉町 88.9%. */
    record OfTowns(SequencedMap<MunicipalityCode, TypedFigure> figures) implements CellReading {}
}
