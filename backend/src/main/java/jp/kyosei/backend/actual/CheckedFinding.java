package jp.kyosei.backend.actual;

import java.util.List;
import jp.kyosei.backend.evaluation.Check;
import org.jspecify.annotations.Nullable;

/** A check (指摘), and the person's confirmation that the figure stands, if there is one. */
public record CheckedFinding(Check check, @Nullable CheckConfirmation confirmation) {

    /** The checks of one indicator, each with its confirmation among those of the same indicator. */
    public static List<CheckedFinding> of(List<Check> checks, List<CheckConfirmation> confirmations) {
        return checks.stream()
                .map(check -> new CheckedFinding(
                        check,
                        confirmations.stream()
                                .filter(confirmed ->
                                        confirmed.code().equals(check.code().name())
                                                && confirmed.fiscalYear().equals(check.fiscalYear()))
                                .findFirst()
                                .orElse(null)))
                .toList();
    }
}
