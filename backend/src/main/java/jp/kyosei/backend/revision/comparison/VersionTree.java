package jp.kyosei.backend.revision.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** All things of one version by identity, in the order of the plan, and which stand together under a section. */
final class VersionTree {
    private final Map<VersionThing.Key, VersionThing> things = new LinkedHashMap<>();
    private final Map<Siblings, List<VersionThing.Key>> siblings = new HashMap<>();
    private final Map<String, Section> sections = new HashMap<>();
    private final Places places;

    /** @param names what a municipality is called */
    VersionTree(
            PlanContent content,
            List<Indicator> indicators,
            List<Initiative> initiatives,
            Function<MunicipalityCode, String> names) {
        places = Places.of(content);
        content.sections().forEach(section -> sections.put(section.number(), section));
        for (Section section : content.sections()) {
            add(new VersionThing(
                    PlanPart.SECTION,
                    section.id().value(),
                    section.number(),
                    section.title(),
                    section(section.parent()),
                    places.words(section.parent()),
                    section.level(),
                    Facts.of(section, places)));
        }
        for (Indicator indicator : indicators) {
            add(new VersionThing(
                    PlanPart.INDICATOR,
                    indicator.id().value(),
                    indicator.no(),
                    indicator.name(),
                    section(indicator.section()),
                    places.words(indicator.section()),
                    level(indicator.section()),
                    Facts.of(indicator, places)));
        }
        for (Initiative initiative : initiatives) {
            add(new VersionThing(
                    PlanPart.INITIATIVE,
                    initiative.id().value(),
                    "",
                    initiative.title(),
                    section(initiative.section()),
                    places.words(initiative.section()),
                    level(initiative.section()),
                    Facts.of(initiative, places, names)));
        }
    }

    @Nullable
    VersionThing thing(VersionThing.Key key) {
        return things.get(key);
    }

    /** Those of a part under a section, the top where none is named, in the order of the plan. */
    List<VersionThing.Key> under(@Nullable UUID section, PlanPart part) {
        return siblings.getOrDefault(new Siblings(section, part), List.of());
    }

    private void add(VersionThing thing) {
        things.put(thing.key(), thing);
        siblings.computeIfAbsent(new Siblings(thing.section(), thing.part()), any -> new ArrayList<>())
                .add(thing.key());
    }

    private @Nullable UUID section(@Nullable String number) {
        Section section = number == null ? null : sections.get(number);
        return section == null ? null : section.id().value();
    }

    private int level(String number) {
        Section section = sections.get(number);
        return section == null ? 1 : section.level();
    }

    private record Siblings(@Nullable UUID section, PlanPart part) {}
}
