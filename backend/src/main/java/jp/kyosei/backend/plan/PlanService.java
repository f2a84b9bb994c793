package jp.kyosei.backend.plan;

import jakarta.inject.Singleton;
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

    PlanService(PlanRepository repository, LevelNames levels, TenantDoor door, AccessPolicy policy) {
        this.repository = repository;
        this.levels = levels;
        this.door = door;
        this.policy = policy;
    }

    /** The plans that the actor may read with their owners, alliances first. */
    public List<PlanSummary> plans(Actor actor) {
        return door.read(actor, () -> repository.plans().stream()
                .map(row -> new PlanSummary(plan(row), row.ownerSlug(), row.ownerName()))
                .filter(summary -> policy.canRead(actor, summary.plan().owner()))
                .toList());
    }

    /** @throws NotFoundException if there is no such plan, or it is another owner's */
    public PlanDetail plan(Actor actor, String slug) {
        return door.read(actor, () -> {
            PlanContent content = contentWithin(actor, slug);
            UUID owner = content.plan().owner().value();
            List<PlanVersion> versions = repository
                    .versions(owner, content.plan().id().value())
                    .stream()
                    .map(row ->
                            new PlanVersion(new PlanVersionId(row.id()), row.number(), row.title(), row.adoptedOn()))
                    .toList();
            return new PlanDetail(content, versions, initiativesWithin(content));
        });
    }

    /**
     * The plan with its version in force, by one statement; to be called inside an open {@link TenantDoor}.
     *
     * @throws NotFoundException if there is no such plan, or it is another owner's
     */
    public PlanContent contentWithin(Actor actor, String slug) {
        if (!SLUG.matcher(slug).matches()) {
            throw new NotFoundException();
        }
        List<PlanSectionRow> rows = repository.planWithSections(slug);
        if (rows.isEmpty()) {
            throw new NotFoundException();
        }
        PlanSectionRow first = rows.getFirst();
        policy.checkCanRead(actor, new OwnerId(first.ownerId()));
        Plan plan = new Plan(
                new PlanId(first.id()),
                new OwnerId(first.ownerId()),
                first.slug(),
                first.title(),
                PlanKind.valueOf(first.kind()),
                new FiscalYear(first.firstFiscalYear()),
                new FiscalYear(first.lastFiscalYear()),
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
        return door.read(actor, () -> contentWithin(actor, slug).plan().owner());
    }

    /** Whether the owner has a plan of that name; to be called inside an open {@link TenantDoor}. */
    public boolean hasWithin(OwnerId owner, String slug) {
        return repository.planOf(owner.value(), slug).isPresent();
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
            UUID id = UUID.randomUUID();
            String towns = initiative.municipalities().stream()
                    .map(MunicipalityCode::value)
                    .collect(Collectors.joining("\t"));
            String title = TypedText.checked(TextKind.PLAN_WORDS, "initiatives", "取組の名称", initiative.title());
            repository.insertInitiative(owner, id, version.value(), section.value(), ++position, title, towns);
            for (InitiativeSpan span : initiative.spans()) {
                repository.insertSpan(
                        owner,
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
        return new Initiative(first.section(), first.title(), towns, spans);
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
