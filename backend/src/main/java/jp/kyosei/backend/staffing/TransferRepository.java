package jp.kyosei.backend.staffing;

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
interface TransferRepository extends GenericRepository<TransferRow, UUID> {
    String READ = """
            select id, effective_on, reason, state, prepared_by_name, prepared_at, settled_by_name, settled_at,
                   merges_department_id
            from transfer
            where owner_id = :ownerId""";

    @Query(READ + " order by effective_on desc, prepared_at desc, id limit 200")
    List<TransferRow> latest(UUID ownerId);

    @Query(READ + " and effective_on = :day and state <> 'TAKEN_BACK' order by prepared_at, id")
    List<TransferRow> ofDay(UUID ownerId, LocalDate day);

    /** What is prepared for the merger of a department. */
    @Query("""
            select id from transfer
            where owner_id = :ownerId and merges_department_id = :departmentId and state = 'PREPARED'""")
    Optional<UUID> ofMerger(UUID ownerId, UUID departmentId);

    @Query(READ + " and id = :id")
    List<TransferRow> one(UUID ownerId, UUID id);

    /** Held until the transaction ends; nothing while another process carries it out. */
    @Query(READ + " and id = :id and state = 'PREPARED' for update skip locked")
    Optional<TransferRow> claim(UUID ownerId, UUID id);

    @Query("""
            select r.transfer_id, r.grant_id, r.person_id, p.display_name, r.role, r.department_id, r.begins, r.previous_until
            from transfer_role r
            join person p on p.id = r.person_id
            where r.owner_id = :ownerId and r.transfer_id = any (cast(:transfers as uuid[]))
            order by r.transfer_id, p.display_name, p.username, r.role, r.department_id""")
    List<TransferRoleRow> roles(UUID ownerId, String transfers);

    @Query("""
            select w.transfer_id, w.kind, w.from_department_id, w.to_department_id, w.moved
            from transfer_work w
            join department d on d.owner_id = w.owner_id and d.id = w.from_department_id
            where w.owner_id = :ownerId and w.transfer_id = any (cast(:transfers as uuid[]))
            order by w.transfer_id, d.code, w.kind""")
    List<TransferWorkRow> work(UUID ownerId, String transfers);

    /** Who is named already in what is prepared. */
    @Query("""
            select distinct p.display_name
            from transfer t
            join transfer_role r on r.owner_id = t.owner_id and r.transfer_id = t.id
            join person p on p.id = r.person_id
            where t.owner_id = :ownerId and t.state = 'PREPARED' and r.person_id = any (cast(:people as uuid[]))
            order by 1""")
    List<String> prepared(UUID ownerId, String people);

    /** Which work is to go already. */
    @Query("""
            select exists (
                select from transfer t
                join transfer_work w on w.owner_id = t.owner_id and w.transfer_id = t.id
                where t.owner_id = :ownerId and t.state = 'PREPARED' and w.kind = :kind
                  and w.from_department_id = :fromDepartment)""")
    boolean isPrepared(UUID ownerId, String kind, UUID fromDepartment);

    @Query("""
            insert into transfer (owner_id, id, effective_on, reason, prepared_by, prepared_by_name, prepared_at,
                                  merges_department_id)
            values (:ownerId, :id, :effectiveOn, :reason, :preparedBy, :preparedByName, :preparedAt, :mergesDepartment)""")
    void insert(
            UUID ownerId,
            UUID id,
            LocalDate effectiveOn,
            String reason,
            UUID preparedBy,
            String preparedByName,
            Instant preparedAt,
            @Nullable UUID mergesDepartment);

    @Query("""
            insert into transfer_role (owner_id, transfer_id, grant_id, person_id, role, department_id, begins, previous_until)
            values (:ownerId, :transferId, :grantId, :personId, :role, :departmentId, :begins, :previousUntil)""")
    void insertRole(
            UUID ownerId,
            UUID transferId,
            UUID grantId,
            UUID personId,
            String role,
            @Nullable UUID departmentId,
            boolean begins,
            @Nullable LocalDate previousUntil);

    @Query("""
            insert into transfer_work (owner_id, transfer_id, kind, from_department_id, to_department_id)
            values (:ownerId, :transferId, :kind, :fromDepartment, :toDepartment)""")
    void insertWork(UUID ownerId, UUID transferId, String kind, UUID fromDepartment, UUID toDepartment);

    @Query("""
            update transfer set state = :state, settled_by_name = :by, settled_at = :at
            where owner_id = :ownerId and id = :id""")
    void settle(UUID ownerId, UUID id, String state, String by, Instant at);

    @Query("""
            update transfer_work set moved = :moved
            where owner_id = :ownerId and transfer_id = :transferId and kind = :kind
              and from_department_id = :fromDepartment""")
    void moved(UUID ownerId, UUID transferId, String kind, UUID fromDepartment, int moved);

    @Query(value = "select * from transfers_due(:day)", nativeQuery = true)
    List<DueRow> due(LocalDate day);

    /** Whoever prepares or takes back in an owner waits for whoever else does, and sees what they have done. */
    @Query("select 1 from (select pg_advisory_xact_lock(hashtextextended(cast(:ownerId as text), 39))) held")
    int waitForOthers(UUID ownerId);
}
