package jp.kyosei.backend.ruleset;

import jp.kyosei.backend.evaluation.RuleSet;
import jp.kyosei.backend.figure.FiscalYear;

/** A rule set and the fiscal year from which it holds, until the next one begins. */
public record DatedRuleSet(FiscalYear validFrom, RuleSet rules, RuleSetDocument document, long version) {}
