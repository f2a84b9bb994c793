package jp.kyosei.backend.importing.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanId;
import jp.kyosei.backend.plan.PlanKind;
import jp.kyosei.backend.plan.PlanPeriod;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.plan.SectionId;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.text.OneLine;

/**
 * A whole plan, understood: what every way of bringing one in makes of it, and what is compared and written. Two that say the
 * same are equal, for it holds no ids.
 *
 * @param owner the owner's slug
 * @param slug the plan's stable name
 * @param versions those before hold nothing; the last has the content
 * @param sections parents before their children
 */
public record WholePlan(
        String owner,
        String slug,
        String title,
        PlanKind kind,
        FiscalYear firstFiscalYear,
        FiscalYear lastFiscalYear,
        List<String> levelNames,
        List<PlanDocument.VersionEntry> versions,
        List<PlanDocument.SectionEntry> sections,
        List<Initiative> initiatives,
        List<WholeIndicator> indicators) {
    public WholePlan {
        levelNames = levelNames.stream().map(OneLine::of).toList();
        versions = List.copyOf(versions);
        sections = List.copyOf(sections);
        initiatives = List.copyOf(initiatives);
        indicators = List.copyOf(indicators);
    }

    /** The plan under an id of its own. */
    public Plan plan(OwnerId of) {
        return new Plan(PlanId.next(), of, slug, title, kind, firstFiscalYear, lastFiscalYear, levelNames);
    }

    /** The same plan for other years. */
    public WholePlan lasting(PlanPeriod period) {
        return new WholePlan(
                owner,
                slug,
                title,
                kind,
                period.first(),
                period.last(),
                levelNames,
                versions,
                sections,
                initiatives,
                indicators);
    }

    public PlanPeriod period() {
        return new PlanPeriod(firstFiscalYear, lastFiscalYear);
    }

    /** The tree of sections, under ids of their own. */
    public List<Section> tree() {
        Map<String, Integer> levels = new HashMap<>();
        List<Section> tree = new ArrayList<>();
        for (PlanDocument.SectionEntry entry : sections) {
            int level = entry.parent() == null ? 1 : levels.getOrDefault(entry.parent(), 0) + 1;
            levels.put(entry.number(), level);
            tree.add(new Section(SectionId.next(), entry.number(), entry.parent(), level, entry.title(), entry.body()));
        }
        return tree;
    }

    /** How many figures it has. */
    public int countFigures() {
        return indicators.stream()
                .mapToInt(indicator -> indicator.figures().size())
                .sum();
    }
}
