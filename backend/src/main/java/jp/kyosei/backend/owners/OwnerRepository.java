package jp.kyosei.backend.owners;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Arrays travel as PostgreSQL's text form {@code {a,b}}; ids and codes need no quoting in it. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface OwnerRepository extends GenericRepository<OwnerRow, UUID> {
    @Query("""
            select o.id, o.slug, o.kind, o.name, o.municipality_code, o.alliance_kind, o.state, o.opened_at, o.version,
                   m.municipality_code as member_code, t.name as member_name,
                   m.centre, m.first_fiscal_year, m.last_fiscal_year
            from owner o
            left join alliance_member m on m.owner_id = o.id
            left join municipality t on t.code = m.municipality_code
            where o.id = any (cast(:owners as uuid[]))
            order by o.kind, o.slug, m.centre desc, m.municipality_code, m.first_fiscal_year""")
    List<OwnerRow> owners(String owners);

    /** The operator sees all, others those that are listed for them. */
    @Query("select id from owner where slug = :slugOrCode or municipality_code = :slugOrCode")
    Optional<UUID> ownerOf(String slugOrCode);

    @Query("select code, name from municipality where code = any (cast(:codes as text[]))")
    List<TownNameRow> townNames(String codes);

    @Query("""
            update owner set version = version + 1
            where id = :id and (:expected = -1 or version = :expected)""")
    long advance(UUID id, long expected);

    @Query("update owner set state = :state, version = version + 1 where id = :id")
    long changeState(UUID id, String state);
}
