package jp.kyosei.backend.indicator;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.util.UUID;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.Measure;
import jp.kyosei.backend.evaluation.ProgressFormula;
import jp.kyosei.backend.plan.SectionId;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;
import org.jspecify.annotations.Nullable;

/** An indicator's definition as it is written. */
@MappedEntity("indicator_definition")
record IndicatorEntity(
        UUID ownerId,
        UUID planVersionId,
        @Id UUID indicatorId,
        UUID sectionId,
        int position,
        String no,
        String kind,
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
        String source) {
    /** A definition at a place in its version's order; no text is kept that is too long, or holds what is no text, whoever calls. */
    static IndicatorEntity of(UUID owner, UUID version, SectionId section, int position, Indicator indicator) {
        Measure measure = indicator.measure();
        ProgressFormula formula = measure.progressFormula();
        String kind;
        BigDecimal value = null;
        Integer year = null;
        String note = "";
        switch (measure.baseline()) {
            case Baseline.Measured known -> {
                kind = "MEASURED";
                value = known.value();
                year = known.fiscalYear().year();
            }
            case Baseline.Absent absent -> kind = "ABSENT";
            case Baseline.AddedLater later -> {
                kind = "ADDED_LATER";
                note = later.note();
            }
        }
        return new IndicatorEntity(
                owner,
                version,
                indicator.id().value(),
                section.value(),
                position,
                text(TextKind.CODE, "no", "指標番号", indicator.no()),
                indicator.kind().name(),
                text(TextKind.PLAN_WORDS, "name", "指標名", indicator.name()),
                text(TextKind.PASSAGE, "description", "指標の説明", indicator.description()),
                text(TextKind.CODE, "unit", "単位", indicator.unit()),
                measure.decimals(),
                measure.changeDigits().name(),
                measure.ratioAsPercent(),
                measure.direction().name(),
                measure.cumulative(),
                formula == null ? null : formula.name(),
                kind,
                value,
                year,
                text(TextKind.FIGURE_NOTE, "baseline", "現状値の注", note),
                indicator.statedTarget(),
                indicator.consolidation().name(),
                text(TextKind.PLAN_WORDS, "source", "出典", indicator.source()));
    }

    private static String text(TextKind kind, String field, String name, String given) {
        return TypedText.checked(kind, field, name, given);
    }
}
