package jp.kyosei.backend.actual.cell;

import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.tenancy.MunicipalityCode;

/** An indicator as one municipality reports it. */
public record TownCell(IndicatorId indicator, MunicipalityCode municipality) {}
