package jp.kyosei.backend.demonstration;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.io.ResourceResolver;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.kyosei.backend.collection.CollectionService;
import jp.kyosei.backend.collection.OpenRound;
import jp.kyosei.backend.collection.RoundOverview;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.backend.importing.document.PlanDocument;
import jp.kyosei.backend.importing.document.PlanImportService;
import jp.kyosei.backend.owners.Member;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.owners.department.DepartmentService;
import jp.kyosei.backend.owners.keeping.OwnerKeeping;
import jp.kyosei.backend.owners.register.Municipality;
import jp.kyosei.backend.owners.register.MunicipalityRegister;
import jp.kyosei.backend.people.PeopleService;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.publishing.Licence;
import jp.kyosei.backend.publishing.PublishOrder;
import jp.kyosei.backend.publishing.PublishingService;
import jp.kyosei.backend.ruleset.RuleSetService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.OwnerKind;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads what is not there yet: owners and people as the operator of the service, each plan as a secretariat of its
 * owner. A second start changes nothing.
 */
@Singleton
@Requires(property = "kyosei.demonstration", value = "true")
final class DemonstrationData {
    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationData.class);
    private static final List<String> PLANS =
            List.of("ichinoseki-hiraizumi-vision-2", "mine-strategy-2", "daisen-strategy-2");

    private static final Map<String, Integer> PUBLISHED =
            Map.of("ichinoseki-hiraizumi-vision-2", 2022, "mine-strategy-2", 2023);

    private static final String COLLECTED_PLAN = "ichinoseki-hiraizumi-vision-2";
    private static final String MEMBER_TOWN = "hiraizumi";
    private static final int DAYS_TO_ANSWER = 40;

    /** Before anyone is registered, the service itself acts; the id belongs to no person who can log in. */
    private static final Actor INSTALLER =
            new Actor(new PersonId(new UUID(0, 0)), "installer", "Kyosei（導入）", true, List.of());

    private final ResourceResolver resources;
    private final ObjectMapper json;
    private final OwnerService ownerService;
    private final OwnerKeeping keeping;
    private final MunicipalityRegister register;
    private final DepartmentService departmentService;
    private final IdentityService identity;
    private final PeopleService people;
    private final RuleSetService rules;
    private final PlanService plans;
    private final PlanImportService imports;
    private final CollectionService collections;
    private final DemonstrationMeeting meeting;
    private final PublishingService publishing;
    private final Clock clock;

    DemonstrationData(
            ResourceResolver resources,
            ObjectMapper json,
            OwnerService ownerService,
            OwnerKeeping keeping,
            MunicipalityRegister register,
            DepartmentService departmentService,
            IdentityService identity,
            PeopleService people,
            RuleSetService rules,
            PlanService plans,
            PlanImportService imports,
            CollectionService collections,
            DemonstrationMeeting meeting,
            PublishingService publishing,
            Clock clock) {
        this.resources = resources;
        this.json = json;
        this.ownerService = ownerService;
        this.keeping = keeping;
        this.register = register;
        this.departmentService = departmentService;
        this.identity = identity;
        this.people = people;
        this.rules = rules;
        this.plans = plans;
        this.imports = imports;
        this.collections = collections;
        this.meeting = meeting;
        this.publishing = publishing;
        this.clock = clock;
    }

    /** After the migrations, before the server takes requests. */
    @EventListener
    @Order(100)
    void load(StartupEvent started) {
        OwnersDocument document = read("owners", OwnersDocument.class);
        if (ownerService.find(INSTALLER, document.owners().getFirst().slug()).isEmpty()) {
            loadOwners(document);
        }
        for (String slug : PLANS) {
            loadPlan(document, read(slug, PlanDocument.class));
        }
        openRound(document);
        planMeeting(document);
        PUBLISHED.forEach((slug, year) -> publish(document, slug, new FiscalYear(year)));
    }

    /** Once: what was withdrawn stays withdrawn. */
    private void publish(OwnersDocument document, String slug, FiscalYear year) {
        Actor secretariat = secretariat(document, read(slug, PlanDocument.class).owner());
        if (publishing.year(secretariat, slug, year).version() == 0) {
            publishing.publish(secretariat, slug, new PublishOrder(year, false, false, Licence.CC_BY_4_0), 0);
        }
    }

    /** The alliance is collecting the figures of its plan's last year. */
    private void openRound(OwnersDocument document) {
        PlanDocument plan = read(COLLECTED_PLAN, PlanDocument.class);
        Actor secretariat = secretariat(document, plan.owner());
        FiscalYear year = new FiscalYear(plan.lastFiscalYear());
        RoundOverview overview = collections.overview(secretariat, plan.slug());
        if (overview.openable().contains(year)) {
            collections.open(
                    secretariat,
                    plan.slug(),
                    new OpenRound(
                            year,
                            LocalDate.now(clock).plusDays(DAYS_TO_ANSWER),
                            "令和5年度の実績と評価文を入力してください。数値を把握できないときは、その理由を選ぶか書いてください。",
                            Set.of(),
                            Set.of()));
        }
    }

    /** The year before the one being collected is discussed. */
    private void planMeeting(OwnersDocument document) {
        PlanDocument plan = read(COLLECTED_PLAN, PlanDocument.class);
        meeting.plan(
                secretariat(document, plan.owner()),
                holder(document, plan.owner(), Role.COMMITTEE),
                holder(document, MEMBER_TOWN, Role.CONTRIBUTOR),
                plan.slug(),
                new FiscalYear(plan.lastFiscalYear()).previous());
    }

    private void loadOwners(OwnersDocument document) {
        register.register(
                INSTALLER,
                document.municipalities().stream()
                        .map(entry ->
                                new Municipality(new MunicipalityCode(entry.code()), entry.name(), entry.prefecture()))
                        .toList());
        Map<String, String> names = new HashMap<>();
        document.municipalities().forEach(entry -> names.put(entry.code(), entry.name()));

        Map<String, OwnerId> owners = new HashMap<>();
        document.owners().forEach(entry -> owners.put(entry.slug(), open(entry, names)));

        Map<String, DepartmentId> departments = new HashMap<>();
        for (OwnersDocument.DepartmentEntry entry : document.departments()) {
            OwnerId owner = known(owners, entry.owner());
            departments.put(
                    entry.owner() + "/" + entry.code(),
                    departmentService.addDepartment(INSTALLER, owner, entry.code(), entry.name()));
        }
        for (OwnersDocument.RuleSetEntry entry : document.ruleSets()) {
            rules.add(
                    INSTALLER,
                    known(owners, entry.owner()),
                    new FiscalYear(entry.validFromFiscalYear()),
                    entry.rules());
        }
        for (OwnersDocument.PersonEntry entry : document.people()) {
            PersonId person = people.register(
                    INSTALLER, entry.subject(), entry.username(), entry.displayName(), entry.operator());
            people.setMailAddress(INSTALLER, person, entry.mail());
            for (OwnersDocument.GrantEntry grant : entry.grants()) {
                people.giveRole(
                        INSTALLER,
                        known(owners, grant.owner()),
                        person,
                        grant.role(),
                        grant.department() == null ? null : departments.get(grant.owner() + "/" + grant.department()));
            }
        }
        LOG.info("demonstration owners and people loaded: {} owners", owners.size());
    }

    private OwnerId open(OwnersDocument.OwnerEntry entry, Map<String, String> names) {
        if (entry.kind() == OwnerKind.MUNICIPALITY && entry.municipality() != null) {
            return keeping.openMunicipality(
                    INSTALLER, entry.slug(), entry.name(), new MunicipalityCode(entry.municipality()));
        }
        if (entry.allianceKind() == null || entry.members() == null) {
            throw new IllegalStateException("owner %s names neither municipality nor members".formatted(entry.slug()));
        }
        List<Member> members = entry.members().stream()
                .map(member -> new Member(
                        new MunicipalityCode(member.municipality()),
                        known(names, member.municipality()),
                        member.centre(),
                        new FiscalYear(member.firstFiscalYear()),
                        member.lastFiscalYear() == null ? null : new FiscalYear(member.lastFiscalYear())))
                .toList();
        return keeping.openAlliance(INSTALLER, entry.slug(), entry.name(), entry.allianceKind(), members);
    }

    private void loadPlan(OwnersDocument owners, PlanDocument document) {
        Actor secretariat = secretariat(owners, document.owner());
        boolean loaded = plans.plans(secretariat).stream()
                .anyMatch(summary -> summary.plan().slug().equals(document.slug()));
        if (!loaded) {
            imports.apply(secretariat, document);
            LOG.info(
                    "demonstration plan {} loaded: {} indicators",
                    document.slug(),
                    document.indicators().size());
        }
    }

    private Actor secretariat(OwnersDocument owners, String owner) {
        return holder(owners, owner, Role.SECRETARIAT);
    }

    private Actor holder(OwnersDocument owners, String owner, Role role) {
        return owners.people().stream()
                .filter(person ->
                        person.grants().stream().anyMatch(grant -> grant.owner().equals(owner) && grant.role() == role))
                .findFirst()
                .flatMap(person -> identity.actorOf(person.subject()))
                .orElseThrow(() -> new IllegalStateException("nobody is %s of %s".formatted(role, owner)));
    }

    private <T> T read(String name, Class<T> type) {
        String path = "classpath:demonstration/%s.json".formatted(name);
        Optional<InputStream> found = resources.getResourceAsStream(path);
        try (InputStream stream = found.orElseThrow(() -> new IllegalStateException(path + " is missing"))) {
            return json.readValue(stream, type);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " could not be read", e);
        }
    }

    private static <T> T known(Map<String, T> map, String key) {
        T found = map.get(key);
        if (found == null) {
            throw new IllegalStateException("demonstration data names an unknown " + key);
        }
        return found;
    }
}
