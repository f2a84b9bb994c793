package jp.kyosei.backend.publishing;

/** On which terms others may use what is published. */
public enum Licence {
    /** クリエイティブ・コモンズ 表示 4.0 国際. */
    CC_BY_4_0(
            "クリエイティブ・コモンズ 表示 4.0 国際（CC BY 4.0）",
            "https://creativecommons.org/licenses/by/4.0/deed.ja",
            "https://creativecommons.org/licenses/by/4.0/"),
    /** None is stated: the law alone holds. */
    UNSTATED("利用条件の表示なし", "", "");

    private final String label;
    private final String explained;
    private final String iri;

    Licence(String label, String explained, String iri) {
        this.label = label;
        this.explained = explained;
        this.iri = iri;
    }

    public String label() {
        return label;
    }

    /** Where people read about it in Japanese; empty if nowhere. */
    public String explained() {
        return explained;
    }

    /** What it is called in catalogues; empty if it has no such name. */
    public String iri() {
        return iri;
    }
}
