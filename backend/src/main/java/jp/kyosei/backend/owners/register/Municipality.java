package jp.kyosei.backend.owners.register;

import jp.kyosei.backend.tenancy.MunicipalityCode;

/**
 * A municipality (市町村) of the public register.
 *
 * @param kana how it is read; empty where nobody has said
 * @param romaji what is proposed as its owner's name in addresses; empty where nobody has one to propose
 */
public record Municipality(MunicipalityCode code, String name, String kana, String prefecture, String romaji) {
    /** One of which no more is known. */
    public Municipality(MunicipalityCode code, String name, String prefecture) {
        this(code, name, "", prefecture, "");
    }

    /** 岩手県北上市: for what bears one name in several prefectures. */
    public String fullName() {
        return prefecture + name;
    }
}
