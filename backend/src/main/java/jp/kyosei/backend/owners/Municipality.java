package jp.kyosei.backend.owners;

import jp.kyosei.backend.tenancy.MunicipalityCode;

/** A municipality (市町村) of the public register. */
public record Municipality(MunicipalityCode code, String name, String prefecture) {}
