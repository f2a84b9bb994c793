package jp.kyosei.backend.results;

import jp.kyosei.backend.actual.cell.ActualState;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.tenancy.MunicipalityCode;

/** What one municipality reported for a year, with the text that the sheet prints. */
public record TownFigure(
        MunicipalityCode municipality, String name, Observation observation, String text, ActualState state) {}
