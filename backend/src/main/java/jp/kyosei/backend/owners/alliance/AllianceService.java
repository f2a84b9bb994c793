package jp.kyosei.backend.owners.alliance;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.owners.Member;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.owners.register.Municipality;
import jp.kyosei.backend.owners.register.MunicipalityRegister;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.OwnerKind;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.tenancy.WrongTextException;
import jp.kyosei.backend.text.TextKind;
import org.jspecify.annotations.Nullable;

/**
 * Lets municipalities join and leave alliances, by fiscal year, and keeps what was agreed and whom to turn to. A town that has
 * left keeps its own figures and reads the years in which it was a member.
 */
@Singleton
public class AllianceService {
    private final AllianceRepository repository;
    private final OwnerService owners;
    private final MunicipalityRegister register;
    private final AuditService audit;
    private final TenantDoor door;
    private final AccessPolicy policy;
    private final Clock clock;

    AllianceService(
            AllianceRepository repository,
            OwnerService owners,
            MunicipalityRegister register,
            AuditService audit,
            TenantDoor door,
            AccessPolicy policy,
            Clock clock) {
        this.repository = repository;
        this.owners = owners;
        this.register = register;
        this.audit = audit;
        this.door = door;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * The members of an alliance past and present, the centres first; none for a municipality. Contacts, which are people, are
     * seen by those who take part in collections there and by the alliance's admin.
     *
     * @throws NotFoundException if the owner is not the actor's to know
     */
    public List<Membership> members(Actor actor, OwnerId owner) {
        policy.checkCanKnowOwner(actor, owner);
        boolean contacts = policy.canSeeRounds(actor, owner) || policy.canSettle(actor, owner);
        return door.read(actor, () -> membersWithin(owner, contacts));
    }

    private List<Membership> membersWithin(OwnerId owner, boolean withContacts) {
        Map<String, List<Agreement>> agreements = repository.agreements(owner.value()).stream()
                .collect(Collectors.groupingBy(
                        AgreementRow::municipalityCode,
                        Collectors.mapping(AllianceService::agreement, Collectors.toList())));
        List<ContactRow> named = withContacts ? repository.contacts(owner.value()) : List.of();
        Map<String, Contact> contacts = named.stream()
                .collect(Collectors.toMap(
                        ContactRow::municipalityCode,
                        row -> new Contact(row.department(), row.name(), row.mail(), row.telephone())));
        Map<MunicipalityCode, List<Member>> terms = new LinkedHashMap<>();
        owners.ownerWithin(owner).members().forEach(member -> terms.computeIfAbsent(
                        member.municipality(), code -> new ArrayList<>())
                .add(member));
        return terms.entrySet().stream()
                .map(entry -> new Membership(
                        entry.getValue(),
                        agreements.getOrDefault(entry.getKey().value(), List.of()),
                        contacts.getOrDefault(entry.getKey().value(), Contact.NONE)))
                .toList();
    }

    /**
     * Lets a municipality join from a fiscal year on.
     *
     * @param agreement on what it stands; none where that is recorded later
     * @throws NotFoundException if the actor is not the operator
     * @throws RefusedException if the owner is no alliance, the register has no such municipality, or it is a member already
     */
    public void join(
            Actor operator,
            OwnerId owner,
            long expected,
            MunicipalityCode code,
            boolean centre,
            FiscalYear first,
            @Nullable NewAgreement agreement) {
        policy.checkCanKeepOwners(operator);
        door.write(operator, () -> {
            owners.advanceWithin(owner, expected);
            Owner alliance = alliance(owner);
            Municipality town = register.municipalityWithin(code)
                    .orElseThrow(() -> new RefusedException("全国地方公共団体コード %s の市町村は、名簿にありません。".formatted(code.value())));
            for (Member member : alliance.members()) {
                FiscalYear last = member.lastFiscalYear();
                if (member.municipality().equals(code) && (last == null || last.compareTo(first) >= 0)) {
                    throw new RefusedException("%sは、%sには既に構成市町です。".formatted(town.name(), first.longLabel()));
                }
            }
            repository.insertMember(owner.value(), code.value(), centre, first.year());
            audit.recordWithin(
                    operator,
                    owner,
                    List.of(member(
                            Deed.JOIN_ALLIANCE,
                            code,
                            town.name(),
                            Map.of("centre", centre, "firstFiscalYear", first.year()))));
            if (agreement != null) {
                recordWithin(operator, alliance, code, town.name(), agreement);
            }
            return true;
        });
    }

    /**
     * Lets a member leave: the given fiscal year is its last.
     *
     * @throws NotFoundException if the actor is not the operator, or the municipality is no member
     * @throws RefusedException if it has left already, or the year lies before it joined
     */
    public void leave(
            Actor operator,
            OwnerId owner,
            long expected,
            MunicipalityCode code,
            FiscalYear last,
            @Nullable NewAgreement agreement) {
        policy.checkCanKeepOwners(operator);
        door.write(operator, () -> {
            owners.advanceWithin(owner, expected);
            Owner alliance = alliance(owner);
            Member leaving = latest(alliance, code);
            if (leaving.lastFiscalYear() != null) {
                throw new RefusedException("%sは、既に脱退しています。".formatted(leaving.name()));
            }
            if (last.compareTo(leaving.firstFiscalYear()) < 0) {
                throw new RefusedException("最後の年度は、加入した%s以後にしてください。"
                        .formatted(leaving.firstFiscalYear().longLabel()));
            }
            repository.endMember(
                    owner.value(), code.value(), leaving.firstFiscalYear().year(), last.year());
            audit.recordWithin(
                    operator,
                    owner,
                    List.of(member(Deed.LEAVE_ALLIANCE, code, leaving.name(), Map.of("lastFiscalYear", last.year()))));
            if (agreement != null) {
                recordWithin(operator, alliance, code, leaving.name(), agreement);
            }
            return true;
        });
    }

    /**
     * Records what was agreed; what was recorded before stays.
     *
     * @throws NotFoundException if the owner is not the actor's to know, or the municipality was never a member
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is neither its admin nor the operator
     * @throws RefusedException if the agreement is not between the town and a centre of the alliance
     */
    public void record(Actor actor, OwnerId owner, long expected, MunicipalityCode code, NewAgreement agreement) {
        policy.checkCanAdminister(actor, owner);
        door.write(actor, () -> {
            owners.advanceWithin(owner, expected);
            Owner alliance = alliance(owner);
            recordWithin(actor, alliance, code, latest(alliance, code).name(), agreement);
            return true;
        });
    }

    /**
     * Names whom to turn to in a town.
     *
     * @throws NotFoundException if the actor cannot read the owner, or the municipality was never a member
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not the alliance's admin
     */
    public void nameContact(Actor actor, OwnerId owner, long expected, MunicipalityCode code, Contact contact) {
        policy.checkCanSettle(actor, owner);
        Contact named = new Contact(
                TypedText.checked(TextKind.NAME, "contact.department", "連絡先の担当課", contact.department()),
                TypedText.checked(TextKind.NAME, "contact.name", "連絡先の氏名", contact.name()),
                mail(contact.mail()),
                TypedText.checked(TextKind.CODE, "contact.telephone", "連絡先の電話番号", contact.telephone()));
        door.write(actor, () -> {
            owners.advanceWithin(owner, expected);
            Member member = latest(alliance(owner), code);
            repository.keepContact(
                    owner.value(), code.value(), named.department(), named.name(), named.mail(), named.telephone());
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("department", named.department());
            facts.put("name", named.name());
            audit.recordWithin(actor, owner, List.of(member(Deed.NAME_CONTACT, code, member.name(), facts)));
            return true;
        });
    }

    private static String mail(String given) {
        String address = TypedText.checked(TextKind.NAME, "contact.mail", "連絡先のメールアドレス", given);
        if (!address.isEmpty() && !address.matches("[^@\\s]+@[^@\\s]+")) {
            throw new WrongTextException("contact.mail", "連絡先のメールアドレスを確かめてください。例：kikaku@example.lg.jp");
        }
        return address;
    }

    private void recordWithin(Actor actor, Owner alliance, MunicipalityCode code, String name, NewAgreement agreement) {
        MunicipalityCode centre = agreement.centre();
        if (agreement.kind() == AgreementKind.POLICY) {
            if (centre != null) {
                throw new RefusedException("形成方針は、合併した1市が自ら定めるものです。中心市は指定しません。");
            }
        } else {
            boolean between = centre != null
                    && !centre.equals(code)
                    && alliance.members().stream()
                            .anyMatch(member ->
                                    member.centre() && member.municipality().equals(centre));
            if (!between) {
                throw new RefusedException("形成協定は、中心市と構成市町の間で結ぶものです。この圏域の中心市を、相手として選んでください。");
            }
        }
        String title = TypedText.checked(TextKind.NAME, "agreement.title", "協定の名称", agreement.title());
        repository.insertAgreement(new AgreementRow(
                alliance.id().value(),
                UUID.randomUUID(),
                code.value(),
                centre == null ? null : centre.value(),
                agreement.kind().name(),
                agreement.resolvedOn(),
                title,
                TypedText.checked(TextKind.MINUTES, "agreement.text", "協定の文", agreement.text()),
                clock.instant(),
                actor.displayName()));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("agreement", agreement.kind().name());
        if (centre != null) {
            facts.put("municipalities", List.of(centre.value()));
        }
        facts.put("resolvedOn", agreement.resolvedOn().toString());
        facts.put("title", title);
        audit.recordWithin(actor, alliance.id(), List.of(member(Deed.RECORD_AGREEMENT, code, name, facts)));
    }

    private Owner alliance(OwnerId owner) {
        Owner found = owners.ownerWithin(owner);
        if (found.kind() != OwnerKind.ALLIANCE) {
            throw new RefusedException("%sは市町村です。構成市町があるのは圏域だけです。".formatted(found.name()));
        }
        return found;
    }

    private static Member latest(Owner alliance, MunicipalityCode code) {
        return alliance.members().stream()
                .filter(member -> member.municipality().equals(code))
                .reduce((earlier, later) -> later)
                .orElseThrow(NotFoundException::new);
    }

    private static Change member(Deed deed, MunicipalityCode code, String name, Map<String, Object> after) {
        return new Change(
                deed, SubjectKind.MEMBER, "%s %s".formatted(code.value(), name), null, null, Map.of(), after, null);
    }

    private static Agreement agreement(AgreementRow row) {
        String centre = row.centreCode();
        return new Agreement(
                new MunicipalityCode(row.municipalityCode()),
                centre == null ? null : new MunicipalityCode(centre),
                AgreementKind.valueOf(row.kind()),
                row.resolvedOn(),
                row.title(),
                row.text());
    }
}
