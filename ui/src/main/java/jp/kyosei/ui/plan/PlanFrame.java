package jp.kyosei.ui.plan;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyosei.backend.collection.approval.ApprovalService;
import jp.kyosei.backend.collection.approval.WaitingApproval;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.plan.PlanSummary;
import jp.kyosei.backend.publishing.open.OpenShelf;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.Grant;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.ui.committee.CommitteeView;
import jp.kyosei.ui.history.ServiceHistoryView;
import jp.kyosei.ui.operator.OwnersAddress;
import jp.kyosei.ui.operator.OwnersView;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.session.Person;
import jp.kyosei.ui.settings.OwnerSettingsView;
import jp.kyosei.ui.shell.FrameContent;
import jp.kyosei.ui.shell.FrameContentSource;
import jp.kyosei.ui.shell.NavigationEntry;
import jp.kyosei.ui.shell.NavigationGroup;

/** The frame of whoever reads plans: the owners to switch between, the plans of the one at hand, its rules. */
@Singleton
final class PlanFrame implements FrameContentSource {
    /** Pages of a plan that stand under しごと. */
    private static final List<String> WORK =
            List.of("/collection", "/notes", "/meetings", "/vision", "/reading", "/publishing");

    /** The superior's screen stands in a room above this one. */
    private static final String APPROVAL = "approval";

    private final PlanService plans;
    private final ApprovalService approvals;
    private final OpenShelf published;
    private final AccessPolicy policy;
    private final CurrentActor current;

    PlanFrame(
            PlanService plans,
            ApprovalService approvals,
            OpenShelf published,
            AccessPolicy policy,
            CurrentActor current) {
        this.plans = plans;
        this.approvals = approvals;
        this.published = published;
        this.policy = policy;
        this.current = current;
    }

    @Override
    public FrameContent contentFor(Person person, String path) {
        Actor actor = current.of(person);
        List<PlanSummary> readable = plans.plans(actor);
        Map<String, String> owners = new LinkedHashMap<>();
        readable.forEach(plan -> owners.put(plan.ownerSlug(), plan.ownerName()));
        for (List<Grant> grants : actor.grantsByOwner().values()) {
            owners.putIfAbsent(grants.getFirst().ownerSlug(), grants.getFirst().ownerName());
        }
        Optional<String> owner =
                ownerOf(path, readable).or(() -> owners.keySet().stream().findFirst());
        boolean isMember = owner.filter(slug -> isMember(actor, slug)).isPresent();
        List<NavigationEntry> switcher = new ArrayList<>();
        owners.forEach((slug, name) -> firstPlan(readable, slug)
                .ifPresent(plan -> switcher.add(new NavigationEntry(
                        name,
                        new PlanAddress(plan).results(),
                        owner.filter(slug::equals).isPresent()))));
        return new FrameContent(
                owner.map(slug -> owners.getOrDefault(slug, "")).orElse(""),
                switcher.size() > 1 ? switcher : List.of(),
                actor.displayName(),
                isMember,
                isMember
                        ? memberNavigation(actor, path, readable, owner.orElseThrow())
                        : navigation(actor, path, readable, owner));
    }

    private List<NavigationGroup> navigation(
            Actor actor, String path, List<PlanSummary> readable, Optional<String> owner) {
        List<PlanSummary> ofOwner = readable.stream()
                .filter(plan -> owner.filter(plan.ownerSlug()::equals).isPresent())
                .toList();
        List<NavigationEntry> planEntries = new ArrayList<>();
        ofOwner.stream()
                .map(plan -> new NavigationEntry(
                        plan.plan().title(),
                        new PlanAddress(plan.plan().slug()).results(),
                        isBelow(path, new PlanAddress(plan.plan().slug()).structure())
                                && WORK.stream().noneMatch(path::contains)))
                .forEach(planEntries::add);
        Optional<PlanSummary> atHand = planOf(path, readable);
        atHand.flatMap(this::publicPage).ifPresent(planEntries::add);
        List<NavigationEntry> work = new ArrayList<>(List.of(new NavigationEntry("ホーム", "", path.isEmpty())));
        if (policy.approvesSomewhere(actor)) {
            int waiting = approvals.waiting(actor).stream()
                    .mapToInt(WaitingApproval::count)
                    .sum();
            work.add(new NavigationEntry("承認", APPROVAL, waiting == 0 ? "" : waiting + " 件", isBelow(path, APPROVAL)));
        }
        List<NavigationGroup> groups = new ArrayList<>();
        // Where no plan is at hand and there are several, each has its own menu: none is reached by way of another.
        if (atHand.isEmpty() && ofOwner.size() > 1) {
            ofOwner.forEach(plan -> groups.add(new NavigationGroup(plan.plan().title(), working(actor, path, plan))));
        } else {
            atHand.or(() -> ofOwner.stream().findFirst()).ifPresent(plan -> work.addAll(working(actor, path, plan)));
        }
        groups.addFirst(new NavigationGroup("しごと", work));
        groups.add(new NavigationGroup("計画", planEntries));
        groups.add(new NavigationGroup("設定", settings(actor, path, readable, owner)));
        if (policy.canKeepOwners(actor)) {
            groups.add(new NavigationGroup(
                    "運用",
                    List.of(
                            entry(OwnersView.TITLE, OwnersAddress.LIST, path),
                            entry(ServiceHistoryView.TITLE, ServiceHistoryView.ADDRESS, path))));
        }
        return groups;
    }

    private List<NavigationEntry> settings(
            Actor actor, String path, List<PlanSummary> readable, Optional<String> owner) {
        List<NavigationEntry> settings = new ArrayList<>();
        owner.ifPresent(slug -> {
            boolean keeps = actor.grants().stream()
                    .anyMatch(grant -> grant.ownerSlug().equals(slug) && policy.canKeepPlans(actor, grant.owner()));
            if (keeps) {
                settings.add(entry("ファイルの取込", "owners/" + slug + "/imports", path));
            }
            if (firstPlan(readable, slug).isPresent()) {
                settings.add(entry("評価の決まり", "owners/" + slug + "/rules", path));
            }
            if (keeps || settles(actor, slug)) {
                settings.add(entry(CommitteeView.TITLE, CommitteeView.address(slug), path));
            }
            boolean administers = actor.grants().stream()
                    .anyMatch(grant -> grant.ownerSlug().equals(slug) && policy.canAdminister(actor, grant.owner()));
            if (administers) {
                settings.add(entry("利用者", "owners/" + slug + "/people", path));
            }
            if (settles(actor, slug)) {
                settings.add(entry("人事異動", "owners/" + slug + "/staffing", path));
            }
            boolean readsHistory = actor.grants().stream()
                    .anyMatch(grant -> grant.ownerSlug().equals(slug) && policy.canReadHistory(actor, grant.owner()));
            if (readsHistory) {
                settings.add(entry("団体の履歴", "owners/" + slug + "/history", path));
            }
            if (settles(actor, slug)) {
                settings.add(entry(OwnerSettingsView.TITLE, OwnerSettingsView.address(slug), path));
            }
            boolean takesArchive = actor.grants().stream()
                    .anyMatch(grant -> grant.ownerSlug().equals(slug) && policy.canTakeArchive(actor, grant.owner()));
            if (takesArchive) {
                settings.add(entry("データの書出しと利用終了", "owners/" + slug + "/leaving", path));
            }
        });
        return settings;
    }

    private boolean settles(Actor actor, String slug) {
        return actor.grants().stream()
                .anyMatch(grant -> grant.ownerSlug().equals(slug) && policy.canSettle(actor, grant.owner()));
    }

    /** What anybody reads of the plan; none where nothing of it is published. */
    private Optional<NavigationEntry> publicPage(PlanSummary plan) {
        return published
                .addressOf(plan.plan().slug())
                .map(address -> new NavigationEntry("公開ページ", address.replaceFirst("^/", ""), false));
    }

    /** Whether the person is there for the committee alone. */
    private boolean isMember(Actor actor, String slug) {
        return actor.grants().stream()
                .filter(grant -> grant.ownerSlug().equals(slug))
                .findFirst()
                .filter(grant -> policy.isOnlyOfCommittee(actor, grant.owner()))
                .isPresent();
    }

    /** What a committee member goes to, without the words of those who manage: of the plan at hand, else the first. */
    private List<NavigationGroup> memberNavigation(Actor actor, String path, List<PlanSummary> readable, String owner) {
        List<NavigationEntry> ways = new ArrayList<>(List.of(new NavigationEntry("ホーム", "", path.isEmpty())));
        planOf(path, readable)
                .or(() -> readable.stream()
                        .filter(plan -> plan.ownerSlug().equals(owner))
                        .findFirst())
                .ifPresent(plan -> {
                    ways.addAll(working(actor, path, plan));
                    ways.add(entry("実績一覧", new PlanAddress(plan.plan().slug()).results(), path));
                    publicPage(plan).ifPresent(ways::add);
                });
        return List.of(new NavigationGroup("おもな画面", ways));
    }

    /** What is done with a plan. The committee's way comes first for whom it was made. */
    private List<NavigationEntry> working(Actor actor, String path, PlanSummary summary) {
        OwnerId owner = summary.plan().owner();
        PlanAddress address = new PlanAddress(summary.plan().slug());
        List<NavigationEntry> entries = new ArrayList<>();
        if (policy.figureSight(actor, owner).seesSubmitted()) {
            entries.add(entry("実績照会", address.collection(), path));
        }
        if (policy.speaksForCommittee(actor, owner)) {
            entries.add(entry("読んで意見を書く", address.reading(), path));
        }
        entries.add(entry("意見・質問", address.notes(), path));
        entries.add(entry("懇談会", address.meetings(), path));
        if (policy.discussionSight(actor, owner).council()) {
            entries.add(entry("将来像の材料", address.vision(), path));
        }
        if (policy.canPublish(actor, owner)) {
            entries.add(entry("公開", address.publishing(), path));
        }
        return entries;
    }

    private static NavigationEntry entry(String label, String href, String path) {
        return new NavigationEntry(label, href, isBelow(path, href));
    }

    private static boolean isBelow(String path, String href) {
        return (path + "/").startsWith(href + "/");
    }

    private static Optional<String> ownerOf(String path, List<PlanSummary> readable) {
        if (path.startsWith("owners/")) {
            String rest = path.substring("owners/".length());
            int slash = rest.indexOf('/');
            return Optional.of(slash < 0 ? rest : rest.substring(0, slash));
        }
        return planOf(path, readable).map(PlanSummary::ownerSlug);
    }

    private static Optional<PlanSummary> planOf(String path, List<PlanSummary> readable) {
        return readable.stream()
                .filter(plan -> isBelow(path, new PlanAddress(plan.plan().slug()).structure()))
                .findFirst();
    }

    private static Optional<String> firstPlan(List<PlanSummary> readable, String owner) {
        return readable.stream()
                .filter(plan -> plan.ownerSlug().equals(owner))
                .map(plan -> plan.plan().slug())
                .findFirst();
    }
}
