package jp.kyosei.backend.revision.comparison;

import java.util.Arrays;
import java.util.Optional;

/**
 * What of a section, an indicator or an initiative may differ between two versions. Which department is asked is none of it:
 * it lies outside the version.
 */
public enum Field {
    NO("no", "番号"),
    PARENT("parent", "上の体系"),
    SECTION("section", "体系"),
    POSITION("position", "並び順"),
    KIND("kind", "種別"),
    TITLE("title", "名称"),
    BODY("body", "内容"),
    NAME("name", "指標名"),
    DESCRIPTION("description", "説明"),
    UNIT("unit", "単位"),
    DECIMALS("decimals", "小数桁数"),
    /** Whether the change on last year is printed in whole numbers. */
    CHANGE_DIGITS("changeDigits", "前年差の桁数"),
    /** Whether numerator and denominator are printed in percent. */
    RATIO_AS_PERCENT("ratioAsPercent", "比率の表し方"),
    DIRECTION("direction", "方向"),
    CUMULATIVE("cumulative", "累計"),
    /** How its progress is computed, where it departs from the owner's rules. */
    FORMULA("formula", "進捗率の算式"),
    BASELINE("baseline", "現状値"),
    /** Of a fiscal year each. */
    TARGET("target", "目標値"),
    /** The target printed in the adopted plan, where the results use another. */
    STATED_TARGET("statedTarget", "計画書の目標値"),
    CONSOLIDATION("consolidation", "市町村分の合わせ方"),
    REPORTERS("reporters", "報告する団体"),
    SOURCE("source", "出典"),
    MUNICIPALITIES("municipalities", "担う団体"),
    /** What an initiative does from a fiscal year on. */
    SPAN("span", "取組の内容");

    private final String code;
    private final String label;

    Field(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The field of that code. */
    public static Optional<Field> of(String code) {
        return Arrays.stream(values()).filter(field -> field.code.equals(code)).findFirst();
    }

    /** For JSON and for the database. */
    public String code() {
        return code;
    }

    /** For people. */
    public String label() {
        return label;
    }
}
