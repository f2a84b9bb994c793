package jp.kyosei.backend.collection.round;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface RoundRepository extends GenericRepository<RoundRow, UUID> {
    @Query("""
            select id, fiscal_year, state, due_on, instructions, opened_by_name, opened_at, closed_at, version
            from collection_round
            where owner_id = :ownerId and plan_id = :planId
            order by fiscal_year desc""")
    List<RoundRow> rounds(UUID ownerId, UUID planId);

    @Query("""
            select id, fiscal_year, state, due_on, instructions, opened_by_name, opened_at, closed_at, version
            from collection_round
            where owner_id = :ownerId and plan_id = :planId and fiscal_year = :fiscalYear""")
    Optional<RoundRow> round(UUID ownerId, UUID planId, int fiscalYear);

    /** Held until the transaction ends, so that a round is not closed between a look at it and a write into it. */
    @Query("""
            select id, fiscal_year, state, due_on, instructions, opened_by_name, opened_at, closed_at, version
            from collection_round
            where owner_id = :ownerId and plan_id = :planId and fiscal_year = :fiscalYear
            for share""")
    Optional<RoundRow> roundForEntry(UUID ownerId, UUID planId, int fiscalYear);

    /** Held against everybody who enters or steps: who moves the day of the whole round waits before the tasks, not after. */
    @Query("""
            select id, fiscal_year, state, due_on, instructions, opened_by_name, opened_at, closed_at, version
            from collection_round
            where owner_id = :ownerId and plan_id = :planId and fiscal_year = :fiscalYear
            for update""")
    Optional<RoundRow> roundForChange(UUID ownerId, UUID planId, int fiscalYear);

    @Query("""
            insert into collection_round (owner_id, id, plan_id, fiscal_year, state, due_on, instructions, opened_by,
                                          opened_by_name, opened_at)
            values (:ownerId, :id, :planId, :fiscalYear, 'OPEN', :dueOn, :instructions, :openedBy, :openedByName,
                    :openedAt)
            on conflict (owner_id, plan_id, fiscal_year) do nothing""")
    long insertRound(
            UUID ownerId,
            UUID id,
            UUID planId,
            int fiscalYear,
            LocalDate dueOn,
            String instructions,
            UUID openedBy,
            String openedByName,
            Instant openedAt);

    /** Their tasks go with them. */
    @Query("delete from collection_round where owner_id = :ownerId and plan_id = :planId")
    long deleteRounds(UUID ownerId, UUID planId);

    /** @return 0 if somebody else has changed the round meanwhile */
    @Query("""
            update collection_round
            set state = :state, due_on = :dueOn, instructions = :instructions, closed_at = :closedAt,
                version = version + 1
            where owner_id = :ownerId and id = :id and version = :version""")
    long updateRound(
            UUID ownerId,
            UUID id,
            String state,
            LocalDate dueOn,
            String instructions,
            @Nullable Instant closedAt,
            long version);
}
