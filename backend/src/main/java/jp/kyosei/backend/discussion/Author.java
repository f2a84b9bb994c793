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
    /** What follows the name of whoever is on paper alone, where the secretariat has written for them. */
    public static final String FOR_SOMEBODY = "（事務局が代わりに入力）";

    /** Whether the secretariat has written for a member on paper alone. */
    public boolean isWrittenFor() {
        return standing == Standing.COMMITTEE && name.endsWith(FOR_SOMEBODY);
    }

    /** As it stands beside the text where no name is given; says where the secretariat wrote for somebody. */
    public String voice() {
        return isWrittenFor() ? whose() + FOR_SOMEBODY : whose();
    }

    /** As it stands beside the text, such as 委員 or 平泉町. */
    public String whose() {
        return townName.isEmpty() ? standing.label() : townName;
    }
}
