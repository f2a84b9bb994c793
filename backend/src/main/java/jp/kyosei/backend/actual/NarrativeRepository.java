package jp.kyosei.backend.actual;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** Reads narratives; how far one under way has come, its task says. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface NarrativeRepository extends GenericRepository<NarrativeRow, UUID> {
    @Query("""
            with unfinished as materialized (
                select indicator_id, fiscal_year, municipality_code, figures from unfinished_cell
                where owner_id = :ownerId and indicator_id = any (cast(:indicators as uuid[])))
            select n.indicator_id, n.fiscal_year, n.municipality_code, n.progress, n.outlook, n.initiatives,
                   coalesce(u.figures, n.state) as state, n.version, n.written_by_name, n.written_at
            from narrative n
            left join unfinished u on u.indicator_id = n.indicator_id and u.fiscal_year = n.fiscal_year
                and u.municipality_code is not distinct from n.municipality_code
            where n.owner_id = :ownerId and n.indicator_id = any (cast(:indicators as uuid[]))
              and n.fiscal_year >= :firstFiscalYear
            order by n.fiscal_year desc, n.municipality_code nulls first""")
    List<NarrativeRow> narratives(UUID ownerId, String indicators, int firstFiscalYear);

    @Query("delete from narrative where owner_id = :ownerId and indicator_id = any (cast(:indicators as uuid[]))")
    void deleteNarratives(UUID ownerId, String indicators);
}
