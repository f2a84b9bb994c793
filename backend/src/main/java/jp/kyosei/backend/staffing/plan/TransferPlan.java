package jp.kyosei.backend.staffing.plan;

import java.time.LocalDate;
import java.util.List;
import jp.kyosei.backend.owners.department.WorkKind;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.Role;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be from a day on. Departments are named by their codes.
 *
 * @param day the first day, in Japan
 * @param people who holds what from that day on; whoever is not named stays
 * @param work what goes from a department to another one on that day
 */
public record TransferPlan(LocalDate day, List<Person> people, List<Work> work, String reason) {
    public TransferPlan {
        people = List.copyOf(people);
        work = List.copyOf(work);
    }

    /**
     * All that a person holds in the owner from the day on; nothing for who leaves. A seat in the committee is not part of it.
     */
    public record Person(PersonId person, List<Held> posts) {
        public Person {
            posts = List.copyOf(posts);
        }
    }

    /** @param department its code; none for the whole owner */
    public record Held(Role role, @Nullable String department) {}

    /** All work of that kind goes with it. */
    public record Work(WorkKind kind, String from, String to) {}
}
