package jp.kyosei.backend.actual;

import java.util.List;
import java.util.Objects;
import jp.kyosei.backend.evaluation.Check;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** A check (指摘), and the person's confirmation that the figure stands, if there is one. */
public record CheckedFinding(Check check, @Nullable CheckConfirmation confirmation) {

    /**
     * The checks of one indicator, each with its confirmation among those of the same indicator.
     *
     * @param town whose figures were checked; null for those of the whole, and where a town reports alone
     */
    public static List<CheckedFinding> of(
            List<Check> checks, @Nullable MunicipalityCode town, List<CheckConfirmation> confirmations) {
        return checks.stream()
                .map(check -> new CheckedFinding(
                        check,
                        confirmations.stream()
                                .filter(confirmed ->
                                        confirmed.code().equals(check.code().name())
                                                && Objects.equals(confirmed.town(), town)
                                                && confirmed.fiscalYear().equals(check.fiscalYear()))
                                .findFirst()
                                .orElse(null)))
                .toList();
    }
}
