package jp.kyosei.backend.owners.keeping;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface KeepingRepository extends GenericRepository<KeptOwnerRow, UUID> {
    @Query("""
            select o.id, o.slug, o.kind, o.name, o.municipality_code, t.prefecture, o.alliance_kind, o.state, o.opened_at,
                   (select count(*)::int from alliance_member m
                    where m.owner_id = o.id and m.last_fiscal_year is null) as members
            from owner o
            left join municipality t on t.code = o.municipality_code
            where (:state = '' or o.state = :state)
              and (:words = '' or strpos(coalesce(t.prefecture, '') || o.name, :words) > 0
                or strpos(o.slug, :words) > 0 or o.municipality_code like :words || '%')
            order by o.kind, coalesce(o.municipality_code, o.name), o.id
            limit :most offset :offset""")
    List<KeptOwnerRow> page(String words, String state, int offset, int most);

    @Query("""
            select count(*)
            from owner o
            left join municipality t on t.code = o.municipality_code
            where (:state = '' or o.state = :state)
              and (:words = '' or strpos(coalesce(t.prefecture, '') || o.name, :words) > 0
                or strpos(o.slug, :words) > 0 or o.municipality_code like :words || '%')""")
    int count(String words, String state);

    @Query(value = """
                    select owner_id, plans, indicators, people, files, file_bytes, last_change
                    from owner_sizes(cast(:owners as uuid[]))""", nativeQuery = true)
    List<OwnerSizeRow> sizes(String owners);

    /** None where the name in addresses, or the municipality, is taken. */
    @Query("""
            insert into owner (id, slug, kind, name, municipality_code, alliance_kind, state)
            values (:id, :slug, :kind, :name, :municipalityCode, :allianceKind, :state)
            on conflict do nothing""")
    long insertOwner(
            UUID id,
            String slug,
            String kind,
            String name,
            @Nullable String municipalityCode,
            @Nullable String allianceKind,
            String state);

    @Query("""
            insert into alliance_member (owner_id, municipality_code, centre, first_fiscal_year, last_fiscal_year)
            values (:ownerId, :municipalityCode, :centre, :firstFiscalYear, :lastFiscalYear)""")
    void insertMember(
            UUID ownerId,
            String municipalityCode,
            boolean centre,
            int firstFiscalYear,
            @Nullable Integer lastFiscalYear);

    @Query("update owner set name = :name, state = :state where id = :id")
    void change(UUID id, String name, String state);
}
