package jp.kyosei.backend.plan;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;

/** Plans that an actor may read, and the writing of new ones. */
@Singleton
public class PlanService {
    private static final Pattern TAB = Pattern.compile("\t");

    /** As the database holds them; nothing else is looked for. */
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private final PlanRepository repository;
    private final LevelNames levels;
    private final TenantDoor door;
    private final AccessPolicy policy;
    private final Clock clock;

    PlanService(PlanRepository repository, LevelNames levels, TenantDoor door, AccessPolicy policy, Clock clock) {
        this.repository = repository;
        this.levels = levels;
        this.door = door;
        this.policy = policy;
        this.clock = clock;
    }

    /** The plans that the actor may read, never adopted ones for those who work on them, with their owners, alliances first. */
    public List<PlanSummary> plans(Actor actor) {
        return door.read(actor, () -> repository.plans().stream()
                .filter(row -> row.adopted() || policy.canReadDraftPlans(actor, new OwnerId(row.ownerId())))
                .map(row -> new PlanSummary(plan(row), row.ownerSlug(), row.ownerName()))
                .filter(summary -> policy.canRead(actor, summary.plan().owner()))
                .toList());
    }

    /** @throws NotFoundException if there is no such plan, or it is another owner's */
    public PlanDetail plan(Actor actor, String slug) {
        return door.read(actor, () -> {
            PlanContent content = inForceWithin(actor, slug);
            return new PlanDetail(content, versionsWithin(content.plan()), initiativesWithin(content));
        });
    }

    /**
     * The plan as one of its versions has it; a draft beside an adopted version is the secretariat's alone.
     *
     * @throws NotFoundException if there is no such plan or version, or it is another owner's, or a draft and not the actor's
     */
    public PlanDetail plan(Actor actor, String slug, int version) {
        return door.read(actor, () -> {
            PlanContent content = contentWithin(actor, slug, new VersionChoice.Numbered(version));
            return new PlanDetail(content, versionsWithin(content.plan()), initiativesWithin(content));
        });
    }

    /** The versions of a plan in their order, by one statement; to be called inside an open {@link TenantDoor}. */
    public List<PlanVersion> versionsWithin(Plan plan) {
        return repository.versions(plan.owner().value(), plan.id().value()).stream()
                .map(row -> new PlanVersion(new PlanVersionId(row.id()), row.number(), row.title(), row.adoptedOn()))
                .toList();
    }

    /**
     * The plan with the version in force today, by one statement; to be called inside an open {@link TenantDoor}.
     *
     * @throws NotFoundException if there is no such plan, or it is another owner's, or it was never adopted and the actor does
     *     not work on it
     */
    public PlanContent inForceWithin(Actor actor, String slug) {
        return contentWithin(actor, slug, new VersionChoice.InForce(LocalDate.now(clock)));
    }

    /**
     * The plan with one of its versions, by one statement; to be called inside an open {@link TenantDoor}. A draft beside an
     * adopted version is the secretariat's alone. For whoever reads the owner up to a year only, the plan ends with that.
     *
     * @throws NotFoundException if there is no such plan or version, or it is another owner's, or a draft and not the actor's
     */
    public PlanContent contentWithin(Actor actor, String slug, VersionChoice choice) {
        if (!SLUG.matcher(slug).matches()) {
            throw new NotFoundException();
        }
        List<PlanSectionRow> rows =
                switch (choice) {
                    case VersionChoice.InForce(LocalDate day) -> repository.planWithSections(slug, day, null);
                    case VersionChoice.Numbered(int number) ->
                        repository.planWithSections(slug, LocalDate.now(clock), number);
                };
        if (rows.isEmpty()) {
            throw new NotFoundException();
        }
        PlanSectionRow first = rows.getFirst();
        OwnerId owner = new OwnerId(first.ownerId());
        policy.checkCanRead(actor, owner);
        if (choice instanceof VersionChoice.Numbered
                && first.adoptedOn() == null
                && first.versionNumber() > 1
                && !policy.canKeepPlans(actor, owner)) {
            throw new NotFoundException();
        }
        if (first.adoptedOn() == null && !policy.canReadDraftPlans(actor, owner)) {
            throw new NotFoundException();
        }
        Plan plan = new Plan(
                new PlanId(first.id()),
                new OwnerId(first.ownerId()),
                first.slug(),
                first.title(),
                PlanKind.valueOf(first.kind()),
                new FiscalYear(first.firstFiscalYear()),
                new FiscalYear(Math.min(
                        first.lastFiscalYear(), policy.lastYear(actor, owner).orElse(FiscalYear.LAST))),
                levels.names(first.levelNames()));
        PlanVersion version = new PlanVersion(
                new PlanVersionId(first.versionId()), first.versionNumber(), first.versionTitle(), first.adoptedOn());
        List<Section> sections = new ArrayList<>();
        for (PlanSectionRow row : rows) {
            if (row.ownerId().equals(first.ownerId())
                    && row.sectionId() != null
                    && row.sectionNumber() != null
                    && row.level() != null
                    && row.sectionTitle() != null
                    && row.body() != null) {
                sections.add(new Section(
                        new SectionId(row.sectionId()),
                        row.sectionNumber(),
                        row.parentNumber(),
                        row.level(),
                        row.sectionTitle(),
                        row.body()));
            }
        }
        return new PlanContent(plan, first.ownerSlug(), first.ownerName(), version, sections);
    }

    /** @throws NotFoundException if there is no such plan, or it is another owner's */
    public OwnerId ownerOf(Actor actor, String slug) {
        return door.read(actor, () -> inForceWithin(actor, slug).plan().owner());
    }

    /** Whether the owner has a plan of that name; to be called inside an open {@link TenantDoor}. */
    public boolean hasWithin(OwnerId owner, String slug) {
        return repository.planOf(owner.value(), slug).isPresent();
    }

    /** The slugs of all the owner's plans, by one statement; to be called inside an open {@link TenantDoor}. */
    public List<String> slugsWithin(OwnerId owner) {
        return repository.slugsOf(owner.value());
    }

    /** The initiatives of the version in force, by one statement; to be called inside an open {@link TenantDoor}. */
    public List<Initiative> initiativesWithin(PlanContent content) {
        return initiatives(repository.initiatives(
                content.plan().owner().value(), content.version().id().value()));
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
        List<PlanVersion> versions = versionsWithin(plan);
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
    public void adoptWithin(Actor actor, Plan plan, PlanVersionId version, LocalDate adoptedOn) {
        policy.checkCanKeepPlans(actor, plan.owner());
        if (repository.adopt(plan.owner().value(), version.value(), adoptedOn) == 0) {
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

    private static List<Initiative> initiatives(List<InitiativeRow> rows) {
        Map<UUID, List<InitiativeRow>> byId = new LinkedHashMap<>();
        rows.forEach(
                row -> byId.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row));
        return byId.values().stream().map(PlanService::initiative).toList();
    }

    private static Initiative initiative(List<InitiativeRow> rows) {
        InitiativeRow first = rows.getFirst();
        List<InitiativeSpan> spans = new ArrayList<>();
        for (InitiativeRow row : rows) {
            if (row.firstFiscalYear() != null && row.lastFiscalYear() != null && row.text() != null) {
                spans.add(new InitiativeSpan(
                        new FiscalYear(row.firstFiscalYear()), new FiscalYear(row.lastFiscalYear()), row.text()));
            }
        }
        List<MunicipalityCode> towns = split(first.municipalities()).stream()
                .map(MunicipalityCode::new)
                .toList();
        return new Initiative(new InitiativeId(first.id()), first.section(), first.title(), towns, spans);
    }

    private Plan plan(PlanRow row) {
        return new Plan(
                new PlanId(row.id()),
                new OwnerId(row.ownerId()),
                row.slug(),
                row.title(),
                PlanKind.valueOf(row.kind()),
                new FiscalYear(row.firstFiscalYear()),
                new FiscalYear(row.lastFiscalYear()),
                levels.names(row.levelNames()));
    }

    private static List<String> split(String joined) {
        return joined.isEmpty() ? List.of() : List.of(TAB.split(joined));
    }
}
