package jp.kyosei.backend.people;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface RoleRepository extends GenericRepository<GivenRoleRow, UUID> {
    String READ = """
            select g.id, g.person_id, p.username, p.display_name, g.role, g.department_id, d.name as department_name,
                   g.valid_from, g.valid_until, g.deputy_for, q.display_name as deputy_for_name
            from role_grant g
            join person p on p.id = g.person_id
            left join department d on d.owner_id = g.owner_id and d.id = g.department_id
            left join person q on q.id = g.deputy_for
            where g.owner_id = :ownerId""";

    /** Those held on the day, and those to come. */
    @Query(
            READ
                    + " and coalesce(g.valid_until >= :day, true) order by p.display_name, p.username, g.role, g.valid_from, g.id")
    List<GivenRoleRow> fromDayOn(UUID ownerId, LocalDate day);

    /** All that a person ever held or will, and what others hold for them. */
    @Query(
            READ
                    + " and (g.person_id = :personId or g.deputy_for = :personId) order by g.role, g.valid_from, g.id for update of g")
    List<GivenRoleRow> ofPerson(UUID ownerId, UUID personId);

    @Query(READ + " and g.id = :id for update of g")
    Optional<GivenRoleRow> one(UUID ownerId, UUID id);

    /** All admins, ever. Whoever takes one away waits for whoever else does. */
    @Query(READ + " and g.role = 'ADMIN' and g.deputy_for is null order by g.id for update of g")
    List<GivenRoleRow> admins(UUID ownerId);

    @Query("select exists (select from person where id = :id and operator)")
    boolean isOperator(UUID id);

    @Query("""
            insert into role_grant (owner_id, id, person_id, role, department_id, valid_from, valid_until, deputy_for)
            values (:ownerId, :id, :personId, :role, :departmentId, :validFrom, :validUntil, :deputyFor)""")
    void insert(
            UUID ownerId,
            UUID id,
            UUID personId,
            String role,
            @Nullable UUID departmentId,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable UUID deputyFor);

    /** What has been held before begins anew on the day, and not as if it had never ended. */
    @Query("""
            insert into role_grant (owner_id, id, person_id, role, department_id, valid_from, valid_until)
            select :ownerId, :id, :personId, :role, cast(:departmentId as uuid),
                   coalesce(cast(:firstDay as date), case when exists (
                        select from role_grant g
                        where g.owner_id = :ownerId and g.person_id = :personId and g.role = :role
                          and g.department_id is not distinct from cast(:departmentId as uuid))
                   then cast(:today as date) end),
                   cast(:lastDay as date)
            where not exists (
                select from role_grant g
                where g.owner_id = :ownerId and g.person_id = :personId and g.role = :role
                  and g.department_id is not distinct from cast(:departmentId as uuid)
                  and g.deputy_for is null and g.valid_until is null)
            on conflict do nothing""")
    void insertInvited(
            UUID ownerId,
            UUID id,
            UUID personId,
            String role,
            @Nullable UUID departmentId,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            LocalDate today);

    @Query("update role_grant set valid_until = :lastDay where owner_id = :ownerId and id = :id")
    void endAfter(UUID ownerId, UUID id, @Nullable LocalDate lastDay);

    @Query("delete from role_grant where owner_id = :ownerId and id = :id")
    void delete(UUID ownerId, UUID id);
}
