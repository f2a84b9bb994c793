package jp.kyosei.backend.owners.alliance;

import java.time.LocalDate;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * An agreement to be recorded.
 *
 * @param centre with which centre; none for a policy
 * @param resolvedOn the day of the council's resolution (議会の議決)
 * @param text what it says; may be empty
 */
public record NewAgreement(
        AgreementKind kind, @Nullable MunicipalityCode centre, LocalDate resolvedOn, String title, String text) {}
