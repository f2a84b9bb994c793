package jp.kyosei.backend.revision.comparison;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorService;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.plan.PlanVersion;
import jp.kyosei.backend.plan.VersionChoice;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.TenantDoor;

/** Compares two versions of a plan (新旧対照表), for whoever may read both. */
@Singleton
public class PlanComparison {
    private final PlanService plans;
    private final IndicatorService indicators;
    private final ChangeReasons reasons;
    private final OwnerService owners;
    private final TenantDoor door;
    private final AccessPolicy policy;

    PlanComparison(
            PlanService plans,
            IndicatorService indicators,
            ChangeReasons reasons,
            OwnerService owners,
            TenantDoor door,
            AccessPolicy policy) {
        this.plans = plans;
        this.indicators = indicators;
        this.reasons = reasons;
        this.owners = owners;
        this.door = door;
        this.policy = policy;
    }

    /**
     * Compares version {@code b} with version {@code a}, by a fixed number of statements. With the older one as {@code b} the
     * comparison is read backwards.
     *
     * @throws jp.kyosei.backend.tenancy.NotFoundException if there is no such plan or version, or it is another owner's, or one of
     *     them is a draft and not the actor's to read
     */
    public ComparedVersions compare(Actor actor, String slug, int a, int b) {
        return door.read(actor, () -> {
            PlanContent before = plans.contentWithin(actor, slug, new VersionChoice.Numbered(a));
            return compareWithin(actor, before, slug, b);
        });
    }

    /**
     * Compares the newest version that the actor may read with the one before it, and the only one of a plan with itself.
     *
     * @throws jp.kyosei.backend.tenancy.NotFoundException if there is no such plan, or it is another owner's
     */
    public ComparedVersions newest(Actor actor, String slug) {
        return door.read(actor, () -> {
            PlanContent inForce = plans.inForceWithin(actor, slug);
            List<PlanVersion> readable = readableWithin(actor, inForce.plan()).toList();
            int newest = readable.isEmpty()
                    ? inForce.version().number()
                    : readable.getLast().number();
            int before = readable.size() < 2
                    ? newest
                    : readable.get(readable.size() - 2).number();
            return compareWithin(
                    actor, plans.contentWithin(actor, slug, new VersionChoice.Numbered(before)), slug, newest);
        });
    }

    private ComparedVersions compareWithin(Actor actor, PlanContent before, String slug, int b) {
        int a = before.version().number();
        PlanContent after = plans.contentWithin(actor, slug, new VersionChoice.Numbered(b));
        Plan plan = after.plan();
        List<Indicator> indicatorsBefore = indicators.indicatorsWithin(before);
        List<Indicator> indicatorsAfter = indicators.indicatorsWithin(after);
        List<Initiative> initiativesBefore = plans.initiativesWithin(before);
        List<Initiative> initiativesAfter = plans.initiativesWithin(after);
        List<ChangeReason> given = reasons.betweenWithin(plan, Math.min(a, b), Math.max(a, b));
        Function<MunicipalityCode, String> names = names(initiativesBefore, initiativesAfter);
        return new ComparedVersions(
                before,
                after,
                readableWithin(actor, plan).toList(),
                TreeComparison.of(
                        new VersionTree(before, indicatorsBefore, initiativesBefore, names),
                        new VersionTree(after, indicatorsAfter, initiativesAfter, names),
                        given));
    }

    /** A draft beside an adopted version is the secretariat's; that of a plan never adopted, whoever reads the plan reads. */
    private Stream<PlanVersion> readableWithin(Actor actor, Plan plan) {
        boolean keeps = policy.canKeepPlans(actor, plan.owner());
        return plans.versionsWithin(plan).stream()
                .filter(version -> version.adoptedOn() != null || keeps || version.number() == 1);
    }

    private Function<MunicipalityCode, String> names(List<Initiative> before, List<Initiative> after) {
        List<String> codes = Stream.concat(before.stream(), after.stream())
                .flatMap(initiative -> initiative.municipalities().stream())
                .map(MunicipalityCode::value)
                .distinct()
                .toList();
        Map<String, String> names = owners.townNamesWithin(codes);
        return code -> names.getOrDefault(code.value(), code.value());
    }
}
