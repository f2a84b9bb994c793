package jp.kyosei.backend.owners;

import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * Membership of a municipality in an alliance.
 *
 * @param centre whether it is the centre city (中心市)
 * @param lastFiscalYear the last year of membership, included; none while it lasts
 */
public record Member(
        MunicipalityCode municipality,
        String name,
        boolean centre,
        FiscalYear firstFiscalYear,
        @Nullable FiscalYear lastFiscalYear) {
    public Member {
        if (lastFiscalYear != null && lastFiscalYear.compareTo(firstFiscalYear) < 0) {
            throw new IllegalArgumentException("脱退年度は加入年度以後でなければなりません。");
        }
    }
}
