package jp.kyosei.backend.owners.alliance;

import java.time.LocalDate;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * What a town has agreed with a centre (形成協定), or a merged city has given itself (形成方針).
 *
 * @param centre none for a policy
 * @param resolvedOn the day of the council's resolution (議会の議決)
 * @param text what it says; may be empty
 */
public record Agreement(
        MunicipalityCode municipality,
        @Nullable MunicipalityCode centre,
        AgreementKind kind,
        LocalDate resolvedOn,
        String title,
        String text) {}
