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
    /** One that was taken out of a draft and comes back has its identity already. */
    @Query("insert into indicator (owner_id, id) values (:ownerId, :indicatorId) on conflict do nothing")
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

    @Query("""
            update indicator_definition
            set section_id = :sectionId, no = :no, kind = :kind, name = :name, description = :description, unit = :unit,
                decimals = :decimals, change_digits = :changeDigits, ratio_as_percent = :ratioAsPercent,
                direction = :direction, cumulative = :cumulative, progress_formula = :progressFormula,
                baseline_kind = :baselineKind, baseline_value = :baselineValue,
                baseline_fiscal_year = :baselineFiscalYear, baseline_note = :baselineNote,
                stated_target = :statedTarget, consolidation = :consolidation, source = :source
            where owner_id = :ownerId and plan_version_id = :planVersionId and indicator_id = :indicatorId""")
    void updateDefinitions(List<IndicatorEntity> indicators);
}
