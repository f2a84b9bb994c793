package jp.kyosei.backend.revision.drafting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.InitiativeId;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.plan.SectionId;
import jp.kyosei.backend.plan.draft.DraftSections;
import jp.kyosei.backend.plan.draft.SectionOrder;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;

/**
 * A draft as it stands while one change is made to it.
 *
 * @param reason why it is changed; may be empty
 * @param takesBack whether it is made only to take back another one, for which no new reason is asked
 */
record Held(
        Actor actor,
        PlanContent content,
        List<Indicator> indicators,
        List<Initiative> initiatives,
        String reason,
        boolean takesBack) {

    SectionOrder order() {
        return DraftSections.order(content);
    }

    Section section(SectionId id) {
        return content.sections().stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    Indicator indicator(IndicatorId id) {
        return indicators.stream()
                .filter(indicator -> indicator.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    Initiative initiative(InitiativeId id) {
        return initiatives.stream()
                .filter(initiative -> initiative.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** An entry for the trail. */
    Change change(
            Deed deed,
            SubjectKind kind,
            String subject,
            Indicator indicator,
            Map<String, Object> before,
            Map<String, Object> after) {
        return new Change(
                deed,
                kind,
                subject,
                content.plan().id().value(),
                indicator.id().value(),
                before,
                after,
                reason.isEmpty() ? null : reason);
    }

    /** An entry for the trail of what is no indicator. */
    Change change(Deed deed, SubjectKind kind, String subject, Map<String, Object> before, Map<String, Object> after) {
        return new Change(
                deed,
                kind,
                subject,
                content.plan().id().value(),
                null,
                before,
                after,
                reason.isEmpty() ? null : reason);
    }

    /** The place of each section in the plan's order, by number. */
    static Map<String, Integer> ranks(SectionOrder order) {
        Map<String, Integer> ranks = new HashMap<>();
        order.places().forEach(place -> ranks.put(place.number(), ranks.size()));
        return ranks;
    }

    /**
     * The order of all things with one of them as the {@code index}th of those in its section; where it is the only one there,
     * before those of later sections.
     *
     * @param all in their order, with or without the one that is placed
     * @param rank the place of a thing's section
     */
    static <T> List<T> placed(List<T> all, ToIntFunction<T> rank, T own, int index) {
        List<T> others = all.stream().filter(one -> !one.equals(own)).toList();
        int place = rank.applyAsInt(own);
        List<T> siblings =
                others.stream().filter(one -> rank.applyAsInt(one) == place).toList();
        int at;
        if (siblings.isEmpty()) {
            at = IntStream.range(0, others.size())
                    .filter(other -> rank.applyAsInt(others.get(other)) > place)
                    .findFirst()
                    .orElse(others.size());
        } else if (index < siblings.size()) {
            at = others.indexOf(siblings.get(Math.max(0, index)));
        } else {
            at = others.indexOf(siblings.getLast()) + 1;
        }
        List<T> result = new ArrayList<>(others);
        result.add(at, own);
        return List.copyOf(result);
    }

    /** Which of those in its section this one is, from 0. */
    static <T> int index(List<T> all, ToIntFunction<T> rank, T own) {
        return all.stream()
                .filter(one -> rank.applyAsInt(one) == rank.applyAsInt(own))
                .toList()
                .indexOf(own);
    }
}
