package jp.kyosei.backend.accounts;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AccountRepository extends GenericRepository<AccountRow, UUID> {
    /** Besides, how many there are in all: in every row. */
    @Query("""
            select a.id, a.state, a.display_name, a.username, a.mail, array_to_string(a.roles, ',') as roles,
                   coalesce((select string_agg(d.name, E'\\n' order by d.code) from department d
                             where d.owner_id = a.owner_id and d.id = any (a.departments)), '') as departments,
                   a.trouble, a.since, a.expires_at, cast(count(*) over () as int) as total
            from owner_account a
            where a.owner_id = :ownerId
              and (a.display_name ilike :words or a.username ilike :words or a.mail ilike :words)
              and (:role = '' or :role = any (a.roles))
              and (:state = '' or a.state = :state)
              and (:department = '' or exists (
                    select 1 from department d
                    where d.owner_id = a.owner_id and d.id = any (a.departments) and :department in (d.code, d.name)))
            order by case a.state when 'EXPIRED' then 0 when 'WAITING' then 1 when 'SENT' then 2 when 'ACTIVE' then 3
                     else 4 end, a.display_name, a.id
            limit :most offset :offset""")
    List<AccountRow> page(
            UUID ownerId, String words, String department, String role, String state, int offset, int most);

    @Query("""
            select a.id, a.state, a.display_name, a.username, a.mail, array_to_string(a.roles, ',') as roles,
                   coalesce((select string_agg(d.name, E'\\n' order by d.code) from department d
                             where d.owner_id = a.owner_id and d.id = any (a.departments)), '') as departments,
                   a.trouble, a.since, a.expires_at, 1 as total
            from owner_account a
            where a.owner_id = :ownerId and a.id = :id""")
    Optional<AccountRow> account(UUID ownerId, UUID id);

    @Query("""
            select cast(count(*) as int)
            from owner_account a
            where a.owner_id = :ownerId
              and (a.display_name ilike :words or a.username ilike :words or a.mail ilike :words)
              and (:role = '' or :role = any (a.roles))
              and (:state = '' or a.state = :state)
              and (:department = '' or exists (
                    select 1 from department d
                    where d.owner_id = a.owner_id and d.id = any (a.departments) and :department in (d.code, d.name)))""")
    int count(UUID ownerId, String words, String department, String role, String state);

    @Query(value = "select id, code, name from department where owner_id = :ownerId order by code", nativeQuery = true)
    List<DepartmentRow> departments(UUID ownerId);

    /** The roles of a person in an owner, each with its department, as JSON. */
    @Query("""
            select coalesce(cast(json_agg(json_build_object('role', g.role, 'department', g.department_id)) as text), '[]')
            from role_grant g
            where g.owner_id = :ownerId and g.person_id = :personId""")
    String roles(UUID ownerId, UUID personId);

    @Query("select subject from person where id = :personId")
    Optional<String> subject(UUID personId);

    @Query("select count(distinct person_id) > 0 from role_grant where owner_id = :ownerId and role = 'ADMIN' "
            + "and person_id <> :personId")
    boolean hasOtherAdmin(UUID ownerId, UUID personId);

    @Query("""
            insert into deactivation (owner_id, person_id, display_name, username, roles, reason, by_name, at)
            values (:ownerId, :personId, :displayName, :username, cast(:roles as jsonb), :reason, :byName, :at)""")
    void deactivate(
            UUID ownerId,
            UUID personId,
            String displayName,
            String username,
            String roles,
            String reason,
            String byName,
            Instant at);

    @Query("select cast(roles as text) from deactivation where owner_id = :ownerId and person_id = :personId")
    Optional<String> rolesBefore(UUID ownerId, UUID personId);

    @Query("delete from deactivation where owner_id = :ownerId and person_id = :personId")
    void reactivate(UUID ownerId, UUID personId);
}
