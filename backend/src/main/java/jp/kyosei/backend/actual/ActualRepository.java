package jp.kyosei.backend.actual;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
abstract class ActualRepository implements GenericRepository<FigureRow, UUID> {
    // A figure of the whole owner that is entered stands for itself; any other stands for the towns' figures. A check
    // was
    // confirmed for the figures that stood there then: once another is entered, it asks again.
    private static final String FIGURES = """
            with wanted as materialized (
                select owner_id, indicator_id, consolidation from indicator_definition
                where owner_id = ? and plan_version_id = ? %1$s),
            unfinished as materialized (
                select indicator_id, fiscal_year, municipality_code, figures from unfinished_cell
                where owner_id = ? %1$s)
            select 'A' as what, a.indicator_id, a.fiscal_year, a.municipality_code, a.value, a.numerator, a.denominator,
                   a.missing_reason, coalesce(a.missing_note, a.note) as note, a.reference_year,
                   coalesce(u.figures, a.state) as label,
                   null::text as rate, null::text as change, a.entered_by_name as person, a.entered_at as at, a.version
            from actual a join wanted w using (owner_id, indicator_id)
            left join unfinished u on u.indicator_id = a.indicator_id and u.fiscal_year = a.fiscal_year
                and u.municipality_code is not distinct from a.municipality_code
                and (a.municipality_code is not null or w.consolidation <> 'ENTERED')
            where a.owner_id = ?
            union all
            select 'R', r.indicator_id, r.fiscal_year, null, r.target, null, null,
                   null, null, null, r.grade, r.rate, r.change, null, null, 0
            from published_record r join wanted using (owner_id, indicator_id)
            where r.owner_id = ?
            union all
            select 'M', g.indicator_id, g.fiscal_year, null, null, null, null,
                   null, g.reason, null, g.grade, null, null, g.graded_by_name, g.graded_at, 0
            from manual_grade g join wanted using (owner_id, indicator_id)
            where g.owner_id = ?
            union all
            select 'C', c.indicator_id, c.fiscal_year, nullif(c.municipality_code, ''), null, null, null,
                   null, c.reason, null, c.code, null, null, c.confirmed_by_name, c.confirmed_at, 0
            from check_confirmation c join wanted using (owner_id, indicator_id)
            where c.owner_id = ?
              and not exists (
                  select from actual a
                  where a.owner_id = c.owner_id and a.indicator_id = c.indicator_id and a.fiscal_year = c.fiscal_year
                    and (c.municipality_code = '' or a.municipality_code = c.municipality_code)
                    and a.entered_at > c.confirmed_at)
            order by 1, 2, 3, 4""";

    private static final String ALL_FIGURES = FIGURES.formatted("");
    private static final String FIGURES_OF = FIGURES.formatted("and indicator_id = any (cast(? as uuid[]))");

    /** How many tables of figures the statement reads. */
    private static final int KINDS = 4;

    private final JdbcOperations jdbc;

    ActualRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * All that is recorded of the indicators of a plan version, in one statement whatever their number. A thousand rows
     * and more: read by hand, for the mapping by names costs as much as all else.
     */
    List<FigureRow> figures(UUID ownerId, UUID versionId) {
        return jdbc.prepareStatement(ALL_FIGURES, statement -> {
            statement.setObject(1, ownerId);
            statement.setObject(2, versionId);
            statement.setObject(3, ownerId);
            return read(statement, ownerId, 4);
        });
    }

    /** The same of some indicators only; {@code indicators} is an array. */
    List<FigureRow> figuresOf(UUID ownerId, UUID versionId, String indicators) {
        return jdbc.prepareStatement(FIGURES_OF, statement -> {
            statement.setObject(1, ownerId);
            statement.setObject(2, versionId);
            statement.setString(3, indicators);
            statement.setObject(4, ownerId);
            statement.setString(5, indicators);
            return read(statement, ownerId, 6);
        });
    }

    private static List<FigureRow> read(PreparedStatement statement, UUID ownerId, int firstOwner) throws SQLException {
        for (int parameter = firstOwner; parameter < firstOwner + KINDS; parameter++) {
            statement.setObject(parameter, ownerId);
        }
        List<FigureRow> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(figure(row));
            }
        }
        return found;
    }

    private static FigureRow figure(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject(15, OffsetDateTime.class);
        return new FigureRow(
                row.getString(1),
                row.getObject(2, UUID.class),
                row.getInt(3),
                row.getString(4),
                row.getBigDecimal(5),
                row.getBigDecimal(6),
                row.getBigDecimal(7),
                row.getString(8),
                row.getString(9),
                row.getObject(10, Integer.class),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                at == null ? null : at.toInstant(),
                row.getLong(16));
    }
}
