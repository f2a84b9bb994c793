package jp.kyosei.backend.plan;

import java.util.List;
import jp.kyosei.backend.tenancy.MunicipalityCode;

/**
 * An initiative (具体的な取組・事業) under a section.
 *
 * @param id outlives versions: the copy that a next version begins with keeps it
 * @param section the number of its section
 * @param municipalities those that carry it; empty where the plan names none
 */
public record Initiative(
        InitiativeId id,
        String section,
        String title,
        List<MunicipalityCode> municipalities,
        List<InitiativeSpan> spans) {
    public Initiative {
        municipalities = List.copyOf(municipalities);
        spans = List.copyOf(spans);
    }
}
