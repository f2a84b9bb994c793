package jp.kyosei.backend.discussion.thread;

import jakarta.inject.Singleton;
import java.util.List;
import jp.kyosei.backend.owners.department.Hanging;
import jp.kyosei.backend.owners.department.HangsOnDepartment;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.OwnerId;

/** Notes that a department is to answer go with it; what is closed stays as it was. */
@Singleton
final class NotesOfDepartment implements HangsOnDepartment {
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
}
