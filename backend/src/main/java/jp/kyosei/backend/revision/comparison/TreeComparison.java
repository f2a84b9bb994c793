package jp.kyosei.backend.revision.comparison;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Walks two trees of a plan at once; pure. Things are the same by identity alone: one that has another number, name and section is
 * one changed row.
 */
final class TreeComparison {
    private static final Set<Field> WHERE_IT_STANDS = EnumSet.of(Field.NO, Field.PARENT, Field.SECTION, Field.POSITION);

    private final VersionTree before;
    private final VersionTree after;
    private final Map<VersionThing.Key, List<ChangeReason>> reasons;
    private final List<VersionChange> changes = new ArrayList<>();
    private final Set<VersionThing.Key> told = new HashSet<>();

    private TreeComparison(VersionTree before, VersionTree after, List<ChangeReason> reasons) {
        this.before = before;
        this.after = after;
        this.reasons = reasons.stream()
                .collect(Collectors.groupingBy(reason -> new VersionThing.Key(reason.part(), reason.subject())));
    }

    static List<VersionChange> of(VersionTree before, VersionTree after, List<ChangeReason> reasons) {
        TreeComparison comparison = new TreeComparison(before, after, reasons);
        comparison.under(null);
        return List.copyOf(comparison.changes);
    }

    private void under(@Nullable UUID section) {
        if (section != null) {
            tell(section, PlanPart.INDICATOR);
            tell(section, PlanPart.INITIATIVE);
        }
        tell(section, PlanPart.SECTION);
    }

    private void tell(@Nullable UUID section, PlanPart part) {
        List<VersionThing.Key> then = before.under(section, part);
        List<VersionThing.Key> now = after.under(section, part);
        Set<VersionThing.Key> carried = Sequence.carried(then, now);
        for (VersionThing.Key key : Sequence.merged(then, now)) {
            boolean elsewhereNow = !now.contains(key) && after.thing(key) != null;
            if (!elsewhereNow && told.add(key)) {
                changes.add(change(key, carried.contains(key) ? position(key, then, now) : List.of()));
            }
            // What was taken out of a section that stands elsewhere now is told there.
            if (part == PlanPart.SECTION && !elsewhereNow) {
                under(key.id());
            }
        }
    }

    private VersionChange change(VersionThing.Key key, List<FieldChange> position) {
        VersionThing was = before.thing(key);
        VersionThing is = after.thing(key);
        List<ChangeReason> given = reasons.getOrDefault(key, List.of());
        if (was == null) {
            return row(Objects.requireNonNull(is), ChangeKind.ADDED, Differences.of(is.facts()), given);
        }
        if (is == null) {
            return row(was, ChangeKind.REMOVED, Differences.without(was.facts()), given);
        }
        List<FieldChange> fields = new ArrayList<>(Differences.between(was.facts(), is.facts()));
        fields.addAll(position);
        return row(is, kind(fields), fields, fields.isEmpty() ? List.of() : given);
    }

    private static ChangeKind kind(List<FieldChange> fields) {
        if (fields.isEmpty()) {
            return ChangeKind.SAME;
        }
        boolean onlyPlace = fields.stream().allMatch(change -> WHERE_IT_STANDS.contains(change.field()));
        boolean onlyNumber = fields.stream().allMatch(change -> change.field() == Field.NO);
        return onlyPlace && !onlyNumber ? ChangeKind.MOVED : ChangeKind.CHANGED;
    }

    private static List<FieldChange> position(
            VersionThing.Key key, List<VersionThing.Key> then, List<VersionThing.Key> now) {
        return List.of(new FieldChange(
                Field.POSITION, null, "%d番目".formatted(then.indexOf(key) + 1), "%d番目".formatted(now.indexOf(key) + 1)));
    }

    private static VersionChange row(
            VersionThing thing, ChangeKind kind, List<FieldChange> fields, List<ChangeReason> given) {
        return new VersionChange(
                thing.part(), kind, thing.no(), thing.name(), thing.place(), thing.level(), fields, given);
    }
}
