package jp.kyosei.backend.discussion;

import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote, by the name and standing of that moment.
 *
 * @param town the municipality for which a department's person wrote; none for committee and secretariat
 * @param townName empty where there is none
 */
public record Author(
        PersonId person,
        String name,
        Standing standing,
        @Nullable MunicipalityCode town,
        String townName) {
    /** As it stands beside the text, such as 委員 or 平泉町. */
    public String whose() {
        return townName.isEmpty() ? standing.label() : townName;
    }
}
