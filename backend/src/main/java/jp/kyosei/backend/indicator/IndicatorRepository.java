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
                               'departmentOwner', p.department_owner_id, 'department', p.department_id,
                               'departmentName', n.name)
                           order by p.municipality_code)::text
                    from indicator_reporter p
                    join municipality m on m.code = p.municipality_code
                    left join department n on n.owner_id = p.department_owner_id and n.id = p.department_id
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

    @Query("delete from indicator where owner_id = :ownerId and id = any (cast(:indicators as uuid[]))")
    abstract void deleteIdentities(UUID ownerId, String indicators);

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
