package jp.kyosei.backend.owners;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Arrays travel as PostgreSQL's text form {@code {a,b}}; ids and codes need no quoting in it. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface OwnerRepository extends GenericRepository<OwnerRow, UUID> {
    @Query("""
            select o.id, o.slug, o.kind, o.name, m.municipality_code as member_code, t.name as member_name,
                   m.centre, m.first_fiscal_year, m.last_fiscal_year
            from owner o
            left join alliance_member m on m.owner_id = o.id
            left join municipality t on t.code = m.municipality_code
            where o.id = any (cast(:owners as uuid[]))
            order by o.kind, o.slug, m.centre desc, m.municipality_code""")
    List<OwnerRow> owners(String owners);

    @Query("select id from owner where slug = :slug")
    Optional<UUID> ownerOf(String slug);

    @Query("""
            select o.municipality_code, d.owner_id, d.id, d.code, d.name
            from department d
            join owner o on o.id = d.owner_id
            where o.municipality_code = any (cast(:codes as text[]))""")
    List<ReportingDepartmentRow> reportingDepartments(String codes);

    @Query("select code, name from municipality where code = any (cast(:codes as text[]))")
    List<TownNameRow> townNames(String codes);

    @Query("select name from department where owner_id = :ownerId and id = :id")
    Optional<String> departmentName(UUID ownerId, UUID id);

    @Query("""
            insert into municipality (code, name, prefecture) values (:code, :name, :prefecture)
            on conflict (code) do nothing""")
    long insertMunicipality(String code, String name, String prefecture);

    @Query("""
            insert into owner (id, slug, kind, name, municipality_code, alliance_kind)
            values (:id, :slug, :kind, :name, :municipalityCode, :allianceKind)""")
    void insertOwner(
            UUID id,
            String slug,
            String kind,
            String name,
            @Nullable String municipalityCode,
            @Nullable String allianceKind);

    @Query("""
            insert into alliance_member (owner_id, municipality_code, centre, first_fiscal_year, last_fiscal_year)
            values (:ownerId, :municipalityCode, :centre, :firstFiscalYear, :lastFiscalYear)""")
    void insertMember(
            UUID ownerId,
            String municipalityCode,
            boolean centre,
            int firstFiscalYear,
            @Nullable Integer lastFiscalYear);

    @Query("insert into department (owner_id, id, code, name) values (:ownerId, :id, :code, :name)")
    void insertDepartment(UUID ownerId, UUID id, String code, String name);
}
