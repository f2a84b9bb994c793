package jp.kyosei.backend.ruleset;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface RuleSetRepository extends GenericRepository<RuleSetRow, UUID> {
    @Query("""
            select valid_from_fiscal_year, rules::text as rules, version
            from rule_set where owner_id = :ownerId
            order by valid_from_fiscal_year""")
    List<RuleSetRow> ofOwner(UUID ownerId);

    @Query("""
            insert into rule_set (owner_id, valid_from_fiscal_year, rules)
            values (:ownerId, :validFromFiscalYear, cast(:rules as jsonb))""")
    void insert(UUID ownerId, int validFromFiscalYear, String rules);
}
