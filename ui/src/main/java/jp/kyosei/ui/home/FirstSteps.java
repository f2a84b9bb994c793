package jp.kyosei.ui.home;

import java.util.ArrayList;
import java.util.List;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.Grant;
import jp.kyosei.ui.importing.ImportAddress;
import jp.kyosei.ui.people.PeopleView;
import jp.kyosei.ui.settings.OwnerSettingsView;

/** What those who keep an owner do first, while there is no plan yet. */
final class FirstSteps {
    private static final int AT_LEISURE = 9;

    private FirstSteps() {}

    /** Of somebody who can read no plan. */
    static List<NextStep> of(Actor actor, AccessPolicy policy) {
        List<NextStep> steps = new ArrayList<>();
        actor.grantsByOwner().forEach((owner, grants) -> {
            Grant grant = grants.getFirst();
            String slug = grant.ownerSlug();
            if (!actor.operator() && policy.canAdminister(actor, owner)) {
                steps.add(new NextStep(AT_LEISURE, OwnerSettingsView.address(slug), "担当課を決める", grant.ownerName()));
                steps.add(new NextStep(AT_LEISURE, PeopleView.address(slug), "利用者を招待する", grant.ownerName()));
            }
            if (policy.canKeepPlans(actor, owner)) {
                steps.add(new NextStep(AT_LEISURE, new ImportAddress(slug).list(), "計画をファイルから取り込む", grant.ownerName()));
            }
        });
        return steps;
    }
}
