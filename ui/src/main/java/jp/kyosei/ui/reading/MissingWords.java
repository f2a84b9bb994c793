package jp.kyosei.ui.reading;

import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.figure.Observed;
import org.jspecify.annotations.Nullable;

/** Why there is no figure, in words for a citizen. */
final class MissingWords {
    private MissingWords() {}

    /** @param missing none where nothing is reported */
    static String of(Observed.@Nullable Missing missing, FiscalYear year) {
        if (missing == null) {
            return "%sの数値は、まだ報告されていません。".formatted(year.longLabel());
        }
        String told = missing.note().isEmpty()
                        || missing.note().equals(missing.reason().label())
                ? ""
                : "（報告のことば：%s）".formatted(missing.note());
        return cause(missing.reason()) + "%sの数値はありません。".formatted(year.longLabel()) + told;
    }

    private static String cause(MissingReason reason) {
        return switch (reason) {
            case CANCELLED -> "行事などが中止になったため、";
            case NOT_HELD -> "実施されなかったため、";
            case NOT_SURVEYED -> "この年度は調査をしていないため、";
            case NOT_COUNTABLE -> "数えることができなかったため、";
            case NOT_PUBLISHED -> "もとになる統計がまだ公表されていないため、";
            case NOT_STARTED -> "施設などの利用がまだ始まっていないため、";
            case OTHER -> "";
        };
    }
}
