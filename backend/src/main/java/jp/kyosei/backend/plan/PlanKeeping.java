package jp.kyosei.backend.plan;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;

/** Writes plans and their versions: by the owner's secretariat alone, always inside an open {@link TenantDoor}. */
@Singleton
public class PlanKeeping {
    private final PlanRepository repository;
    private final PlanService plans;
    private final LevelNames levels;
    private final AccessPolicy policy;

    PlanKeeping(PlanRepository repository, PlanService plans, LevelNames levels, AccessPolicy policy) {
        this.repository = repository;
        this.plans = plans;
        this.levels = levels;
        this.policy = policy;
    }

    /**
     * Creates a plan; to be called inside an open {@link TenantDoor}.
     *
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not the owner's secretariat
     * @throws jp.kyosei.backend.tenancy.WrongTextException if a name is too long, or holds what is no text
     */
    public void createWithin(Actor actor, Plan plan) {
        policy.checkCanKeepPlans(actor, plan.owner());
        repository.insertPlan(
                plan.owner().value(),
                plan.id().value(),
                plan.slug(),
                TypedText.checked(TextKind.NAME, "title", "計画の名称", plan.title()),
                plan.kind().name(),
                plan.firstFiscalYear().year(),
                plan.lastFiscalYear().year(),
                levels.text(plan.levelNames()));
    }

    /** Adds a version, adopted or drafted; to be called inside an open {@link TenantDoor}. */
    public void addVersionWithin(Actor actor, Plan plan, PlanVersion version) {
        policy.checkCanKeepPlans(actor, plan.owner());
        repository.insertVersion(
                plan.owner().value(),
                version.id().value(),
                plan.id().value(),
                version.number(),
                TypedText.checked(TextKind.NAME, "versions", "版の名称", version.title()),
                version.adoptedOn());
    }

    /**
     * Drafts the next version as a copy of this one: the same sections and initiatives under the same identities. To be called
     * inside an open {@link TenantDoor}; the indicators are copied by their own feature.
     *
     * @param title such as 一部改訂（令和6年3月）
     * @throws RefusedException if a draft is open already
     */
    public PlanVersion draftNextWithin(Actor actor, PlanContent content, String title) {
        Plan plan = content.plan();
        policy.checkCanKeepPlans(actor, plan.owner());
        UUID owner = plan.owner().value();
        // Two who draft at once queue here, and the later one finds the earlier one's draft.
        if (repository.lock(owner, plan.id().value()).isEmpty()) {
            throw new NotFoundException();
        }
        List<PlanVersion> versions = plans.versionsWithin(plan);
        if (versions.stream().anyMatch(version -> version.adoptedOn() == null)) {
            throw new RefusedException("策定中の版があります。改訂は、その版で続けてください。");
        }
        PlanVersion draft = new PlanVersion(
                PlanVersionId.next(),
                versions.getLast().number() + 1,
                TypedText.checked(TextKind.NAME, "title", "版の題名", title),
                null);
        addVersionWithin(actor, plan, draft);
        UUID from = content.version().id().value();
        UUID to = draft.id().value();
        repository.copySections(owner, from, to);
        repository.copyInitiatives(owner, from, to);
        repository.copySpans(owner, from, to);
        return draft;
    }

    /**
     * Spells a section's words anew, in an adopted version, too; to be called inside an open {@link TenantDoor}. What may pass
     * as spelling, the person decides; number, place and everything reckoned with cannot be changed so.
     *
     * @throws NotFoundException if the version has no such section
     */
    public void spellWithin(Actor actor, PlanContent content, Section section) {
        policy.checkCanKeepPlans(actor, content.plan().owner());
        repository.spelling("on");
        long changed = repository.spellSection(
                content.plan().owner().value(),
                content.version().id().value(),
                section.id().value(),
                section.title(),
                section.body());
        repository.spelling("off");
        if (changed == 0) {
            throw new NotFoundException();
        }
    }

    /**
     * Adopts a drafted version, which is unchangeable from then on; to be called inside an open {@link TenantDoor}.
     *
     * @throws NotFoundException if the plan has no such draft
     */
    public void adoptWithin(Actor actor, Plan plan, PlanVersionId version, LocalDate adoptedOn, boolean monthOnly) {
        policy.checkCanKeepPlans(actor, plan.owner());
        if (repository.adopt(plan.owner().value(), version.value(), adoptedOn, monthOnly) == 0) {
            throw new NotFoundException();
        }
    }

    /**
     * Throws away a draft beside an adopted version; its indicators must be gone. To be called inside an open
     * {@link TenantDoor}.
     *
     * @throws NotFoundException if the plan has no such draft
     */
    public void discardWithin(Actor actor, Plan plan, PlanVersionId version) {
        policy.checkCanKeepPlans(actor, plan.owner());
        UUID owner = plan.owner().value();
        repository.deleteSpansOfVersion(owner, version.value());
        repository.deleteInitiativesOfVersion(owner, version.value());
        repository.deleteSectionsOfVersion(owner, version.value());
        if (repository.deleteDraft(owner, version.value()) == 0) {
            throw new NotFoundException();
        }
    }

    /**
     * Removes a plan that was never adopted, with its versions, sections and initiatives; its indicators must be gone. To be
     * called inside an open {@link TenantDoor}.
     */
    public void removeWithin(Actor actor, Plan plan) {
        policy.checkCanKeepPlans(actor, plan.owner());
        UUID owner = plan.owner().value();
        UUID id = plan.id().value();
        repository.deleteSpans(owner, id);
        repository.deleteInitiatives(owner, id);
        repository.deleteSections(owner, id);
        repository.forgetInitiatives(owner);
        repository.forgetSections(owner);
        repository.deleteVersions(owner, id);
        repository.deletePlan(owner, id);
    }

    /**
     * Fills a drafted version with its section tree, parents before children, and its initiatives; to be called inside
     * an open {@link TenantDoor}.
     *
     * @return the ids of the sections by number
     * @throws jp.kyosei.backend.tenancy.WrongTextException if a name or another text is too long, or holds what is no text
     */
    public Map<String, SectionId> fillWithin(
            Actor actor, Plan plan, PlanVersionId version, List<Section> sections, List<Initiative> initiatives) {
        policy.checkCanKeepPlans(actor, plan.owner());
        UUID owner = plan.owner().value();
        Map<String, SectionId> ids = new HashMap<>();
        for (Section section : sections) {
            SectionId parent = ids.get(Objects.requireNonNullElse(section.parent(), ""));
            ids.put(section.number(), section.id());
            repository.insertSection(
                    owner,
                    section.id().value(),
                    version.value(),
                    parent == null ? null : parent.value(),
                    section.level(),
                    ids.size(),
                    TypedText.checked(TextKind.CODE, "sections", "体系番号", section.number()),
                    TypedText.checked(TextKind.PLAN_WORDS, "sections", "体系の名称", section.title()),
                    TypedText.checked(TextKind.PASSAGE, "sections", "体系の内容", section.body()));
        }
        int position = 0;
        for (Initiative initiative : initiatives) {
            SectionId section = ids.get(initiative.section());
            if (section == null) {
                throw new IllegalArgumentException(
                        "取組「%s」の体系番号%sがありません。".formatted(initiative.title(), initiative.section()));
            }
            UUID id = initiative.id().value();
            String towns = initiative.municipalities().stream()
                    .map(MunicipalityCode::value)
                    .collect(Collectors.joining("\t"));
            String title = TypedText.checked(TextKind.PLAN_WORDS, "initiatives", "取組の名称", initiative.title());
            repository.insertInitiative(owner, id, version.value(), section.value(), ++position, title, towns);
            for (InitiativeSpan span : initiative.spans()) {
                repository.insertSpan(
                        owner,
                        version.value(),
                        id,
                        span.firstFiscalYear().year(),
                        span.lastFiscalYear().year(),
                        TypedText.checked(TextKind.PASSAGE, "initiatives", "取組の内容", span.text()));
            }
        }
        return Map.copyOf(ids);
    }
}
