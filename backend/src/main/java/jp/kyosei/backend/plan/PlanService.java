package jp.kyosei.backend.plan;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
import org.jspecify.annotations.Nullable;

/** Plans that an actor may read. */
@Singleton
public class PlanService {
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern SIGN = Pattern.compile("=");
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
                .map(PlanService::version)
                .toList();
    }

    /** The versions of all of an owner's plans, by one statement; to be called inside an open {@link TenantDoor}. */
    public Map<PlanId, List<PlanVersion>> versionsOfWithin(OwnerId owner) {
        return repository.versionsOf(owner.value()).stream()
                .collect(Collectors.groupingBy(
                        row -> new PlanId(row.planId()),
                        Collectors.mapping(PlanService::version, Collectors.toList())));
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
     * The plan with the version by which a year is judged, the one in force at its end; by one statement, or two where that is
     * not the one in force today. To be called inside an open {@link TenantDoor}.
     *
     * @param year none for the version in force today
     * @throws NotFoundException as {@link #inForceWithin}
     */
    public PlanContent ofYearWithin(Actor actor, String slug, @Nullable FiscalYear year) {
        return ofYearWithin(actor, inForceWithin(actor, slug), year);
    }

    /** The same of a plan that was read already. */
    public PlanContent ofYearWithin(Actor actor, PlanContent content, @Nullable FiscalYear year) {
        int number = year == null ? content.version().number() : content.versionIn(year);
        return number == content.version().number()
                ? content
                : contentWithin(actor, content.plan().slug(), new VersionChoice.Numbered(number));
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
                new PlanVersionId(first.versionId()),
                first.versionNumber(),
                first.versionTitle(),
                first.adoptedOn(),
                first.adoptedMonthOnly());
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
        return new PlanContent(plan, first.ownerSlug(), first.ownerName(), version, sections, adopted(first.adopted()));
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

    private static PlanVersion version(VersionRow row) {
        return new PlanVersion(
                new PlanVersionId(row.id()), row.number(), row.title(), row.adoptedOn(), row.adoptedMonthOnly());
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

    private static SortedMap<Integer, PlanContent.Adopted> adopted(@Nullable String stored) {
        SortedMap<Integer, PlanContent.Adopted> adopted = new TreeMap<>();
        if (stored != null) {
            for (String version : COMMA.splitAsStream(stored).toList()) {
                List<String> parts = SIGN.splitAsStream(version).toList();
                adopted.put(
                        Integer.valueOf(parts.get(0)),
                        new PlanContent.Adopted(LocalDate.parse(parts.get(1)), parts.size() == 2));
            }
        }
        return adopted;
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
