package jp.kyosei.backend.people;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.kyosei.backend.owners.department.Hanging;
import jp.kyosei.backend.owners.department.HangsOnDepartment;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.OwnerId;

/** Roles that are held in a department go with it. */
@Singleton
final class RolesOfDepartment implements HangsOnDepartment {
    private final PeopleRepository repository;
    private final Clock clock;

    RolesOfDepartment(PeopleRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @Override
    public List<Hanging> hangingWithin(OwnerId owner, DepartmentId department) {
        List<String> holders = repository.holdersIn(owner.value(), department.value(), today());
        return holders.isEmpty()
                ? List.of()
                : List.of(new Hanging(
                        owner, "利用者の権限", holders.stream().limit(Hanging.NAMED).toList(), holders.size()));
    }

    @Override
    public void moveWithin(OwnerId owner, DepartmentId from, DepartmentId to) {
        repository.moveHolders(owner.value(), from.value(), to.value(), today());
        repository.dropHolders(owner.value(), from.value(), today());
    }
}
