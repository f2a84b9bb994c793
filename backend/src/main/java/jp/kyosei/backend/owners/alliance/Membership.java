package jp.kyosei.backend.owners.alliance;

import java.util.List;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.owners.Member;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * A municipality in an alliance: each time that it joined, what it agreed, and whom to turn to.
 *
 * @param terms its memberships, the first one first; at least one
 * @param contact {@link Contact#NONE} where nobody is named, or it is not the reader's to see
 */
public record Membership(List<Member> terms, List<Agreement> agreements, Contact contact) {
    public Membership {
        terms = List.copyOf(terms);
        agreements = List.copyOf(agreements);
    }

    public MunicipalityCode municipality() {
        return terms.getFirst().municipality();
    }

    public String name() {
        return terms.getFirst().name();
    }

    /** The membership that lasts, or was the last. */
    public Member latest() {
        return terms.getLast();
    }

    /** Whether it is a member in that year. */
    public boolean isIn(FiscalYear year) {
        return terms.stream().anyMatch(term -> {
            @Nullable FiscalYear last = term.lastFiscalYear();
            return term.firstFiscalYear().compareTo(year) <= 0 && (last == null || last.compareTo(year) >= 0);
        });
    }
}
