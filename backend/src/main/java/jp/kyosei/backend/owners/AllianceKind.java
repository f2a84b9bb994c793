package jp.kyosei.backend.owners;

/** The legal form of an alliance (圏域). */
public enum AllianceKind {
    SETTLEMENT_SPHERE("定住自立圏"),
    CORE_CITY_AREA("連携中枢都市圏"),
    WIDE_AREA_UNION("広域連合"),
    OTHER("その他の圏域");

    private final String label;

    AllianceKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
