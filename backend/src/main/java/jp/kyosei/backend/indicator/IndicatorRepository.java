package jp.kyosei.backend.indicator;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
abstract class IndicatorRepository implements GenericRepository<IndicatorRow, UUID> {
    private static final String OF_VERSION = """
            select d.indicator_id as id, d.no, d.kind, d.section_id, d.name, d.description, d.unit, d.decimals,
                   d.change_digits, d.ratio_as_percent, d.direction, d.cumulative, d.progress_formula, d.baseline_kind,
                   d.baseline_value, d.baseline_fiscal_year, d.baseline_note, d.stated_target, d.consolidation,
                   d.source,
                   (select string_agg(t.fiscal_year || '=' || t.value, E'\\n' order by t.fiscal_year)
                    from indicator_target t
                    where t.owner_id = d.owner_id and t.plan_version_id = d.plan_version_id
                      and t.indicator_id = d.indicator_id) as targets,
                   (select json_agg(json_build_object(
                               'municipality', p.municipality_code, 'name', m.name,
                               'departmentOwner', k.department_owner_id, 'department', k.department_id,
                               'departmentName', n.name,
                               'formerNames', (
                                   select json_agg(json_build_object('lastFiscalYear', f.last_fiscal_year, 'name', f.name)
                                                   order by f.last_fiscal_year)
                                   from department_former_name f
                                   where f.owner_id = n.owner_id and f.department_id = n.id))
                           order by p.municipality_code)::text
                    from indicator_reporter p
                    join municipality m on m.code = p.municipality_code
                    left join indicator_desk k on k.owner_id = p.owner_id and k.indicator_id = p.indicator_id
                        and k.municipality_code = p.municipality_code
                    left join department n on n.owner_id = k.department_owner_id and n.id = k.department_id
                    where p.owner_id = d.owner_id and p.plan_version_id = d.plan_version_id
                      and p.indicator_id = d.indicator_id) as reporters
            from indicator_definition d
            where d.owner_id = ? and d.plan_version_id = ? %s
            order by d.position""";

    private static final String ALL_OF_VERSION = OF_VERSION.formatted("");
    private static final String SOME_OF_VERSION = OF_VERSION.formatted("and d.no = any (?)");

    private final JdbcOperations jdbc;

    IndicatorRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Targets as {@code year=value} lines, reporters as JSON ({@link StoredReporter}): one row an indicator, one statement. Looked up
     * indicator by indicator: joined instead, they are read anew for every indicator when the planner, which guesses one
     * row for a plan among the nation's, takes nested loops. Read by hand, as the mapping by names is slow.
     */
    List<IndicatorRow> ofVersion(UUID ownerId, UUID versionId) {
        return jdbc.prepareStatement(ALL_OF_VERSION, statement -> {
            statement.setObject(1, ownerId);
            statement.setObject(2, versionId);
            return read(statement);
        });
    }

    /** The same of some numbers only. */
    List<IndicatorRow> ofVersion(UUID ownerId, UUID versionId, Collection<String> nos) {
        return jdbc.prepareStatement(SOME_OF_VERSION, statement -> {
            statement.setObject(1, ownerId);
            statement.setObject(2, versionId);
            statement.setArray(3, statement.getConnection().createArrayOf("text", nos.toArray(String[]::new)));
            return read(statement);
        });
    }

    @Query("delete from indicator_target where owner_id = :ownerId and plan_version_id = :versionId")
    abstract void deleteTargets(UUID ownerId, UUID versionId);

    @Query("delete from indicator_reporter where owner_id = :ownerId and plan_version_id = :versionId")
    abstract void deleteReporters(UUID ownerId, UUID versionId);

    @Query("delete from indicator_definition where owner_id = :ownerId and plan_version_id = :versionId")
    abstract void deleteDefinitions(UUID ownerId, UUID versionId);

    @Query("""
            delete from indicator_desk
            where owner_id = :ownerId and indicator_id = any (cast(:indicators as uuid[]))""")
    abstract void deleteDesks(UUID ownerId, String indicators);

    @Query("delete from indicator where owner_id = :ownerId and id = any (cast(:indicators as uuid[]))")
    abstract void deleteIdentities(UUID ownerId, String indicators);

    @Query("""
            insert into indicator_definition (owner_id, plan_version_id, indicator_id, section_id, position, no, kind, name,
                description, unit, decimals, change_digits, ratio_as_percent, direction, cumulative, progress_formula,
                baseline_kind, baseline_value, baseline_fiscal_year, baseline_note, stated_target, consolidation, source)
            select owner_id, :to, indicator_id, section_id, position, no, kind, name,
                description, unit, decimals, change_digits, ratio_as_percent, direction, cumulative, progress_formula,
                baseline_kind, baseline_value, baseline_fiscal_year, baseline_note, stated_target, consolidation, source
            from indicator_definition where owner_id = :ownerId and plan_version_id = :from""")
    abstract void copyDefinitions(UUID ownerId, UUID from, UUID to);

    @Query("""
            insert into indicator_target (owner_id, plan_version_id, indicator_id, fiscal_year, value)
            select owner_id, :to, indicator_id, fiscal_year, value
            from indicator_target where owner_id = :ownerId and plan_version_id = :from""")
    abstract void copyTargets(UUID ownerId, UUID from, UUID to);

    @Query("""
            insert into indicator_reporter (owner_id, plan_version_id, indicator_id, municipality_code)
            select owner_id, :to, indicator_id, municipality_code
            from indicator_reporter where owner_id = :ownerId and plan_version_id = :from""")
    abstract void copyReporters(UUID ownerId, UUID from, UUID to);

    @Query("""
            insert into indicator_desk (owner_id, indicator_id, municipality_code, department_owner_id, department_id)
            values (:ownerId, :indicatorId, :town, :departmentOwnerId, :departmentId)
            on conflict on constraint indicator_desk_pk
            do update set department_owner_id = excluded.department_owner_id, department_id = excluded.department_id""")
    abstract void assignDesk(UUID ownerId, UUID indicatorId, String town, UUID departmentOwnerId, UUID departmentId);

    @Query("""
            delete from indicator_desk
            where owner_id = :ownerId and indicator_id = :indicatorId and municipality_code = :town""")
    abstract void closeDesk(UUID ownerId, UUID indicatorId, String town);

    @Query("select set_config('app.spelling', :spelling, true)")
    abstract String spelling(String spelling);

    @Query("""
            update indicator_definition set name = :name, description = :description
            where owner_id = :ownerId and plan_version_id = :versionId and indicator_id = :indicatorId""")
    abstract long spell(UUID ownerId, UUID versionId, UUID indicatorId, String name, String description);

    private static List<IndicatorRow> read(PreparedStatement statement) throws SQLException {
        List<IndicatorRow> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(indicator(row));
            }
        }
        return found;
    }

    private static IndicatorRow indicator(ResultSet row) throws SQLException {
        return new IndicatorRow(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getInt(8),
                row.getString(9),
                row.getBoolean(10),
                row.getString(11),
                row.getBoolean(12),
                row.getString(13),
                row.getString(14),
                row.getBigDecimal(15),
                row.getObject(16, Integer.class),
                row.getString(17),
                row.getBigDecimal(18),
                row.getString(19),
                row.getString(20),
                row.getString(21),
                row.getString(22));
    }
}
