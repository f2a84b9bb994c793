package jp.kyosei.backend.revision.drafting;

import jakarta.inject.Singleton;
import java.util.List;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.indicator.DraftIndicators;
import jp.kyosei.backend.indicator.IndicatorService;
import jp.kyosei.backend.live.Announcement;
import jp.kyosei.backend.live.LiveChannel;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.plan.VersionChoice;
import jp.kyosei.backend.plan.draft.DraftInitiatives;
import jp.kyosei.backend.plan.draft.DraftSections;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;

/**
 * Changes a draft of a plan: its first, or the one that is to follow the version in force. Changes of one draft come one after
 * another, each in a transaction of its own with its entry in the history; whoever changes a thing that somebody else has
 * changed meanwhile is told ({@link jp.kyosei.backend.tenancy.StaleException}), and nothing is written.
 */
@Singleton
public class Drafting {
    private final PlanService plans;
    private final DraftSections sections;
    private final DraftInitiatives initiatives;
    private final IndicatorService indicators;
    private final DraftIndicators definitions;
    private final SectionChanges sectionChanges;
    private final IndicatorChanges indicatorChanges;
    private final InitiativeChanges initiativeChanges;
    private final AuditService audit;
    private final LiveChannel live;
    private final TenantDoor door;

    Drafting(
            PlanService plans,
            DraftSections sections,
            DraftInitiatives initiatives,
            IndicatorService indicators,
            DraftIndicators definitions,
            SectionChanges sectionChanges,
            IndicatorChanges indicatorChanges,
            InitiativeChanges initiativeChanges,
            AuditService audit,
            LiveChannel live,
            TenantDoor door) {
        this.plans = plans;
        this.sections = sections;
        this.initiatives = initiatives;
        this.indicators = indicators;
        this.definitions = definitions;
        this.sectionChanges = sectionChanges;
        this.indicatorChanges = indicatorChanges;
        this.initiativeChanges = initiativeChanges;
        this.audit = audit;
        this.live = live;
        this.door = door;
    }

    /**
     * A version with all that is in it, by a fixed number of statements.
     *
     * @param number of the version, drafted or adopted
     * @throws jp.kyosei.backend.tenancy.NotFoundException if there is no such plan or version, or it is not the actor's to read
     */
    public OpenDraft open(Actor actor, String slug, int number) {
        return door.read(actor, () -> {
            PlanContent content = plans.contentWithin(actor, slug, new VersionChoice.Numbered(number));
            return new OpenDraft(
                    content,
                    content.version().adoptedOn() == null,
                    indicators.indicatorsWithin(content),
                    plans.initiativesWithin(content),
                    sections.versionsWithin(content),
                    definitions.versionsWithin(content),
                    initiatives.versionsWithin(content));
        });
    }

    /**
     * Makes one change.
     *
     * @param number of the draft
     * @param reason why; asked where results are read by what is changed, otherwise it may be empty
     * @return what takes it back
     * @throws jp.kyosei.backend.tenancy.NotFoundException if there is no such plan, version or thing
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not the owner's secretariat
     * @throws jp.kyosei.backend.tenancy.StaleException if somebody else has changed the thing meanwhile
     * @throws jp.kyosei.backend.tenancy.RefusedException if the version is adopted, or the change cannot be; says why
     */
    public Undo change(Actor actor, String slug, int number, DraftChange change, String reason) {
        return apply(actor, slug, number, change, TypedText.reason(reason), false);
    }

    /**
     * Makes several changes, all of them or none; each begins from what those before it have left.
     *
     * @return what takes each back, in the order in which they are taken back
     * @throws jp.kyosei.backend.tenancy.StaleException as {@link #change}, as its other errors
     */
    public List<Undo> changeAll(Actor actor, String slug, int number, List<DraftChange> changes, String reason) {
        String why = TypedText.reason(reason);
        return door.write(actor, () -> changes.stream()
                .map(change -> applyWithin(actor, slug, number, change, why, false))
                .toList()
                .reversed());
    }

    /**
     * Takes a change back.
     *
     * @return what makes it again
     * @throws jp.kyosei.backend.tenancy.StaleException if somebody else has changed the thing since
     * @throws jp.kyosei.backend.tenancy.RefusedException as {@link #change}
     */
    public Undo undo(Actor actor, String slug, int number, Undo undo) {
        return apply(actor, slug, number, undo.change(), "", true);
    }

    private Undo apply(Actor actor, String slug, int number, DraftChange change, String reason, boolean takesBack) {
        return door.write(actor, () -> applyWithin(actor, slug, number, change, reason, takesBack));
    }

    private Undo applyWithin(
            Actor actor, String slug, int number, DraftChange change, String reason, boolean takesBack) {
        PlanContent content = sections.holdWithin(actor, slug, number);
        Held held = new Held(
                actor,
                content,
                indicators.indicatorsWithin(content),
                plans.initiativesWithin(content),
                reason,
                takesBack);
        Done done =
                switch (change) {
                    case DraftChange.OfSections of -> sectionChanges.apply(held, of);
                    case DraftChange.OfIndicators of -> indicatorChanges.apply(held, of);
                    case DraftChange.OfInitiatives of -> initiativeChanges.apply(held, of);
                };
        audit.recordWithin(actor, content.plan().owner(), done.trail());
        live.announceWithin(Announcement.ofDraft(content.plan()));
        return new Undo(done.undo());
    }
}
