package jp.kyosei.backend.revision.comparison;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * What tells one thing in two versions apart, in the order of {@link Field}; pure. Values are compared, not their print: 57 and
 * 57.0 are one target, and an indicator counted in another unit has that one change, though all its figures print otherwise.
 * The departments that are asked lie outside the version and are not looked at.
 */
public final class Differences {
    /** What a paper says of a thing that is new or was taken out, beside its number and name. */
    private static final Set<Field> TOLD = EnumSet.of(
            Field.KIND,
            Field.BODY,
            Field.DESCRIPTION,
            Field.UNIT,
            Field.DIRECTION,
            Field.BASELINE,
            Field.TARGET,
            Field.REPORTERS,
            Field.SOURCE,
            Field.MUNICIPALITIES,
            Field.SPAN);

    private Differences() {}

    /** Of an indicator beside its tree: its section is the same where its number is. */
    public static List<FieldChange> between(Indicator before, Indicator after) {
        return between(Facts.of(before, Places.UNKNOWN), Facts.of(after, Places.UNKNOWN));
    }

    /** Of a section beside its tree: what it hangs under is the same where the number is. */
    public static List<FieldChange> between(Section before, Section after) {
        return between(Facts.of(before, Places.UNKNOWN), Facts.of(after, Places.UNKNOWN));
    }

    /** Of an initiative beside its tree, municipalities by their codes. */
    public static List<FieldChange> between(Initiative before, Initiative after) {
        Function<MunicipalityCode, String> codes = MunicipalityCode::value;
        return between(Facts.of(before, Places.UNKNOWN, codes), Facts.of(after, Places.UNKNOWN, codes));
    }

    static List<FieldChange> between(List<Fact> before, List<Fact> after) {
        Map<Fact.Key, Fact> was = byKey(before);
        Map<Fact.Key, Fact> is = byKey(after);
        Set<Fact.Key> keys = new TreeSet<>(was.keySet());
        keys.addAll(is.keySet());
        List<FieldChange> changes = new ArrayList<>();
        for (Fact.Key key : keys) {
            Fact then = was.get(key);
            Fact now = is.get(key);
            if (then == null || now == null || !then.value().equals(now.value())) {
                changes.add(new FieldChange(key.field(), key.fiscalYear(), words(then), words(now)));
            }
        }
        return List.copyOf(changes);
    }

    /** What is told of a thing that is new. */
    static List<FieldChange> of(List<Fact> added) {
        return between(List.of(), told(added));
    }

    /** What is told of a thing that was taken out. */
    static List<FieldChange> without(List<Fact> removed) {
        return between(told(removed), List.of());
    }

    private static List<Fact> told(List<Fact> facts) {
        return facts.stream()
                .filter(fact -> TOLD.contains(fact.field()) && !fact.words().isEmpty())
                .toList();
    }

    private static Map<Fact.Key, Fact> byKey(List<Fact> facts) {
        return facts.stream()
                .collect(Collectors.toMap(Fact::key, Function.identity(), (one, other) -> one, TreeMap::new));
    }

    private static String words(@Nullable Fact fact) {
        return fact == null ? "" : fact.words();
    }
}
