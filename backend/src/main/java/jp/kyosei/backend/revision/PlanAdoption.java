package jp.kyosei.backend.revision;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.indicator.DraftIndicators;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorService;
import jp.kyosei.backend.live.Announcement;
import jp.kyosei.backend.live.LiveChannel;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanKeeping;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.plan.PlanVersion;
import jp.kyosei.backend.plan.draft.DraftSections;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.jspecify.annotations.Nullable;

/**
 * Adopts (決定) a draft: the first version of a plan, which committee and readers see from then on, or one that follows the version
 * in force. An adopted version stays as it is; years that ended before are judged by the version of then.
 */
@Singleton
public class PlanAdoption {
    private final PlanService plans;
    private final PlanKeeping keeping;
    private final DraftSections drafts;
    private final IndicatorService all;
    private final DraftIndicators indicators;
    private final AuditService audit;
    private final LiveChannel live;
    private final TenantDoor door;
    private final AccessPolicy policy;
    private final Clock clock;

    PlanAdoption(
            PlanService plans,
            PlanKeeping keeping,
            DraftSections drafts,
            IndicatorService all,
            DraftIndicators indicators,
            AuditService audit,
            LiveChannel live,
            TenantDoor door,
            AccessPolicy policy,
            Clock clock) {
        this.plans = plans;
        this.keeping = keeping;
        this.drafts = drafts;
        this.all = all;
        this.indicators = indicators;
        this.audit = audit;
        this.live = live;
        this.door = door;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Adopts the first version of a plan.
     *
     * @param day when it was decided, in Japan; not later than today
     * @throws jp.kyosei.backend.tenancy.NotFoundException if there is no such plan, or it is another owner's
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not its secretariat
     * @throws RefusedException if no day is given, it is adopted already, or the day is later than today
     */
    public void adopt(Actor actor, String slug, @Nullable AdoptionDay day) {
        int number = door.read(actor, () -> {
            PlanContent content = plans.inForceWithin(actor, slug);
            policy.checkCanKeepPlans(actor, content.plan().owner());
            if (content.version().adoptedOn() != null) {
                throw new RefusedException("この計画は既に決定しています。");
            }
            return content.version().number();
        });
        adopt(actor, slug, number, day);
    }

    /**
     * Adopts a draft; errors as of the first version.
     *
     * @param number of the version
     * @throws RefusedException besides, if an earlier version was adopted on a later day
     */
    public void adopt(Actor actor, String slug, int number, @Nullable AdoptionDay day) {
        door.write(actor, () -> {
            PlanContent content = drafts.holdWithin(actor, slug, number);
            Plan plan = content.plan();
            if (day == null) {
                throw new RefusedException("計画を決定した日を入力してください。");
            }
            if (day.day().isAfter(LocalDate.now(clock))) {
                throw new RefusedException("決定した日に、今日より後の日は登録できません。");
            }
            content.adopted().values().stream()
                    .map(PlanContent.Adopted::day)
                    .filter(earlier -> earlier.isAfter(day.day()))
                    .findFirst()
                    .ifPresent(earlier -> {
                        throw new RefusedException("前の版を決定した日（%s）より前の日は登録できません。".formatted(earlier));
                    });
            keeping.adoptWithin(actor, plan, content.version().id(), day.day(), day.monthOnly());
            boolean first = content.adopted().isEmpty();
            audit.recordWithin(
                    actor,
                    plan.owner(),
                    List.of(new Change(
                            first ? Deed.ADOPT_PLAN : Deed.ADOPT_VERSION,
                            first ? SubjectKind.PLAN : SubjectKind.PLAN_VERSION,
                            first ? plan.title() : content.version().title(),
                            plan.id().value(),
                            null,
                            Map.of(),
                            Map.of("adoptedOn", day.text()),
                            null)));
            live.announceWithin(Announcement.ofDraft(plan));
            return true;
        });
    }

    /**
     * Throws away a draft beside an adopted version, with all that was changed in it.
     *
     * @throws RefusedException if it is adopted, or the only version of its plan, which is removed as a whole
     */
    public void discard(Actor actor, String slug, int number) {
        door.write(actor, () -> {
            PlanContent content = drafts.holdWithin(actor, slug, number);
            if (content.adopted().isEmpty()) {
                throw new RefusedException("決定した版がない計画の案は、計画ごと削除してください。");
            }
            PlanVersion version = content.version();
            indicators.removeWithin(
                    content,
                    all.indicatorsWithin(content).stream().map(Indicator::id).toList());
            keeping.discardWithin(actor, content.plan(), version.id());
            audit.recordWithin(
                    actor,
                    content.plan().owner(),
                    List.of(new Change(
                            Deed.DISCARD_VERSION,
                            SubjectKind.PLAN_VERSION,
                            version.title(),
                            content.plan().id().value(),
                            null,
                            Map.of("title", version.title()),
                            Map.of(),
                            null)));
            live.announceWithin(Announcement.ofDraft(content.plan()));
            return true;
        });
    }
}
