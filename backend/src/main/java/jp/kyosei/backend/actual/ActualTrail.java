package jp.kyosei.backend.actual;

import java.util.LinkedHashMap;
import java.util.Map;
import jp.kyosei.backend.actual.cell.CellWords;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.actual.narrative.NarrativeChange;
import jp.kyosei.backend.actual.narrative.NarrativeText;
import jp.kyosei.backend.actual.record.PublishedRecord;
import jp.kyosei.backend.actual.record.RecordChange;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.evaluation.CheckCode;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.plan.PlanId;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** Changes of what is recorded, as the audit trail of a plan says them. */
final class ActualTrail {
    private final PlanId plan;

    ActualTrail(PlanId plan) {
        this.plan = plan;
    }

    Change of(CellChange change) {
        Actual before = change.before();
        Observation after = change.after();
        return new Change(
                after == null ? Deed.CLEAR_ACTUAL : before == null ? Deed.ENTER_ACTUAL : Deed.CHANGE_ACTUAL,
                SubjectKind.ACTUAL,
                CellWords.name(change.fiscalYear(), change.municipality()),
                plan.value(),
                change.indicator().value(),
                CellWords.of(before == null ? null : before.observation()),
                CellWords.of(after),
                change.reason());
    }

    Change of(NarrativeChange change) {
        Narrative before = change.before();
        NarrativeText after = change.after();
        return new Change(
                after == null ? Deed.REMOVE_NARRATIVE : Deed.WRITE_NARRATIVE,
                SubjectKind.NARRATIVE,
                CellWords.name(change.fiscalYear(), change.municipality()),
                plan.value(),
                change.indicator().value(),
                before == null ? Map.of() : words(before.text()),
                after == null ? Map.of() : words(after),
                change.reason());
    }

    Change of(RecordChange change) {
        return new Change(
                Deed.KEEP_RECORD,
                SubjectKind.RECORD,
                change.either().fiscalYear().shortLabel() + " 公表値",
                plan.value(),
                change.either().indicator().value(),
                words(change.before()),
                words(change.after()),
                null);
    }

    /** A person's word that a figure stands. */
    Change confirmed(
            IndicatorId indicator, FiscalYear year, @Nullable MunicipalityCode town, CheckCode code, String reason) {
        return new Change(
                Deed.CONFIRM_CHECK,
                SubjectKind.CHECK,
                town == null ? year.shortLabel() + " " + code.label() : CellWords.name(year, town) + " " + code.label(),
                plan.value(),
                indicator.value(),
                Map.of(),
                Map.of("code", code.name()),
                reason);
    }

    private static Map<String, Object> words(NarrativeText text) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("progress", text.progress());
        words.put("outlook", text.outlook());
        words.put("initiatives", text.initiatives());
        return words;
    }

    private static Map<String, Object> words(@Nullable PublishedRecord published) {
        Map<String, Object> words = new LinkedHashMap<>();
        if (published != null) {
            put(words, "grade", published.grade());
            put(words, "rate", published.rate());
            put(words, "change", published.change());
            put(words, "target", published.target());
        }
        return words;
    }

    private static void put(Map<String, Object> words, String name, @Nullable Object value) {
        if (value != null) {
            words.put(name, value);
        }
    }
}
