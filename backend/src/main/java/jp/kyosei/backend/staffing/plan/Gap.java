package jp.kyosei.backend.staffing.plan;

import java.util.Map;
import java.util.stream.Collectors;
import jp.kyosei.backend.owners.department.Department;
import jp.kyosei.backend.owners.department.WorkKind;
import jp.kyosei.backend.tenancy.Role;

/** What is left without anybody on a day. */
public sealed interface Gap {
    /** In office words, with what to do. */
    String words();

    /**
     * Work that nobody in the department enters.
     *
     * @param work how much of which kind; at least one
     */
    record NobodyEnters(Department department, Map<WorkKind, Integer> work) implements Gap {
        public NobodyEnters {
            work = Map.copyOf(work);
        }

        @Override
        public String words() {
            return "%sに、入力する人がいません（%s）。後任を決めるか、ほかの課に引き継いでください。".formatted(department.name(), counted(work));
        }
    }

    /** Somebody approves there today, and nobody then. */
    record NobodyApproves(Department department) implements Gap {
        @Override
        public String words() {
            return "%sに、所属長承認の権限を持つ人がいなくなります。後任を決めてください。".formatted(department.name());
        }
    }

    /** A role of the whole owner that nobody holds. */
    record NobodyHolds(Role role) implements Gap {
        @Override
        public String words() {
            return "%sの権限を持つ人がいません。後任を決めてください。".formatted(role.label());
        }
    }

    private static String counted(Map<WorkKind, Integer> work) {
        return work.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> "%s %d件".formatted(entry.getKey().label(), entry.getValue()))
                .collect(Collectors.joining("、"));
    }
}
