package jp.kyosei.backend.indicator;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.owners.department.Hanging;
import jp.kyosei.backend.owners.department.WorkCount;
import jp.kyosei.backend.owners.department.WorkKind;
import jp.kyosei.backend.owners.department.WorkOfDepartment;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.OwnerId;

/** Indicators for which a department is asked go with it, whatever owner they are in. */
@Singleton
final class DesksOfDepartment implements WorkOfDepartment {
    private final DesksOfDepartmentRepository repository;

    DesksOfDepartment(DesksOfDepartmentRepository repository) {
        this.repository = repository;
    }

    @Override
    public List<Hanging> hangingWithin(OwnerId owner, DepartmentId department) {
        return repository.hanging(owner.value(), department.value(), Hanging.NAMED).stream()
                .map(row -> new Hanging(
                        new OwnerId(row.ownerId()), "指標の担当", row.names().lines().toList(), row.count()))
                .toList();
    }

    @Override
    public void moveWithin(OwnerId owner, DepartmentId from, DepartmentId to) {
        repository.move(owner.value(), from.value(), to.value());
    }

    @Override
    public WorkKind kind() {
        return WorkKind.INDICATORS;
    }

    @Override
    public Map<DepartmentId, Integer> countsWithin(OwnerId owner) {
        return WorkCount.byDepartment(repository.counts(owner.value()));
    }
}
