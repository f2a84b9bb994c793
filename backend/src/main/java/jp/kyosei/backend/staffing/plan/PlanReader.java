package jp.kyosei.backend.staffing.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.kyosei.backend.owners.department.Department;
import jp.kyosei.backend.people.GivenRole;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.Role;
import org.jspecify.annotations.Nullable;

/** Finds what a plan changes in a situation, and refuses what cannot be. Pure. */
public final class PlanReader {
    private static final int FARTHEST_YEARS = 2;

    private final Situation situation;
    private final TransferPlan plan;

    public PlanReader(Situation situation, TransferPlan plan) {
        this.situation = situation;
        this.plan = plan;
    }

    /**
     * Those for whom something changes.
     *
     * @throws RefusedException if the day has passed or is more than two years away, somebody is not of the owner or named
     *     twice, or a department is not there on that day
     */
    public List<PersonChange> people() {
        checkDay();
        Set<PersonId> named = new HashSet<>();
        List<PersonChange> changes = new ArrayList<>();
        for (TransferPlan.Person person : plan.people()) {
            if (!named.add(person.person())) {
                throw new RefusedException("同じ人が二度挙げられています。一人につき一つにまとめてください。");
            }
            PersonChange change = change(person);
            if (!change.isNothing()) {
                changes.add(change);
            }
        }
        return changes;
    }

    /**
     * Which work goes where.
     *
     * @throws RefusedException if a department is not there, or the same work is to go to two of them
     */
    public List<WorkMove> work() {
        List<WorkMove> moves = new ArrayList<>();
        Set<Object> named = new HashSet<>();
        for (TransferPlan.Work work : plan.work()) {
            Department from = department(work.from(), situation.departmentsShown());
            Department to = department(work.to(), situation.departmentsThen());
            if (from.id().equals(to.id())) {
                throw new RefusedException("引き継ぐ先には、ほかの担当課を選んでください。");
            }
            if (!named.add(List.of(work.kind(), from.id()))) {
                throw new RefusedException("%sの「%s」が二度挙げられています。引き継ぐ先を一つにしてください。"
                        .formatted(from.name(), work.kind().label()));
            }
            moves.add(new WorkMove(work.kind(), from, to, situation.count(work.kind(), from.id())));
        }
        return moves;
    }

    private void checkDay() {
        if (plan.day().isBefore(situation.today())) {
            throw new RefusedException("異動の日は、今日か、今日より後の日にしてください。");
        }
        if (plan.day().isAfter(situation.today().plusYears(FARTHEST_YEARS))) {
            throw new RefusedException("異動の日は、2年先までにしてください。");
        }
    }

    private PersonChange change(TransferPlan.Person planned) {
        List<GivenRole> ofPerson = situation.roles().stream()
                .filter(role -> role.person().equals(planned.person()))
                .toList();
        GivenRole known = ofPerson.stream()
                .findFirst()
                .orElseThrow(() -> new RefusedException("この団体の利用者ではない人が挙げられています。利用者の一覧から選んでください。"));
        Set<Post> wanted = new LinkedHashSet<>();
        for (TransferPlan.Held held : planned.posts()) {
            if (held.role() == Role.COMMITTEE) {
                throw new RefusedException("懇談会委員は、人事異動ではなく委員の名簿で決めてください。");
            }
            wanted.add(new Post(
                    held.role(),
                    held.department() == null ? null : department(held.department(), situation.departmentsThen())));
        }
        List<GivenRole> then = situation.heldOn(plan.day()).stream()
                .filter(role -> role.person().equals(planned.person()))
                .toList();
        List<GivenRole> ends = then.stream()
                .filter(role -> wanted.stream().noneMatch(post -> isSame(role, post)))
                .toList();
        List<Post> begins = wanted.stream()
                .filter(post -> then.stream().noneMatch(role -> isSame(role, post)))
                .toList();
        return new PersonChange(planned.person(), known.displayName(), ends, begins);
    }

    private static boolean isSame(GivenRole role, Post post) {
        Department department = post.department();
        @Nullable DepartmentId id = department == null ? null : department.id();
        return !role.isDeputy() && role.role() == post.role() && Objects.equals(role.department(), id);
    }

    private Department department(String code, List<Department> among) {
        Optional<Department> found = among.stream()
                .filter(department -> department.code().equals(code))
                .findFirst();
        return found.orElseThrow(() -> new RefusedException("その日には、記号「%s」の担当課がありません。担当課を選び直してください。".formatted(code)));
    }
}
