package jp.kyosei.backend.committee;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.people.RoleService;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the 名簿 of the committee. Read and kept by the owner's secretariat and admin: a {@link NotFoundException} if the actor
 * cannot read the owner, a {@link ForbiddenException} if the actor is neither.
 */
@Singleton
public class CommitteeService {
    private final CommitteeRepository repository;
    private final RoleService roles;
    private final AuditService audit;
    private final TenantDoor door;
    private final AccessPolicy policy;

    CommitteeService(
            CommitteeRepository repository,
            RoleService roles,
            AuditService audit,
            TenantDoor door,
            AccessPolicy policy) {
        this.repository = repository;
        this.roles = roles;
        this.audit = audit;
        this.door = door;
        this.policy = policy;
    }

    /** All members, of now, of before and to come, in the order of the 名簿. */
    public List<CommitteeMember> members(Actor actor, OwnerId owner) {
        checkKeeps(actor, owner);
        return door.read(actor, () -> membersWithin(owner));
    }

    /** With whose accounts members may read and write: whoever holds or held the committee's role, by name and user name. */
    public Map<PersonId, String> accounts(Actor actor, OwnerId owner) {
        checkKeeps(actor, owner);
        return door.read(actor, () -> {
            Map<PersonId, String> accounts = new LinkedHashMap<>();
            roles.rolesWithin(owner, LocalDate.EPOCH).stream()
                    .filter(role -> role.role() == Role.COMMITTEE)
                    .forEach(role -> accounts.putIfAbsent(
                            role.person(), "%s（%s）".formatted(role.displayName(), role.username())));
            return accounts;
        });
    }

    /** Those in office on a day, in the order of the 名簿; to be called inside an open {@link TenantDoor}. */
    public List<CommitteeMember> inOfficeWithin(OwnerId owner, LocalDate day) {
        return membersWithin(owner).stream()
                .filter(member -> member.isInOfficeOn(day))
                .toList();
    }

    /**
     * One member; to be called inside an open {@link TenantDoor}.
     *
     * @throws NotFoundException if the owner has no such member
     */
    public CommitteeMember memberWithin(OwnerId owner, MemberId id) {
        return one(owner, id);
    }

    /**
     * Adds a member at the end of the 名簿.
     *
     * @throws RefusedException if what is given cannot be, or the account is no committee member's
     */
    public MemberId add(Actor actor, OwnerId owner, MemberEntry typed) {
        checkKeeps(actor, owner);
        MemberEntry entry = typed.checked();
        MemberId id = MemberId.next();
        return door.write(actor, () -> {
            checkAccount(owner, entry.person());
            repository.insert(
                    owner.value(),
                    id.value(),
                    entry.name(),
                    entry.affiliation(),
                    entry.office(),
                    entry.remark(),
                    entry.from(),
                    entry.until(),
                    value(entry.person()));
            record(actor, owner, Deed.ADD_COMMITTEE_MEMBER, entry.name(), Map.of(), facts(entry));
            return id;
        });
    }

    /**
     * Writes another entry of a member.
     *
     * @param expected the {@link CommitteeMember#version} that the change began from
     * @throws NotFoundException if the owner has no such member
     * @throws RefusedException as {@link #add}
     * @throws StaleException if somebody else was faster
     */
    public void change(Actor actor, OwnerId owner, MemberId id, MemberEntry typed, long expected) {
        checkKeeps(actor, owner);
        MemberEntry entry = typed.checked();
        door.write(actor, () -> {
            CommitteeMember before = one(owner, id);
            checkAccount(owner, entry.person());
            if (repository.change(
                            owner.value(),
                            id.value(),
                            entry.name(),
                            entry.affiliation(),
                            entry.office(),
                            entry.remark(),
                            entry.from(),
                            entry.until(),
                            value(entry.person()),
                            expected)
                    == 0) {
                throw new StaleException();
            }
            record(actor, owner, Deed.CHANGE_COMMITTEE_MEMBER, entry.name(), facts(before), facts(entry));
            return true;
        });
    }

    /**
     * Puts the members in an order.
     *
     * @param order all of them, each once
     * @throws RefusedException if one is missing or too many
     */
    public void order(Actor actor, OwnerId owner, List<MemberId> order) {
        checkKeeps(actor, owner);
        door.write(actor, () -> {
            List<MemberId> known =
                    membersWithin(owner).stream().map(CommitteeMember::id).toList();
            if (order.size() != known.size() || !new HashSet<>(order).equals(new HashSet<>(known))) {
                throw new RefusedException("名簿の委員を全員、1回ずつ並べてください。");
            }
            for (int place = 0; place < order.size(); place++) {
                repository.place(owner.value(), order.get(place).value(), place + 1);
            }
            record(actor, owner, Deed.ORDER_COMMITTEE, "名簿の順", Map.of(), Map.of("participants", order.size()));
            return true;
        });
    }

    /**
     * Takes a member off the 名簿, who should never have stood there; a term that is over is an end of the term. Meetings that
     * were held keep their lists.
     *
     * @throws NotFoundException if the owner has no such member
     */
    public void remove(Actor actor, OwnerId owner, MemberId id) {
        checkKeeps(actor, owner);
        door.write(actor, () -> {
            CommitteeMember before = one(owner, id);
            repository.delete(owner.value(), id.value());
            record(actor, owner, Deed.REMOVE_COMMITTEE_MEMBER, before.name(), facts(before), Map.of());
            return true;
        });
    }

    private void checkKeeps(Actor actor, OwnerId owner) {
        policy.checkCanRead(actor, owner);
        policy.checkAllowed(
                actor.holds(owner, Role.SECRETARIAT, Role.ADMIN), "委員の名簿を見ることと直すことは、その団体の事務局と団体管理者だけができます。");
    }

    /** All members in the order of the 名簿; to be called inside an open {@link TenantDoor}. */
    public List<CommitteeMember> membersWithin(OwnerId owner) {
        return repository.members(owner.value()).stream().map(MemberRow::member).toList();
    }

    private CommitteeMember one(OwnerId owner, MemberId id) {
        return membersWithin(owner).stream()
                .filter(member -> member.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private void checkAccount(OwnerId owner, @Nullable PersonId person) {
        if (person == null) {
            return;
        }
        // Held once is enough: a member whose term is over stays on the list with what they wrote.
        boolean isMember = roles.rolesWithin(owner, LocalDate.EPOCH).stream()
                .anyMatch(role -> role.person().equals(person) && role.role() == Role.COMMITTEE);
        if (!isMember) {
            throw new RefusedException("選んだ利用者は、懇談会委員の権限を持っていません。先に利用者の画面で権限を付けてください。");
        }
    }

    private void record(
            Actor actor, OwnerId owner, Deed deed, String name, Map<String, Object> before, Map<String, Object> after) {
        audit.recordWithin(
                actor,
                owner,
                List.of(new Change(deed, SubjectKind.COMMITTEE_MEMBER, name, null, null, before, after, null)));
    }

    private static Map<String, Object> facts(CommitteeMember member) {
        return facts(new MemberEntry(
                member.name(),
                member.affiliation(),
                member.office(),
                member.remark(),
                member.from(),
                member.until(),
                member.person()));
    }

    private static Map<String, Object> facts(MemberEntry entry) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", entry.name());
        facts.put("affiliation", entry.affiliation());
        facts.put("office", entry.office());
        facts.put("remark", entry.remark());
        facts.put("validFrom", entry.from() == null ? "" : entry.from().toString());
        facts.put("validUntil", entry.until() == null ? "" : entry.until().toString());
        facts.put("account", entry.person() != null);
        return facts;
    }

    private static @Nullable UUID value(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }
}
