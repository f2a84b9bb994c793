package jp.kyosei.backend.importing.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.document.PlanDocument;
import jp.kyosei.backend.importing.document.WholeIndicator;
import jp.kyosei.backend.importing.document.WholePlan;
import jp.kyosei.backend.owners.Member;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.plan.PlanKind;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.OwnerKind;
import org.jspecify.annotations.Nullable;

/**
 * Whose plan a file is read for.
 *
 * @param town the owner's own municipality; none for an alliance
 * @param title of a new plan; empty where the plan is there already
 * @param slug of the plan
 * @param newestActuals the fiscal year of the newest actuals
 */
public record ImportTarget(
        Owner owner, @Nullable MunicipalityCode town, String slug, String title, FiscalYear newestActuals) {

    public static ImportTarget of(Actor actor, Owner owner, String slug, String title, FiscalYear newestActuals) {
        MunicipalityCode town = owner.kind() == OwnerKind.ALLIANCE
                ? null
                : actor.grants().stream()
                        .filter(grant -> grant.owner().equals(owner.id()))
                        .flatMap(grant -> Optional.ofNullable(grant.town()).stream())
                        .findFirst()
                        .orElse(null);
        return new ImportTarget(owner, town, slug, title, newestActuals);
    }

    /** Whether the plan is not there yet. */
    boolean isNew() {
        return !title.isEmpty();
    }

    /** The municipalities that a cell may name, by name. */
    public Map<String, MunicipalityCode> towns() {
        Map<String, MunicipalityCode> towns = new LinkedHashMap<>();
        for (Member member : owner.members()) {
            towns.put(member.name(), member.municipality());
        }
        return towns;
    }

    /** A plan of which the file says nothing but its indicators. */
    WholePlan planOf(List<WholeIndicator> indicators) {
        return new WholePlan(
                owner.slug(),
                slug,
                title,
                PlanKind.BASIC_PLAN,
                newestActuals,
                newestActuals,
                List.of("体系"),
                List.of(new PlanDocument.VersionEntry(1, "取込", null)),
                List.of(),
                List.of(),
                indicators);
    }
}
