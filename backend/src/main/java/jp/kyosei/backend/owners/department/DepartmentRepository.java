package jp.kyosei.backend.owners.department;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Arrays travel as PostgreSQL's text form {@code {a,b}}; codes need no quoting in it. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface DepartmentRepository extends GenericRepository<DepartmentRow, UUID> {
    @Query("""
            select d.owner_id, d.id, d.code, d.name, d.first_fiscal_year, d.last_fiscal_year, d.successor_id, d.version,
                   n.name as former_name, n.last_fiscal_year as former_year
            from department d
            left join department_former_name n on n.owner_id = d.owner_id and n.department_id = d.id
            where d.owner_id = :ownerId
            order by d.last_fiscal_year desc nulls first, d.code, n.last_fiscal_year""")
    List<DepartmentRow> departments(UUID ownerId);

    /** Held until the transaction ends. */
    @Query("""
            select id from department where owner_id = :ownerId and code = :code for update""")
    Optional<UUID> hold(UUID ownerId, String code);

    @Query("""
            select o.municipality_code, d.owner_id, d.id, d.code, d.name
            from department d
            join owner o on o.id = d.owner_id
            where o.municipality_code = any (cast(:codes as text[]))
              and (d.last_fiscal_year is null or d.last_fiscal_year >= :fiscalYear)
            order by d.code""")
    List<ReportingDepartmentRow> reportingDepartments(String codes, int fiscalYear);

    @Query("select name from department where owner_id = :ownerId and id = :id")
    Optional<String> name(UUID ownerId, UUID id);

    @Query("""
            insert into department (owner_id, id, code, name, first_fiscal_year)
            values (:ownerId, :id, :code, :name, :firstFiscalYear)
            on conflict (owner_id, code) do nothing""")
    long insert(UUID ownerId, UUID id, String code, String name, @Nullable Integer firstFiscalYear);

    @Query("""
            update department set name = :name, version = version + 1
            where owner_id = :ownerId and id = :id and (:expected = -1 or version = :expected)""")
    long rename(UUID ownerId, UUID id, long expected, String name);

    @Query("""
            insert into department_former_name (owner_id, department_id, last_fiscal_year, name)
            values (:ownerId, :id, :lastFiscalYear, :name)
            on conflict (owner_id, department_id, last_fiscal_year) do nothing""")
    void keepName(UUID ownerId, UUID id, int lastFiscalYear, String name);

    @Query("""
            update department
            set last_fiscal_year = :lastFiscalYear, successor_id = :successorId, version = version + 1
            where owner_id = :ownerId and id = :id and (:expected = -1 or version = :expected)""")
    long close(UUID ownerId, UUID id, long expected, @Nullable Integer lastFiscalYear, @Nullable UUID successorId);
}
