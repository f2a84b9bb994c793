package jp.kyosei.backend.ruleset;

import java.util.List;
import jp.kyosei.backend.evaluation.RuleSet;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.MunicipalityCode;

/** All rule sets of an owner by the year from which they hold; never empty. */
public record RuleBook(List<DatedRuleSet> ruleSets) {
    public RuleBook {
        ruleSets = List.copyOf(ruleSets);
        if (ruleSets.isEmpty()) {
            throw new IllegalArgumentException("評価の決まりがまだありません。");
        }
    }

    /** The rules in force in a year: the latest that began by then, or the first for years before any. */
    public RuleSet inForce(FiscalYear year) {
        return datedInForce(year).rules();
    }

    /** Whether a superior approves what the municipality submits for a year. */
    public boolean asksForApproval(FiscalYear year, MunicipalityCode town) {
        RuleSetDocument.CollectionDocument collection =
                datedInForce(year).document().collection();
        return collection != null && collection.approvalMunicipalities().contains(town.value());
    }

    private DatedRuleSet datedInForce(FiscalYear year) {
        DatedRuleSet found = ruleSets.getFirst();
        for (DatedRuleSet candidate : ruleSets) {
            if (candidate.validFrom().compareTo(year) <= 0) {
                found = candidate;
            }
        }
        return found;
    }
}
