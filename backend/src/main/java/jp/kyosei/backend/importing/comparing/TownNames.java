package jp.kyosei.backend.importing.comparing;

import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** Whose a figure is, in words. */
final class TownNames {
    private TownNames() {}

    /** Empty for that of the whole owner. */
    static String of(Indicator indicator, @Nullable MunicipalityCode town) {
        return town == null ? "" : indicator.townName(town);
    }
}
