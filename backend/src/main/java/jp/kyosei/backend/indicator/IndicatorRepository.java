package jp.kyosei.backend.indicator;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface IndicatorRepository extends GenericRepository<IndicatorRow, UUID> {
    /** Targets as {@code year=value} lines, reporters as tab-separated lines: one row an indicator, one statement. */
    @Query("""
            select d.indicator_id as id, d.no, d.kind, s.number as section, d.name, d.description, d.unit, d.decimals,
                   d.change_digits, d.ratio_as_percent, d.direction, d.cumulative, d.progress_formula, d.baseline_kind,
                   d.baseline_value, d.baseline_fiscal_year, d.baseline_note, d.stated_target, d.consolidation,
                   d.source, t.targets, r.reporters
            from indicator_definition d
            join section s on s.owner_id = d.owner_id and s.id = d.section_id
            left join (
                select indicator_id, string_agg(fiscal_year || '=' || value, E'\\n' order by fiscal_year) as targets
                from indicator_target
                where owner_id = :ownerId and plan_version_id = :versionId
                group by indicator_id) t on t.indicator_id = d.indicator_id
            left join (
                select p.indicator_id,
                       string_agg(concat_ws(E'\\t', p.municipality_code, m.name, coalesce(p.department_owner_id::text, ''),
                           coalesce(p.department_id::text, ''), coalesce(n.name, '')), E'\\n'
                           order by p.municipality_code) as reporters
                from indicator_reporter p
                join municipality m on m.code = p.municipality_code
                left join department n on n.owner_id = p.department_owner_id and n.id = p.department_id
                where p.owner_id = :ownerId and p.plan_version_id = :versionId
                group by p.indicator_id) r on r.indicator_id = d.indicator_id
            where d.owner_id = :ownerId and d.plan_version_id = :versionId
            order by d.position""")
    List<IndicatorRow> ofVersion(UUID ownerId, UUID versionId);
}
