package jp.kyosei.backend.collection.task;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Tasks are locked in the order of their key, so that two who lock several never wait for each other. Arrays travel as
 * PostgreSQL's text form {@code {a,b}}; ids, kinds and codes need no quoting in it.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface TaskRepository extends GenericRepository<TaskEntity, UUID> {
    @Query("""
            select owner_id, round_id, subject_kind, subject_id, municipality_code, department_owner_id, department_id,
                   due_on, needs_approval, state, comment, submitted_by, acted_by_name, acted_at, version
            from collection_task
            where owner_id = :ownerId and round_id = :roundId
            order by subject_kind, subject_id, municipality_code""")
    List<TaskEntity> tasks(UUID ownerId, UUID roundId);

    /** {@code kinds} and {@code subjects} are arrays of the same length. */
    @Query("""
            select owner_id, round_id, subject_kind, subject_id, municipality_code, department_owner_id, department_id,
                   due_on, needs_approval, state, comment, submitted_by, acted_by_name, acted_at, version
            from collection_task
            where owner_id = :ownerId and round_id = :roundId
              and (subject_kind, subject_id) in (
                  select * from unnest(cast(:kinds as text[]), cast(:subjects as uuid[])))
              and municipality_code = any (cast(:towns as text[]))
            order by subject_kind, subject_id, municipality_code
            for update""")
    List<TaskEntity> tasksForChange(UUID ownerId, UUID roundId, String kinds, String subjects, String towns);

    /** The rounds of a plan, each with its figures that are not confirmed; a round without such a one comes once. */
    @Query("""
            select r.fiscal_year, r.state = 'OPEN' as open, t.indicator_id, t.municipality_code
            from collection_round r
            left join collection_task t on t.owner_id = r.owner_id and t.round_id = r.id and t.subject_kind = 'FIGURE'
                and t.state <> 'CONFIRMED'
            where r.owner_id = :ownerId and r.plan_id = :planId""")
    List<CollectionStand.Row> unfinished(UUID ownerId, UUID planId);

    /** How many of a round's figures of these towns had been handed in before a moment. */
    @Query("""
            select count(*) from collection_task
            where owner_id = :ownerId and round_id = :roundId and subject_kind = 'FIGURE'
              and municipality_code = any (cast(:towns as text[]))
              and state in ('SUBMITTED', 'CONFIRMED') and coalesce(submitted_at, acted_at) < :moment""")
    int doneBefore(UUID ownerId, UUID roundId, String towns, Instant moment);

    /** What others submitted and waits for superiors in open rounds, by department; of every owner that the context reads. */
    @Query("""
            select t.owner_id, r.plan_id, r.fiscal_year, t.municipality_code, t.department_id,
                   cast(count(*) as int) as waiting, min(t.due_on) as due_on
            from collection_task t
            join collection_round r on r.owner_id = t.owner_id and r.id = t.round_id
            where t.state = 'AWAITING_APPROVAL' and t.subject_kind = 'FIGURE' and r.state = 'OPEN'
              and t.submitted_by is distinct from :person
            group by t.owner_id, r.plan_id, r.fiscal_year, t.municipality_code, t.department_id
            order by r.fiscal_year, t.municipality_code""")
    List<AwaitingRow> awaiting(UUID person);

    /** What a task is about stands in the column of its sort, so that it is there; the database makes subject_id of it. */
    @Query("""
            insert into collection_task (owner_id, round_id, subject_kind, indicator_id, section_id, initiative_id,
                                         municipality_code, department_owner_id, department_id, due_on, needs_approval,
                                         state)
            values (:ownerId, :roundId, :subjectKind,
                    case when :subjectKind in ('FIGURE', 'INDICATOR_GRADE') then cast(:subjectId as uuid) end,
                    case when :subjectKind in ('SECTION_TEXT', 'SECTION_GRADE') then cast(:subjectId as uuid) end,
                    case when :subjectKind = 'COSTS' then cast(:subjectId as uuid) end,
                    :municipalityCode, :departmentOwnerId, :departmentId, :dueOn, :needsApproval, :state)""")
    void insertTasks(List<TaskEntity> tasks);

    @Query("""
            update collection_task
            set due_on = :dueOn, state = :state, comment = :comment, submitted_by = :submittedBy,
                acted_by_name = :actedByName, acted_at = :actedAt, version = version + 1,
                submitted_at = case
                    when :state in ('NOT_STARTED', 'DRAFT', 'RETURNED') then null
                    when state in ('NOT_STARTED', 'DRAFT', 'RETURNED') then :actedAt
                    else submitted_at end
            where owner_id = :ownerId and round_id = :roundId and subject_kind = :subjectKind
              and subject_id = :subjectId and municipality_code = :municipalityCode""")
    void updateTasks(List<TaskEntity> tasks);

    @Query("""
            delete from collection_task
            where owner_id = :ownerId and round_id = :roundId and subject_kind = :subjectKind
              and subject_id = :subjectId and municipality_code = :municipalityCode""")
    void deleteTasks(List<TaskEntity> tasks);
}
