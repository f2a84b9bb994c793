package jp.kyosei.ui.people;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import jp.kyosei.backend.owners.department.DepartmentService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;

/** What the departments are called in which somebody holds a role; asked of the owner whose they are. */
@Singleton
class MyDepartments {
    private final DepartmentService departments;

    MyDepartments(DepartmentService departments) {
        this.departments = departments;
    }

    /** One statement for each owner in which a role names a department. */
    Map<DepartmentId, String> names(Actor actor) {
        Map<DepartmentId, String> names = new HashMap<>();
        actor.grants().stream()
                .filter(grant -> grant.department() != null)
                .map(grant -> Objects.requireNonNullElse(grant.through(), grant.owner()))
                .distinct()
                .forEach(owner -> names.putAll(of(actor, owner)));
        return names;
    }

    private Map<DepartmentId, String> of(Actor actor, OwnerId owner) {
        Map<DepartmentId, String> names = new HashMap<>();
        try {
            departments
                    .departments(actor, owner)
                    .forEach(record -> names.put(
                            record.department().id(), record.department().name()));
        } catch (NotFoundException e) {
            // A town that the reader has left keeps the names of its departments for itself.
            return Map.of();
        }
        return names;
    }
}
