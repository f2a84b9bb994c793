package jp.kyosei.backend.history;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.Reporter;
import org.jspecify.annotations.Nullable;

/**
 * Municipalities as people call them, where the trail names them by their codes (全国地方公共団体コード, six digits).
 *
 * @param byCode those that are known
 */
public record TownNames(Map<String, String> byCode) {
    private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");

    /** The towns that report an indicator. */
    public static TownNames of(Indicator indicator) {
        return new TownNames(indicator.reporters().stream()
                .collect(Collectors.toMap(
                        reporter -> reporter.municipality().value(), Reporter::municipalityName, (one, same) -> one)));
    }

    public TownNames {
        byCode = Map.copyOf(byCode);
    }

    /** R5 平泉町 for R5 034029. A code that is not known stays; one that its name follows already goes. */
    public String in(String text) {
        String named = CODE.matcher(text)
                .replaceAll(code -> Objects.requireNonNullElse(byCode.get(code.group()), code.group()));
        return byCode.values().stream().reduce(named, (words, name) -> words.replace(name + " " + name, name));
    }

    /** The codes that stand in changes, wherever they stand. */
    static Set<String> codesIn(List<AuditEntry> entries) {
        return entries.stream()
                .flatMap(entry -> Stream.of(entry.subjectId(), text(entry.before()), text(entry.after())))
                .flatMap(text -> CODE.matcher(text).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static String text(@Nullable String facts) {
        return Objects.requireNonNullElse(facts, "");
    }
}
