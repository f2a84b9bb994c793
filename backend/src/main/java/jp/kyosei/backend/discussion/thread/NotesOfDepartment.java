package jp.kyosei.backend.discussion.thread;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.owners.department.Hanging;
import jp.kyosei.backend.owners.department.WorkCount;
import jp.kyosei.backend.owners.department.WorkKind;
import jp.kyosei.backend.owners.department.WorkOfDepartment;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.OwnerId;

/** Notes that a department is to answer go with it; what is closed stays as it was. */
@Singleton
final class NotesOfDepartment implements WorkOfDepartment {
    private final NotesOfDepartmentRepository repository;

    NotesOfDepartment(NotesOfDepartmentRepository repository) {
        this.repository = repository;
    }

    @Override
    public List<Hanging> hangingWithin(OwnerId owner, DepartmentId department) {
        return repository.hanging(department.value(), Hanging.NAMED).stream()
                .map(row -> new Hanging(
                        new OwnerId(row.ownerId()),
                        "回答待ちの意見",
                        row.names().lines().toList(),
                        row.count()))
                .toList();
    }

    @Override
    public void moveWithin(OwnerId owner, DepartmentId from, DepartmentId to) {
        repository.move(from.value(), to.value());
    }

    @Override
    public WorkKind kind() {
        return WorkKind.NOTES;
    }

    @Override
    public Map<DepartmentId, Integer> countsWithin(OwnerId owner) {
        return WorkCount.byDepartment(repository.counts(owner.value()));
    }
}
