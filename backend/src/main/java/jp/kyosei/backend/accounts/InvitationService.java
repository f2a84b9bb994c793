package jp.kyosei.backend.accounts;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.people.MailAddress;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.MissingTextException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.tenancy.WrongTextException;
import jp.kyosei.backend.text.TextKind;
import org.jspecify.annotations.Nullable;

/**
 * Invites people into an owner. An invitation is written down with its audit entry and its errand in one transaction; the
 * worker does what concerns Keycloak. The roles take effect when the person logs in.
 */
@Singleton
public class InvitationService {
    /** How long an invitation, and the link in its mail, is good. */
    public static final Duration TERM = Duration.ofDays(7);

    /** How many people are invited at once at the most. */
    public static final int MOST = 200;

    private final InvitationRepository repository;
    private final OwnerDirectory owners;
    private final AuditService audit;
    private final TenantDoor door;
    private final Clock clock;

    InvitationService(
            InvitationRepository repository, OwnerDirectory owners, AuditService audit, TenantDoor door, Clock clock) {
        this.repository = repository;
        this.owners = owners;
        this.audit = audit;
        this.door = door;
        this.clock = clock;
    }

    /**
     * Invites one person. The same address again, while an invitation is open, is that one: roles are added to it.
     *
     * @param owner its slug
     * @throws NotFoundException if there is no such owner for the actor
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is neither its admin nor the operator
     * @throws WrongTextException naming the field that cannot be taken
     */
    public Invitation invite(Actor actor, String owner, NewInvitation person) {
        OwnerId id = owners.administered(actor, owner);
        return door.write(actor, () -> inviteWithin(actor, id, checked(id, person)));
    }

    /**
     * Invites all of them or none.
     *
     * @throws WrongTextException of the first that cannot be taken, its field such as {@code people[2].mail}
     */
    public List<Invitation> inviteAll(Actor actor, String owner, List<NewInvitation> people) {
        OwnerId id = owners.administered(actor, owner);
        List<InvitationProblem> problems = problems(actor, owner, people);
        if (!problems.isEmpty()) {
            InvitationProblem first = problems.getFirst();
            throw new WrongTextException(
                    "people[%d].%s".formatted(first.line() - 1, first.field()),
                    "%d行目：%s".formatted(first.line(), first.message()));
        }
        return door.write(actor, () -> people.stream()
                .map(person -> inviteWithin(actor, id, checked(id, person)))
                .toList());
    }

    /** All that is wrong with a list of people, line by line; nothing is written. */
    public List<InvitationProblem> problems(Actor actor, String owner, List<NewInvitation> people) {
        OwnerId id = owners.administered(actor, owner);
        if (people.size() > MOST) {
            return List.of(new InvitationProblem(MOST + 1, "people", "一度に招待できるのは%d人までです。分けてください。".formatted(MOST)));
        }
        return door.read(actor, () -> {
            Map<String, DepartmentId> departments = owners.departmentsWithin(id);
            List<InvitationProblem> problems = new ArrayList<>();
            Map<String, Integer> seen = new LinkedHashMap<>();
            for (int line = 1; line <= people.size(); line++) {
                NewInvitation person = people.get(line - 1);
                for (WrongTextException wrong : wrongs(departments, person)) {
                    problems.add(new InvitationProblem(line, wrong.field(), Objects.toString(wrong.getMessage(), "")));
                }
                Integer before = seen.putIfAbsent(MailAddress.lowerCase(person.mail()), line);
                if (before != null) {
                    problems.add(
                            new InvitationProblem(line, "mail", "%d行目と同じメールアドレスです。1人を1行にまとめてください。".formatted(before)));
                }
            }
            return problems;
        });
    }

    /**
     * Sends an invitation again, also one whose term is over; its term begins anew.
     *
     * @throws NotFoundException if the owner has no such invitation
     * @throws RefusedException if it was accepted or withdrawn, or the person was invited anew
     */
    public Invitation resend(Actor actor, String owner, UUID invitation) {
        OwnerId id = owners.administered(actor, owner);
        return door.write(actor, () -> {
            InvitationRow row = open(id, invitation);
            if (row.state().equals(InvitationState.EXPIRED.name())
                    && repository.isFollowed(id.value(), row.mail(), row.id())) {
                throw new RefusedException("この方は、あとから改めて招待されています。新しいほうの招待を使ってください。");
            }
            Instant now = clock.instant();
            repository.reopen(id.value(), invitation, now.plus(TERM));
            ask(id, invitation, ErrandKind.INVITE, now);
            audit.recordWithin(actor, id, List.of(change(Deed.RESEND_INVITATION, row, Map.of(), Map.of())));
            return found(id, invitation);
        });
    }

    /**
     * Takes an invitation back: the mailed link leads nowhere any more.
     *
     * @throws NotFoundException if the owner has no such invitation
     * @throws RefusedException if it was accepted or withdrawn
     */
    public Invitation withdraw(Actor actor, String owner, UUID invitation) {
        OwnerId id = owners.administered(actor, owner);
        return door.write(actor, () -> {
            InvitationRow row = open(id, invitation);
            Instant now = clock.instant();
            repository.withdraw(id.value(), invitation, now);
            ask(id, invitation, ErrandKind.CLEAN_UP, now);
            audit.recordWithin(actor, id, List.of(change(Deed.WITHDRAW_INVITATION, row, facts(row), Map.of())));
            return found(id, invitation);
        });
    }

    /**
     * As {@link #invite}, to be called inside an open {@link TenantDoor} by whoever has asked whether the actor may.
     *
     * @throws WrongTextException naming the field that cannot be taken
     */
    public Invitation inviteWithin(Actor actor, OwnerId owner, NewInvitation person) {
        return inviteWithin(actor, owner, checked(owner, person));
    }

    private Invitation inviteWithin(Actor actor, OwnerId owner, Checked person) {
        Instant now = clock.instant();
        UUID id = UUID.randomUUID();
        DepartmentId department = person.department();
        UUID departmentId = department == null ? null : department.value();
        boolean isNew = repository.insert(
                        owner.value(),
                        id,
                        person.mail(),
                        person.displayName(),
                        departmentId,
                        array(person.roles()),
                        actor.person().value(),
                        actor.displayName(),
                        now,
                        now.plus(TERM),
                        person.from(),
                        person.until())
                != 0;
        if (isNew) {
            ask(owner, id, ErrandKind.INVITE, now);
            InvitationRow row = repository.locked(owner.value(), id).orElseThrow(NotFoundException::new);
            audit.recordWithin(actor, owner, List.of(change(Deed.INVITE_PERSON, row, Map.of(), facts(row))));
            return row.invitation();
        }
        InvitationRow open = repository.open(owner.value(), person.mail()).orElseThrow(NotFoundException::new);
        EnumSet<Role> all = EnumSet.copyOf(open.roleList());
        boolean more = all.addAll(person.roles());
        boolean otherDays =
                !Objects.equals(open.validFrom(), person.from()) || !Objects.equals(open.validUntil(), person.until());
        if (more || otherDays) {
            repository.addRoles(owner.value(), open.id(), array(all), departmentId, person.from(), person.until());
            ask(owner, open.id(), ErrandKind.INVITE, now);
            InvitationRow row = repository.locked(owner.value(), open.id()).orElseThrow(NotFoundException::new);
            audit.recordWithin(actor, owner, List.of(change(Deed.INVITE_PERSON, row, facts(open), facts(row))));
            return row.invitation();
        }
        return open.invitation();
    }

    private Checked checked(OwnerId owner, NewInvitation person) {
        Map<String, DepartmentId> departments = owners.departmentsWithin(owner);
        List<WrongTextException> wrongs = wrongs(departments, person);
        if (!wrongs.isEmpty()) {
            throw wrongs.getFirst();
        }
        return new Checked(
                MailAddress.lowerCase(person.mail()),
                TypedText.checked(TextKind.NAME, "displayName", "氏名", person.displayName()),
                person.department().isBlank()
                        ? null
                        : departments.get(person.department().strip()),
                person.roles(),
                person.from(),
                person.until());
    }

    private List<WrongTextException> wrongs(Map<String, DepartmentId> departments, NewInvitation person) {
        LocalDate today = LocalDate.now(clock);
        List<WrongTextException> wrongs = new ArrayList<>();
        if (!MailAddress.isPlain(person.mail().strip())) {
            wrongs.add(new WrongTextException("mail", "メールアドレスを hanako@city.example.jp の形で入れてください。"));
        }
        try {
            TypedText.required(TextKind.NAME, "displayName", "氏名", person.displayName(), "氏名を入れてください。");
        } catch (WrongTextException wrong) {
            wrongs.add(wrong);
        } catch (MissingTextException missing) {
            wrongs.add(new WrongTextException("displayName", Objects.toString(missing.getMessage(), "")));
        }
        if (!person.department().isBlank()
                && !departments.containsKey(person.department().strip())) {
            wrongs.add(new WrongTextException("department", "その担当課は登録されていません。担当課の記号か名前を確かめてください。"));
        }
        LocalDate until = person.until();
        if (until != null && until.isBefore(today)) {
            wrongs.add(new WrongTextException("until", "権限の終わる日は、今日か、今日より後の日にしてください。"));
        } else if (until != null && person.from() != null && until.isBefore(person.from())) {
            wrongs.add(new WrongTextException("until", "権限の終わる日が、始まる日より前です。日付を直してください。"));
        }
        if (person.roles().isEmpty()) {
            wrongs.add(new WrongTextException("roles", "権限を1つ以上選んでください。"));
        }
        return wrongs;
    }

    private InvitationRow open(OwnerId owner, UUID invitation) {
        InvitationRow row = repository.locked(owner.value(), invitation).orElseThrow(NotFoundException::new);
        return switch (InvitationState.valueOf(row.state())) {
            case ACCEPTED -> throw new RefusedException("この招待は、もう受けられています。");
            case WITHDRAWN -> throw new RefusedException("この招待は、もう取り下げられています。");
            case WAITING, SENT, EXPIRED -> row;
        };
    }

    private Invitation found(OwnerId owner, UUID invitation) {
        return repository
                .locked(owner.value(), invitation)
                .map(InvitationRow::invitation)
                .orElseThrow(NotFoundException::new);
    }

    private void ask(OwnerId owner, UUID invitation, ErrandKind kind, Instant now) {
        repository.ask(owner.value(), UUID.randomUUID(), invitation, null, kind.name(), now);
    }

    static Map<String, Object> facts(InvitationRow row) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("roles", row.roleList().stream().map(Role::name).toList());
        if (!row.departmentName().isEmpty()) {
            facts.put("department", row.departmentName());
        }
        if (row.validFrom() != null) {
            facts.put("validFrom", row.validFrom().toString());
        }
        if (row.validUntil() != null) {
            facts.put("validUntil", row.validUntil().toString());
        }
        return facts;
    }

    static Change change(Deed deed, InvitationRow row, Map<String, Object> before, Map<String, Object> after) {
        return new Change(deed, SubjectKind.INVITATION, row.called(), null, null, before, after, null);
    }

    private static String array(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(",", "{", "}"));
    }

    /** What has been typed, as it is kept. */
    private record Checked(
            String mail,
            String displayName,
            @Nullable DepartmentId department,
            Set<Role> roles,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}
}
