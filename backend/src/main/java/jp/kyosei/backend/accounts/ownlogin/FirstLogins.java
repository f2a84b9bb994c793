package jp.kyosei.backend.accounts.ownlogin;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jp.kyosei.backend.accounts.InvitationService;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.people.MailAddress;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.text.XmlText;

/**
 * Lets in who comes for the first time by a town's own login: as somebody who was invited to read, which the login then
 * accepts. Whoever was ever known to the owner is not let in a second time; so it stays with the admin whose use has ended.
 */
@Singleton
public class FirstLogins {
    private static final Actor LOGIN =
            new Actor(new PersonId(new UUID(0, 0)), "kyosei", "Kyosei（庁内ログイン）", false, List.of());

    private static final int LONGEST_NAME = 100;

    private final OwnLoginRepository repository;
    private final AuditService audit;
    private final TenantDoor door;
    private final Clock clock;

    FirstLogins(OwnLoginRepository repository, AuditService audit, TenantDoor door, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.door = door;
        this.clock = clock;
    }

    /**
     * Somebody has logged in by that provider. To be followed by {@link jp.kyosei.backend.accounts.Acceptance#loggedIn}.
     *
     * @return whether they have been let in now
     */
    public boolean cameBy(CameBy who) {
        String mail = MailAddress.lowerCase(who.mail());
        if (!MailAddress.isPlain(mail)) {
            return false;
        }
        return door.accounts(() -> repository
                .admitting(who.provider())
                .filter(login -> mail.endsWith("@" + login.domain()))
                .filter(login -> !repository.isKnown(login.ownerId(), who.subject(), mail))
                .map(login -> letIn(login, who, mail))
                .orElse(false));
    }

    private boolean letIn(OwnLoginRow login, CameBy who, String mail) {
        Instant now = clock.instant();
        String name = XmlText.holdable(
                who.displayName().substring(0, Math.min(who.displayName().length(), LONGEST_NAME)));
        UUID id = UUID.randomUUID();
        repository.invite(
                login.ownerId(),
                id,
                mail,
                name,
                Objects.requireNonNull(login.admittedBy()),
                Objects.requireNonNull(login.admitter()),
                now,
                now.plus(InvitationService.TERM));
        repository.leadTo(login.ownerId(), id, who.subject());
        audit.recordWithin(
                LOGIN,
                new OwnerId(login.ownerId()),
                List.of(new Change(
                        Deed.ENTER_BY_OWN_LOGIN,
                        SubjectKind.INVITATION,
                        "%s (%s)".formatted(name, mail),
                        null,
                        null,
                        Map.of(),
                        Map.of(),
                        null)));
        return true;
    }
}
