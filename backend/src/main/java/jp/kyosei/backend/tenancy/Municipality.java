package jp.kyosei.backend.tenancy;

/** A municipality (市町村) of the public register. */
public record Municipality(MunicipalityCode code, String name, String prefecture) {}
