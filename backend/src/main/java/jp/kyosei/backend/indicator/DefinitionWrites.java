package jp.kyosei.backend.indicator;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** Batched writes; Micronaut Data batches only a repository's own entity. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface DefinitionWrites extends GenericRepository<IndicatorEntity, UUID> {
    @Query("insert into indicator (owner_id, id) values (:ownerId, :indicatorId)")
    void insertIdentities(List<IndicatorEntity> indicators);

    @Query("""
            insert into indicator_definition (owner_id, plan_version_id, indicator_id, section_id, position, no, kind,
                name, description, unit, decimals, change_digits, ratio_as_percent, direction, cumulative,
                progress_formula, baseline_kind, baseline_value, baseline_fiscal_year, baseline_note, stated_target,
                consolidation, source)
            values (:ownerId, :planVersionId, :indicatorId, :sectionId, :position, :no, :kind,
                :name, :description, :unit, :decimals, :changeDigits, :ratioAsPercent, :direction, :cumulative,
                :progressFormula, :baselineKind, :baselineValue, :baselineFiscalYear, :baselineNote, :statedTarget,
                :consolidation, :source)""")
    void insertDefinitions(List<IndicatorEntity> indicators);
}
