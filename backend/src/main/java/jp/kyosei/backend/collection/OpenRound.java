package jp.kyosei.backend.collection;

import java.time.LocalDate;
import java.util.Set;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.MunicipalityCode;

/**
 * What the secretariat asks when it opens a round.
 *
 * @param dueOn the day by which to answer, included
 * @param instructions what to observe, {@link jp.kyosei.backend.text.TextKind#INSTRUCTIONS}; may be empty
 * @param indicators the numbers of the indicators asked for; empty for all
 * @param municipalities the towns that are asked; empty for all that report
 */
public record OpenRound(
        FiscalYear fiscalYear,
        LocalDate dueOn,
        String instructions,
        Set<String> indicators,
        Set<MunicipalityCode> municipalities) {
    public OpenRound {
        indicators = Set.copyOf(indicators);
        municipalities = Set.copyOf(municipalities);
    }

    /** Whether that town is asked. */
    boolean asks(MunicipalityCode town) {
        return municipalities.isEmpty() || municipalities.contains(town);
    }
}
