package jp.kyosei.backend.owners.keeping;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.owners.AllianceKind;
import jp.kyosei.backend.owners.Member;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.owners.OwnerState;
import jp.kyosei.backend.owners.register.Municipality;
import jp.kyosei.backend.owners.register.MunicipalityRegister;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.OwnerKind;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.SqlArrays;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.tenancy.WrongTextException;
import jp.kyosei.backend.text.TextKind;
import org.jspecify.annotations.Nullable;

/** Keeps owners as the operator does: opens them, says in which state they are, lists them with their sizes. */
@Singleton
public class OwnerKeeping {
    /** How many a page has at the most. */
    public static final int MOST = 200;

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final KeepingRepository repository;
    private final OwnerService owners;
    private final MunicipalityRegister register;
    private final AuditService audit;
    private final TenantDoor door;
    private final AccessPolicy policy;

    OwnerKeeping(
            KeepingRepository repository,
            OwnerService owners,
            MunicipalityRegister register,
            AuditService audit,
            TenantDoor door,
            AccessPolicy policy) {
        this.repository = repository;
        this.owners = owners;
        this.register = register;
        this.audit = audit;
        this.door = door;
        this.policy = policy;
    }

    /**
     * A page of all owners, alliances first, then by code. Three statements, whatever there is.
     *
     * @param most 1 to {@value #MOST}
     * @throws NotFoundException if the actor is not the operator
     */
    public List<KeptOwner> page(Actor operator, OwnerSearch search, int offset, int most) {
        policy.checkCanKeepOwners(operator);
        return door.read(operator, () -> {
            List<KeptOwnerRow> rows = repository.page(words(search), state(search), offset, Math.clamp(most, 1, MOST));
            Map<UUID, OwnerSize> sizes =
                    repository
                            .sizes(SqlArrays.of(
                                    rows.stream().map(KeptOwnerRow::id).toList()))
                            .stream()
                            .collect(Collectors.toMap(OwnerSizeRow::ownerId, OwnerKeeping::size));
            return rows.stream()
                    .map(row -> kept(row, sizes.getOrDefault(row.id(), OwnerSize.NOTHING)))
                    .toList();
        });
    }

    /**
     * How many owners {@link #page} goes through.
     *
     * @throws NotFoundException if the actor is not the operator
     */
    public int count(Actor operator, OwnerSearch search) {
        policy.checkCanKeepOwners(operator);
        return door.read(operator, () -> repository.count(words(search), state(search)));
    }

    /**
     * How large an owner is.
     *
     * @throws NotFoundException if the actor is not the operator
     */
    public OwnerSize size(Actor operator, OwnerId owner) {
        policy.checkCanKeepOwners(operator);
        return door.read(operator, () -> repository.sizes(SqlArrays.of(List.of(owner.value()))).stream()
                .map(OwnerKeeping::size)
                .findFirst()
                .orElse(OwnerSize.NOTHING));
    }

    /**
     * Opens a municipality as an owner of plans.
     *
     * @param slug its name in addresses; none for the one that the register proposes, or its code
     * @param name what it is called; none as in the register
     * @throws NotFoundException if the actor is not the operator
     * @throws WrongTextException if the name in addresses is none
     * @throws RefusedException if the register has no such municipality, it is an owner already, or the name is taken
     */
    public OwnerId openMunicipality(
            Actor operator, @Nullable String slug, @Nullable String name, MunicipalityCode code, OwnerState state) {
        policy.checkCanKeepOwners(operator);
        return door.write(operator, () -> {
            Municipality town = inRegister(code);
            if (owners.find(operator, code.value()).isPresent()) {
                throw new RefusedException("%s（%s）は、既に登録されています。".formatted(town.fullName(), code.value()));
            }
            return insert(
                    operator,
                    slug == null ? proposed(operator, town) : slug(slug),
                    OwnerKind.MUNICIPALITY,
                    name == null ? town.name() : name("団体名", name),
                    code,
                    null,
                    state);
        });
    }

    /** As {@link #openMunicipality(Actor, String, String, MunicipalityCode, OwnerState)}, of one that is at work. */
    public OwnerId openMunicipality(Actor operator, String slug, String name, MunicipalityCode code) {
        return openMunicipality(operator, slug, name, code, OwnerState.RUNNING);
    }

    /**
     * Opens an alliance with its members as an owner of plans.
     *
     * @param slug its name in addresses
     * @param members at least one of them a centre, at the most two; their names are those of the register
     * @throws NotFoundException if the actor is not the operator
     * @throws WrongTextException if the name in addresses is none
     * @throws RefusedException if the name is taken, or the members make no alliance
     */
    public OwnerId openAlliance(
            Actor operator, String slug, String name, AllianceKind kind, Collection<Member> members, OwnerState state) {
        policy.checkCanKeepOwners(operator);
        checkCentres(kind, members);
        return door.write(operator, () -> {
            OwnerId id = insert(operator, slug(slug), OwnerKind.ALLIANCE, name("圏域名", name), null, kind, state);
            List<Change> changes = new ArrayList<>();
            for (Member member : members) {
                FiscalYear last = member.lastFiscalYear();
                Municipality town = inRegister(member.municipality());
                repository.insertMember(
                        id.value(),
                        town.code().value(),
                        member.centre(),
                        member.firstFiscalYear().year(),
                        last == null ? null : last.year());
                changes.add(change(
                        Deed.JOIN_ALLIANCE,
                        SubjectKind.MEMBER,
                        "%s %s".formatted(town.code().value(), town.name()),
                        Map.of(),
                        joined(member)));
            }
            audit.recordWithin(operator, id, changes);
            return id;
        });
    }

    /** As {@link #openAlliance(Actor, String, String, AllianceKind, Collection, OwnerState)}, of one that is at work. */
    public OwnerId openAlliance(
            Actor operator, String slug, String name, AllianceKind kind, Collection<Member> members) {
        return openAlliance(operator, slug, name, kind, members, OwnerState.RUNNING);
    }

    /**
     * Says what an owner is called and in which state it is.
     *
     * @param name none to leave it
     * @param state none to leave it
     * @param expected the {@link Owner#version} that the change began from, or {@link Owner#ANY_VERSION}
     * @throws NotFoundException if the actor is not the operator, or there is no such owner
     * @throws jp.kyosei.backend.tenancy.StaleException if somebody else was faster
     */
    public void change(
            Actor operator,
            OwnerId owner,
            long expected,
            @Nullable String name,
            @Nullable OwnerState state,
            String reason) {
        policy.checkCanKeepOwners(operator);
        String why = TypedText.reason(reason);
        door.write(operator, () -> {
            owners.advanceWithin(owner, expected);
            Owner before = owners.ownerWithin(owner);
            String called = name == null ? before.name() : name("団体名", name);
            OwnerState now = state == null ? before.state() : state;
            repository.change(owner.value(), called, now.name());
            audit.recordWithin(
                    operator,
                    owner,
                    List.of(new Change(
                            Deed.CHANGE_OWNER,
                            SubjectKind.OWNER,
                            called,
                            null,
                            null,
                            Map.of(
                                    "name",
                                    before.name(),
                                    "state",
                                    before.state().name()),
                            Map.of("name", called, "state", now.name()),
                            why.isEmpty() ? null : why)));
            return true;
        });
    }

    private Municipality inRegister(MunicipalityCode code) {
        return register.municipalityWithin(code)
                .orElseThrow(() -> new RefusedException(
                        "全国地方公共団体コード %s の市町村は、名簿にありません。コードを確かめるか、先に名簿に加えてください。".formatted(code.value())));
    }

    private static void checkCentres(AllianceKind kind, Collection<Member> members) {
        long centres = members.stream().filter(Member::centre).count();
        if (members.isEmpty()) {
            throw new RefusedException("構成市町を1つ以上選んでください。");
        }
        boolean needsCentre = kind == AllianceKind.SETTLEMENT_SPHERE || kind == AllianceKind.CORE_CITY_AREA;
        if (centres > 2 || (needsCentre && centres == 0)) {
            throw new RefusedException("中心市は、1市か、複眼型なら2市を選んでください。");
        }
        long different = members.stream().map(Member::municipality).distinct().count();
        if (different < members.size()) {
            throw new RefusedException("同じ市町村が2回選ばれています。");
        }
    }

    private OwnerId insert(
            Actor operator,
            String slug,
            OwnerKind kind,
            String name,
            @Nullable MunicipalityCode code,
            @Nullable AllianceKind form,
            OwnerState state) {
        OwnerId id = OwnerId.next();
        long inserted = repository.insertOwner(
                id.value(),
                slug,
                kind.name(),
                name,
                code == null ? null : code.value(),
                form == null ? null : form.name(),
                state.name());
        if (inserted == 0) {
            throw new RefusedException("識別名「%s」は、ほかの団体が使っています。ほかの識別名にしてください。".formatted(slug));
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("slug", slug);
        facts.put("kind", kind.name());
        if (form != null) {
            facts.put("allianceKind", form.name());
        }
        audit.recordWithin(operator, id, List.of(change(Deed.OPEN_OWNER, SubjectKind.OWNER, name, Map.of(), facts)));
        return id;
    }

    /** What the register proposes, unless another owner has it; else the code after a letter, for a slug is no code. */
    private String proposed(Actor operator, Municipality town) {
        String romaji = town.romaji();
        boolean free = !romaji.isEmpty() && owners.find(operator, romaji).isEmpty();
        return free ? romaji : "m" + town.code().value();
    }

    private static String slug(String given) {
        String slug = given.strip();
        if (!SLUG.matcher(slug).matches() || DIGITS.matcher(slug).matches()) {
            throw new WrongTextException("slug", "識別名は、半角の英小文字・数字・ハイフンで63文字までにしてください（数字だけにはできません）。例：kitakami");
        }
        return slug;
    }

    private static String name(String called, String given) {
        return TypedText.required(TextKind.NAME, "name", called, given, "%sを入力してください。".formatted(called));
    }

    private static Map<String, Object> joined(Member member) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("centre", member.centre());
        facts.put("firstFiscalYear", member.firstFiscalYear().year());
        FiscalYear last = member.lastFiscalYear();
        if (last != null) {
            facts.put("lastFiscalYear", last.year());
        }
        return facts;
    }

    private static Change change(
            Deed deed, SubjectKind kind, String subject, Map<String, Object> before, Map<String, Object> after) {
        return new Change(deed, kind, subject, null, null, before, after, null);
    }

    private static String words(OwnerSearch search) {
        return search.words().strip().replaceAll("[\\s%_\\\\]", "");
    }

    private static String state(OwnerSearch search) {
        OwnerState state = search.state();
        return state == null ? "" : state.name();
    }

    private static OwnerSize size(OwnerSizeRow row) {
        return new OwnerSize(
                row.plans(), row.indicators(), row.people(), row.files(), row.fileBytes(), row.lastChange());
    }

    private static KeptOwner kept(KeptOwnerRow row, OwnerSize size) {
        String code = row.municipalityCode();
        String form = row.allianceKind();
        return new KeptOwner(
                new OwnerId(row.id()),
                row.slug(),
                OwnerKind.valueOf(row.kind()),
                row.name(),
                code == null ? null : new MunicipalityCode(code),
                row.prefecture(),
                form == null ? null : AllianceKind.valueOf(form),
                OwnerState.valueOf(row.state()),
                row.openedAt(),
                row.members(),
                size);
    }
}
