package jp.kyosei.backend.collection.task;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.owners.department.Hanging;
import jp.kyosei.backend.owners.department.WorkCount;
import jp.kyosei.backend.owners.department.WorkKind;
import jp.kyosei.backend.owners.department.WorkOfDepartment;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.OwnerId;

/** What a collection under way asks of a department goes with it; what is closed stays as it was asked. */
@Singleton
final class TasksOfDepartment implements WorkOfDepartment {
    private final TasksOfDepartmentRepository repository;

    TasksOfDepartment(TasksOfDepartmentRepository repository) {
        this.repository = repository;
    }

    @Override
    public List<Hanging> hangingWithin(OwnerId owner, DepartmentId department) {
        return repository.hanging(owner.value(), department.value(), Hanging.NAMED).stream()
                .map(row -> new Hanging(
                        new OwnerId(row.ownerId()), "実績照会", row.names().lines().toList(), row.count()))
                .toList();
    }

    @Override
    public void moveWithin(OwnerId owner, DepartmentId from, DepartmentId to) {
        repository.move(owner.value(), from.value(), to.value());
    }

    @Override
    public WorkKind kind() {
        return WorkKind.TASKS;
    }

    @Override
    public Map<DepartmentId, Integer> countsWithin(OwnerId owner) {
        return WorkCount.byDepartment(repository.counts(owner.value()));
    }
}
