package jp.kyosei.backend.revision.comparison;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What became of one thing of a plan from a version to another.
 *
 * @param no of a section and an indicator, as the newer version numbers it; empty for an initiative
 * @param name its name or title in the newer version, of what was taken out in the older one
 * @param place the section under which it stands, with its number; empty for a section at the top
 * @param level of a section, from 1; of anything else that of its section
 * @param fields what differs; of what is new or was taken out, what a paper tells of it
 * @param reasons as given, the oldest first
 */
public record VersionChange(
        PlanPart what,
        ChangeKind kind,
        String no,
        String name,
        String place,
        int level,
        List<FieldChange> fields,
        List<ChangeReason> reasons) {
    public VersionChange {
        fields = List.copyOf(fields);
        reasons = List.copyOf(reasons);
    }

    /** All reasons, each once, a line each; empty if none was given. */
    public String reason() {
        return reasons.stream().map(ChangeReason::reason).distinct().collect(Collectors.joining("\n"));
    }

    /** Why that field was changed; why the thing was, where nothing was said of the field. */
    public String reasonOf(Field field) {
        String own = reasons.stream()
                .filter(reason -> Objects.equals(reason.field(), field))
                .map(ChangeReason::reason)
                .distinct()
                .collect(Collectors.joining("\n"));
        return own.isEmpty()
                ? reasons.stream()
                        .filter(reason -> reason.field() == null)
                        .map(ChangeReason::reason)
                        .distinct()
                        .collect(Collectors.joining("\n"))
                : own;
    }

    /** 1-2 交流人口の拡大; the name alone where there is no number. */
    public String title() {
        return no.isEmpty() ? name : "%s %s".formatted(no, name);
    }
}
