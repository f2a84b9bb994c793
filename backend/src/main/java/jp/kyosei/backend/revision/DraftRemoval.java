package jp.kyosei.backend.revision;

import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import jp.kyosei.backend.actual.ActualWriter;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.collection.round.Rounds;
import jp.kyosei.backend.importing.inbox.KeptImports;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorService;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanKeeping;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;

/**
 * Removes a plan that was never adopted, such as one brought in to try, with its figures, narratives and trial rounds. What was
 * adopted or published stays, and so does a plan about which people have written notes or held a meeting.
 */
@Singleton
public class DraftRemoval {
    private static final String FOREIGN_KEY = "23503";

    private final PlanService plans;
    private final PlanKeeping keeping;
    private final IndicatorService indicators;
    private final ActualWriter writer;
    private final Rounds rounds;
    private final KeptImports imports;
    private final AuditService audit;
    private final TenantDoor door;
    private final AccessPolicy policy;

    DraftRemoval(
            PlanService plans,
            PlanKeeping keeping,
            IndicatorService indicators,
            ActualWriter writer,
            Rounds rounds,
            KeptImports imports,
            AuditService audit,
            TenantDoor door,
            AccessPolicy policy) {
        this.plans = plans;
        this.keeping = keeping;
        this.indicators = indicators;
        this.writer = writer;
        this.rounds = rounds;
        this.imports = imports;
        this.audit = audit;
        this.door = door;
        this.policy = policy;
    }

    /** Whether the plan was never adopted, and the actor may remove it. */
    public boolean canRemove(Actor actor, PlanContent content) {
        return content.version().adoptedOn() == null
                && policy.canKeepPlans(actor, content.plan().owner());
    }

    /**
     * Removes the plan.
     *
     * @param typed why; stays in the owner's history
     * @throws NotFoundException if there is no such plan, or it is another owner's
     * @throws ForbiddenException if the actor is not its secretariat
     * @throws RefusedException if no reason is given, a version was adopted, a year published, or notes, meetings or material
     *     for the next plan hang on it; nothing is removed then
     */
    public void remove(Actor actor, String slug, String typed) {
        String reason = TypedText.required(TextKind.REASON, "reason", "削除する理由", typed, "計画を削除する理由を書いてください。");
        try {
            door.write(actor, () -> {
                PlanContent content = plans.inForceWithin(actor, slug);
                Plan plan = content.plan();
                policy.checkCanKeepPlans(actor, plan.owner());
                if (plans.versionsWithin(plan).stream().anyMatch(version -> version.adoptedOn() != null)) {
                    throw new RefusedException("決定した版がある計画は削除できません。削除できるのは、策定中の計画だけです。");
                }
                List<Indicator> all = indicators.indicatorsWithin(content);
                int removedRounds = rounds.removeWithin(plan);
                writer.forgetWithin(
                        actor, plan.owner(), all.stream().map(Indicator::id).toList());
                indicators.removeWithin(actor, content, all);
                keeping.removeWithin(actor, plan);
                imports.planRemovedWithin(actor, plan.owner(), plan.slug());
                audit.recordWithin(
                        actor,
                        plan.owner(),
                        List.of(new Change(
                                Deed.REMOVE_DRAFT,
                                SubjectKind.PLAN,
                                plan.title(),
                                null,
                                null,
                                Map.of("title", plan.title(), "indicators", all.size(), "rounds", removedRounds),
                                Map.of(),
                                reason)));
                return true;
            });
        } catch (DataAccessException e) {
            if (!isForeignKey(e)) {
                throw e;
            }
            throw new RefusedException("この計画には、意見、懇談会、公開した年度、将来像の材料のどれかが登録されているため、削除できません。");
        }
    }

    private static boolean isForeignKey(DataAccessException e) {
        return Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && FOREIGN_KEY.equals(sql.getSQLState()));
    }
}
