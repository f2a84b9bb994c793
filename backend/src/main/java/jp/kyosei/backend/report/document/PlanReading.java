package jp.kyosei.backend.report.document;

import java.util.List;
import java.util.Map;
import jp.kyosei.backend.actual.Figures;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.owners.department.Department;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.results.PlanResults;
import jp.kyosei.backend.tenancy.MunicipalityCode;

/**
 * All that a reader sees of a plan's results: what is recorded, and what is computed of it.
 *
 * @param narratives of all years
 * @param departments as far as the reader may know them
 * @param everything whether figures under way are among them, whoever reports them
 */
public record PlanReading(
        PlanResults results,
        Figures recorded,
        List<Narrative> narratives,
        List<Initiative> initiatives,
        Map<MunicipalityCode, List<Department>> departments,
        boolean everything) {
    public PlanReading {
        narratives = List.copyOf(narratives);
        initiatives = List.copyOf(initiatives);
        departments = Map.copyOf(departments);
    }
}
