package jp.kyosei.infra.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import jp.kyosei.backend.tenancy.Actor;
import org.jspecify.annotations.Nullable;

/**
 * What the same rows cost without the product: one transaction on a connection of the same pool, the same statement that
 * sets the context, one hand-written query, every value read into an object. Nothing is computed, nobody identified.
 */
final class Floor {
    private static final String ENTER = """
            select set_config('app.person', ?, true), set_config('app.operator', ?, true),
                   set_config('app.readable_owners', ?, true), set_config('app.listed_owners', ?, true),
                   set_config('app.writable_owners', ?, true), set_config('app.administered_owners', ?, true),
                   set_config('app.subject', '', true), set_config('app.towns', '{}', true),
                   set_config('app.mailer', '', true)""";

    private static final String FIGURES = """
            select a.indicator_id, a.fiscal_year, a.municipality_code, a.value, a.numerator, a.denominator,
                   a.missing_reason, a.missing_note, a.reference_year, a.state
            """;
    private static final String DEFINITIONS = """
                   , d.no, d.kind, d.section_id, d.name, d.description, d.unit, d.decimals, d.change_digits,
                   d.ratio_as_percent, d.direction, d.cumulative, d.progress_formula, d.baseline_kind, d.baseline_value,
                   d.baseline_fiscal_year, d.baseline_note, d.stated_target, d.consolidation, d.source
            """;
    private static final String FROM = """
            from actual a
            join indicator_definition d on d.owner_id = a.owner_id and d.indicator_id = a.indicator_id
            where a.owner_id = ? and d.plan_version_id = ?
            order by d.position, a.fiscal_year""";

    private final DataSource pool;

    /** A row of both tables. */
    record Row(Figure figure, Definition definition) {}

    /** A row of {@code actual}. */
    record Figure(
            UUID indicator,
            int year,
            @Nullable String town,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable String missingReason,
            @Nullable String missingNote,
            @Nullable Integer referenceYear,
            String state) {}

    /** A row of {@code indicator_definition}. */
    record Definition(
            String no,
            String kind,
            UUID section,
            String name,
            String description,
            String unit,
            int decimals,
            String changeDigits,
            boolean ratioAsPercent,
            String direction,
            boolean cumulative,
            @Nullable String progressFormula,
            String baselineKind,
            @Nullable BigDecimal baselineValue,
            @Nullable Integer baselineFiscalYear,
            String baselineNote,
            @Nullable BigDecimal statedTarget,
            String consolidation,
            String source) {}

    Floor(DataSource pool) {
        this.pool = pool;
    }

    /** Actuals with the columns of their definitions beside each: what the sheet shows, by one statement. */
    List<Row> joined(Actor actor, UUID version) {
        return fetch(actor, version, FIGURES + DEFINITIONS + FROM, row -> new Row(figure(row), definition(row)));
    }

    /** Actuals alone, the definitions only joined to choose them. */
    List<Figure> figures(Actor actor, UUID version) {
        return fetch(actor, version, FIGURES + FROM, Floor::figure);
    }

    private <T> List<T> fetch(Actor actor, UUID version, String sql, Reader<T> reader) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            enter(connection, actor, false);
            List<T> rows = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, actor.grants().getFirst().owner().value());
                statement.setObject(2, version);
                try (ResultSet found = statement.executeQuery()) {
                    while (found.next()) {
                        rows.add(reader.read(found));
                    }
                }
            }
            connection.commit();
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same context as the product's, for the owners that the actor reads. */
    static void enter(Connection connection, Actor actor, boolean writing) throws SQLException {
        String readable = actor.readableOwners().stream()
                .map(owner -> owner.value().toString())
                .collect(Collectors.joining(",", "{", "}"));
        try (PreparedStatement statement = connection.prepareStatement(ENTER)) {
            statement.setString(1, actor.person().value().toString());
            statement.setString(2, "false");
            statement.setString(3, readable);
            statement.setString(4, readable);
            statement.setString(5, writing ? readable : "{}");
            statement.setString(6, "{}");
            statement.execute();
        }
    }

    private static Figure figure(ResultSet row) throws SQLException {
        return new Figure(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getString(3),
                row.getBigDecimal(4),
                row.getBigDecimal(5),
                row.getBigDecimal(6),
                row.getString(7),
                row.getString(8),
                row.getObject(9, Integer.class),
                row.getString(10));
    }

    private static Definition definition(ResultSet row) throws SQLException {
        return new Definition(
                row.getString(11),
                row.getString(12),
                row.getObject(13, UUID.class),
                row.getString(14),
                row.getString(15),
                row.getString(16),
                row.getInt(17),
                row.getString(18),
                row.getBoolean(19),
                row.getString(20),
                row.getBoolean(21),
                row.getString(22),
                row.getString(23),
                row.getBigDecimal(24),
                row.getObject(25, Integer.class),
                row.getString(26),
                row.getBigDecimal(27),
                row.getString(28),
                row.getString(29));
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
