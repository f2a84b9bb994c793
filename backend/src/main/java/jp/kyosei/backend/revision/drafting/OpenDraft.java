package jp.kyosei.backend.revision.drafting;

import java.util.List;
import java.util.Map;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.InitiativeId;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.plan.SectionId;
import jp.kyosei.backend.plan.draft.DraftSections;
import jp.kyosei.backend.plan.draft.SectionOrder;
import jp.kyosei.backend.tenancy.NotFoundException;

/**
 * A version of a plan with all that is in it, and how often each thing was changed: what a change of it begins from.
 *
 * @param isDraft whether it can be changed
 */
public record OpenDraft(
        PlanContent content,
        boolean isDraft,
        List<Indicator> indicators,
        List<Initiative> initiatives,
        Map<SectionId, Long> sectionVersions,
        Map<IndicatorId, Long> indicatorVersions,
        Map<InitiativeId, Long> initiativeVersions) {
    public OpenDraft {
        indicators = List.copyOf(indicators);
        initiatives = List.copyOf(initiatives);
        sectionVersions = Map.copyOf(sectionVersions);
        indicatorVersions = Map.copyOf(indicatorVersions);
        initiativeVersions = Map.copyOf(initiativeVersions);
    }

    /** How the sections stand. */
    public SectionOrder order() {
        return DraftSections.order(content);
    }

    /** @throws NotFoundException if there is no such section, or no longer */
    public Section section(SectionId id) {
        return content.sections().stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** @throws NotFoundException if there is no such indicator, or no longer */
    public Indicator indicator(IndicatorId id) {
        return indicators.stream()
                .filter(indicator -> indicator.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** @throws NotFoundException if there is no such initiative, or no longer */
    public Initiative initiative(InitiativeId id) {
        return initiatives.stream()
                .filter(initiative -> initiative.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** How often a section was changed. */
    public long version(SectionId id) {
        return sectionVersions.getOrDefault(id, 0L);
    }

    /** How often an indicator was changed. */
    public long version(IndicatorId id) {
        return indicatorVersions.getOrDefault(id, 0L);
    }

    /** How often an initiative was changed. */
    public long version(InitiativeId id) {
        return initiativeVersions.getOrDefault(id, 0L);
    }
}
