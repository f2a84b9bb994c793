package jp.kyosei.backend.importing.naming;

import java.util.Map;
import java.util.Optional;
import jp.kyosei.backend.digest.Sha256;
import jp.kyosei.backend.indicator.IndicatorId;

/**
 * What an owner's people said of names before, in other imports.
 *
 * @param byKey by {@link #key}
 */
public record RememberedNames(Map<String, RememberedName> byKey) {
    public RememberedNames {
        byKey = Map.copyOf(byKey);
    }

    /**
     * By what an answer is known again.
     *
     * @param foldedName the name in the file, without widths, spaces and marks
     */
    public static String key(IndicatorId indicator, String foldedName) {
        return Sha256.of(indicator.value() + "\n" + foldedName).hex();
    }

    /** What was answered to that name for that indicator. */
    public Optional<RememberedName> of(IndicatorId indicator, String foldedName) {
        return Optional.ofNullable(byKey.get(key(indicator, foldedName)));
    }
}
