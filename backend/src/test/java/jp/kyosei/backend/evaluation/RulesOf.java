package jp.kyosei.backend.evaluation;

import java.math.BigDecimal;
import java.util.List;

/** The rule sets of the published documents. */
final class RulesOf {
    private static final Grading A_TO_D = new Grading.Thresholds(List.of(
            new Band("A", new BigDecimal("100"), "100%以上", "A"),
            new Band("B", new BigDecimal("80"), "80〜99%", "B"),
            new Band("C", new BigDecimal("50"), "50〜79%", "C"),
            new Band("D", null, "0〜49%", "D")));

    /** 一関・平泉: A–D over f/z, 561/861 printed 65.1. */
    static final RuleSet ICHINOSEKI_HIRAIZUMI = new RuleSet(
            ProgressFormula.TARGET_RATIO,
            ProgressFormula.TARGET_RATIO,
            false,
            new Rounding(Rounding.Mode.CUT_OFF, 1),
            JudgedAgainst.FINAL_TARGET,
            "その他",
            A_TO_D);

    /** 大仙市: A–D over f/z. */
    static final RuleSet DAISEN = new RuleSet(
            ProgressFormula.TARGET_RATIO,
            ProgressFormula.TARGET_RATIO,
            false,
            new Rounding(Rounding.Mode.HALF_UP, 1),
            JudgedAgainst.FINAL_TARGET,
            "その他",
            A_TO_D);

    /** 美祢市: a⇒f比較; f/z, for ※ (f−a)/(z−a); — is 0. */
    static final RuleSet MINE = new RuleSet(
            ProgressFormula.TARGET_RATIO,
            ProgressFormula.CHANGE_RATIO,
            true,
            new Rounding(Rounding.Mode.HALF_UP, 1),
            JudgedAgainst.FINAL_TARGET,
            "その他",
            new Grading.Comparison(
                    new GradeLabel("目標達成", "目標値に達した", "A"),
                    new GradeLabel("改善↑", "現状値より良い", "B"),
                    new GradeLabel("現状維持", "現状値と同じ", "C"),
                    new GradeLabel("未達成↓", "現状値より悪い", "D")));

    private RulesOf() {}

    static RuleSet judgedByInterimTargets(RuleSet rules) {
        return new RuleSet(
                rules.plainFormula(),
                rules.cumulativeFormula(),
                rules.absentBaselineIsZero(),
                rules.rateRounding(),
                JudgedAgainst.INTERIM_TARGET_OF_YEAR,
                rules.unmeasuredLabel(),
                rules.grading());
    }
}
