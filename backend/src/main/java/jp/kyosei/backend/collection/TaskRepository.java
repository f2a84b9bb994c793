package jp.kyosei.backend.collection;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** Tasks are locked in the order of their key, so that two who lock several never wait for each other. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TaskRepository extends GenericRepository<TaskEntity, UUID> {
    @Query("""
            select owner_id, round_id, indicator_id, municipality_code, department_owner_id, department_id, due_on,
                   needs_approval, state, comment, submitted_by, acted_by_name, acted_at, version
            from collection_task
            where owner_id = :ownerId and round_id = :roundId
            order by indicator_id, municipality_code""")
    List<TaskEntity> tasks(UUID ownerId, UUID roundId);

    @Query("""
            select owner_id, round_id, indicator_id, municipality_code, department_owner_id, department_id, due_on,
                   needs_approval, state, comment, submitted_by, acted_by_name, acted_at, version
            from collection_task
            where owner_id = :ownerId and round_id = :roundId
              and indicator_id = any (cast(:indicators as uuid[])) and municipality_code = any (cast(:towns as text[]))
            order by indicator_id, municipality_code
            for update""")
    List<TaskEntity> tasksForChange(UUID ownerId, UUID roundId, String indicators, String towns);

    @Query("""
            insert into collection_task (owner_id, round_id, indicator_id, municipality_code, department_owner_id,
                                         department_id, due_on, needs_approval, state)
            values (:ownerId, :roundId, :indicatorId, :municipalityCode, :departmentOwnerId, :departmentId, :dueOn,
                    :needsApproval, :state)""")
    void insertTasks(List<TaskEntity> tasks);

    @Query("""
            update collection_task
            set due_on = :dueOn, state = :state, comment = :comment, submitted_by = :submittedBy,
                acted_by_name = :actedByName, acted_at = :actedAt, version = version + 1
            where owner_id = :ownerId and round_id = :roundId and indicator_id = :indicatorId
              and municipality_code = :municipalityCode""")
    void updateTasks(List<TaskEntity> tasks);
}
