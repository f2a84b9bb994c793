package jp.kyosei.backend.accounts;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AccountRepository extends GenericRepository<AccountRow, UUID> {
    /** Who uses the service for an owner today or will, who is invited, and who may not any more: a line each. */
    String LISTED = """
            with listed as (
                select g.owner_id, g.person_id as id, 'ACTIVE' as state, p.display_name, p.username,
                       coalesce((select i.mail from invitation i
                                 where i.owner_id = g.owner_id and i.person_id = g.person_id
                                 order by i.ended_at desc limit 1), '') as mail,
                       array_agg(distinct g.role order by g.role) as roles,
                       array_remove(array_agg(distinct g.department_id), null) as departments,
                       '' as trouble, cast(null as timestamptz) as since, cast(null as timestamptz) as expires_at
                from role_grant g
                join person p on p.id = g.person_id
                where g.owner_id = :ownerId and coalesce(g.valid_until >= :today, true)
                group by g.owner_id, g.person_id, p.display_name, p.username
                union all
                select i.owner_id, i.id, i.state, i.display_name, '', i.mail, i.roles,
                       array_remove(array [i.department_id], null), i.trouble, i.invited_at, i.expires_at
                from invitation i
                where i.owner_id = :ownerId
                  and (i.state in ('WAITING', 'SENT')
                    or (i.state = 'EXPIRED' and not exists (
                        select 1 from invitation later
                        where later.owner_id = i.owner_id and later.mail = i.mail and later.invited_at > i.invited_at)))
                union all
                select d.owner_id, d.person_id, 'INACTIVE', d.display_name, d.username, '',
                       array(select distinct r ->> 'role' from jsonb_array_elements(d.roles) r),
                       array(select distinct cast(r ->> 'department' as uuid) from jsonb_array_elements(d.roles) r
                             where r ->> 'department' is not null),
                       d.reason, d.at, null
                from deactivation d
                where d.owner_id = :ownerId
                  and not exists (select 1 from role_grant g
                                  where g.owner_id = d.owner_id and g.person_id = d.person_id
                                    and coalesce(g.valid_until >= :today, true)))
            """;

    String READ = """
            select a.id, a.state, a.display_name, a.username, a.mail, array_to_string(a.roles, ',') as roles,
                   coalesce((select string_agg(d.name, E'\\n' order by d.code) from department d
                             where d.owner_id = a.owner_id and d.id = any (a.departments)), '') as departments,
                   a.trouble, a.since, a.expires_at, cast(count(*) over () as int) as total
            from listed a
            """;

    String WANTED = """
            where (a.display_name ilike :words or a.username ilike :words or a.mail ilike :words)
              and (:role = '' or :role = any (a.roles))
              and (:state = '' or a.state = :state)
              and (:department = '' or exists (
                    select 1 from department d
                    where d.owner_id = a.owner_id and d.id = any (a.departments) and :department in (d.code, d.name)))
            """;

    /** Besides, how many there are in all: in every row. */
    @Query(LISTED + READ + WANTED + """
            order by case a.state when 'EXPIRED' then 0 when 'WAITING' then 1 when 'SENT' then 2 when 'ACTIVE' then 3
                     else 4 end, a.display_name, a.id
            limit :most offset :offset""")
    List<AccountRow> page(
            UUID ownerId,
            LocalDate today,
            String words,
            String department,
            String role,
            String state,
            int offset,
            int most);

    @Query(LISTED + READ + "where a.id = :id")
    Optional<AccountRow> account(UUID ownerId, LocalDate today, UUID id);

    @Query(LISTED + "select cast(count(*) as int) from listed a " + WANTED)
    int count(UUID ownerId, LocalDate today, String words, String department, String role, String state);

    /** Those that there are on a day. */
    @Query(value = """
            select id, code, name from department
            where owner_id = :ownerId
              and coalesce(last_fiscal_year >= fiscal_year_of(cast(:today as date)), true)
            order by code""", nativeQuery = true)
    List<DepartmentRow> departments(UUID ownerId, LocalDate today);

    /** The roles that a person holds in an owner for themselves, each with its department, as JSON. */
    @Query("""
            select coalesce(cast(json_agg(json_build_object('role', g.role, 'department', g.department_id)) as text), '[]')
            from role_grant g
            where g.owner_id = :ownerId and g.person_id = :personId and g.deputy_for is null
              and coalesce(g.valid_until >= :today, true)""")
    String roles(UUID ownerId, UUID personId, LocalDate today);

    @Query("select subject from person where id = :personId")
    Optional<String> subject(UUID personId);

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
