package jp.kyosei.backend.accounts;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jp.kyosei.backend.accounts.keycloak.FoundAccount;
import jp.kyosei.backend.accounts.keycloak.KeycloakAccounts;
import jp.kyosei.backend.accounts.keycloak.KeycloakTroubleException;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.text.XmlText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does in Keycloak what has been written down, and ends invitations whose term is over. Any number of processes may work at
 * the same time: an errand that one of them has claimed is passed over by the others.
 */
@Singleton
public class AccountWorker {
    /** After how long an errand being done counts as dropped; longer than its calls can take. */
    static final Duration DROPPED = Duration.ofMinutes(3);

    /** The pause after each failed attempt; after one more the errand has failed. About four days in all. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8),
            Duration.ofHours(24),
            Duration.ofHours(48));

    private static final int LONGEST_ERROR = 500;
    private static final Logger LOG = LoggerFactory.getLogger(AccountWorker.class);
    /** In whose name a term ends. */
    private static final Actor CALENDAR =
            new Actor(new PersonId(new UUID(0, 0)), "kyosei", "Kyosei（期限）", false, List.of());

    private final InvitationRepository invitations;
    private final Errands errands;
    private final KeycloakAccounts keycloak;
    private final AuditService audit;
    private final TenantDoor door;
    private final Clock clock;

    AccountWorker(
            InvitationRepository invitations,
            Errands errands,
            KeycloakAccounts keycloak,
            AuditService audit,
            TenantDoor door,
            Clock clock) {
        this.invitations = invitations;
        this.errands = errands;
        this.keycloak = keycloak;
        this.audit = audit;
        this.door = door;
        this.clock = clock;
    }

    /**
     * Does what is due; of Keycloak nothing where this process has no account there.
     *
     * @return how many errands have been done
     */
    public int workNow() {
        while (door.accounts(this::expire) > 0) {
            LOG.debug("invitations have expired");
        }
        if (!keycloak.isSetUp()) {
            return 0;
        }
        int done = 0;
        for (Optional<Errand> next = claim(); next.isPresent(); next = claim()) {
            if (isDone(next.get())) {
                done++;
            }
        }
        return done;
    }

    private int expire() {
        Instant now = clock.instant();
        List<InvitationRow> overdue = invitations.overdue(now);
        for (InvitationRow row : overdue) {
            invitations.expire(row.ownerId(), row.id(), now);
            invitations.ask(row.ownerId(), UUID.randomUUID(), row.id(), null, ErrandKind.CLEAN_UP.name(), now);
            audit.recordWithin(
                    CALENDAR,
                    new OwnerId(row.ownerId()),
                    List.of(InvitationService.change(Deed.EXPIRE_INVITATION, row, Map.of(), Map.of())));
        }
        return overdue.size();
    }

    private Optional<Errand> claim() {
        Instant now = clock.instant();
        return door.accounts(() -> errands.claim(now, now.plus(DROPPED)));
    }

    private boolean isDone(Errand errand) {
        try {
            switch (errand.kind()) {
                case INVITE -> invite(errand);
                case CLEAN_UP -> cleanUp(errand);
                case END_SESSIONS -> keycloak.endSessions(Objects.requireNonNull(errand.subject()));
            }
        } catch (KeycloakTroubleException trouble) {
            missed(errand, trouble);
            return false;
        }
        door.accounts(() -> {
            errands.done(errand, clock.instant());
            return true;
        });
        return true;
    }

    private void invite(Errand errand) throws KeycloakTroubleException {
        UUID id = Objects.requireNonNull(errand.invitation());
        Optional<InvitationRow> open = door.accounts(() -> invitations.locked(errand.ownerId(), id))
                .filter(row -> isOpen(InvitationState.valueOf(row.state())));
        if (open.isEmpty()) {
            return;
        }
        InvitationRow row = open.get();
        Errands.InvitingOwner owner = door.accounts(() -> errands.owner(errand.ownerId()));
        FoundAccount account = keycloak.accountOf(row.mail(), row.displayName());
        door.accounts(() -> {
            errands.keepAccount(errand.ownerId(), id, account.subject(), account.made());
            return true;
        });
        keycloak.join(owner.slug(), owner.name(), account.subject());
        if (row.roleList().contains(Role.ADMIN)) {
            keycloak.demandSecondFactor(account.subject());
        }
        keycloak.sendLink(account, InvitationService.TERM);
        door.accounts(() -> {
            invitations.sent(errand.ownerId(), id, clock.instant().plus(InvitationService.TERM));
            return true;
        });
    }

    private void cleanUp(Errand errand) throws KeycloakTroubleException {
        UUID id = Objects.requireNonNull(errand.invitation());
        @Nullable String subject = errand.subject();
        if (subject == null || !errand.made()) {
            return;
        }
        boolean open = door.accounts(() -> invitations.locked(errand.ownerId(), id))
                .filter(row -> isOpen(InvitationState.valueOf(row.state())))
                .isPresent();
        if (!open && !door.accounts(() -> errands.isNeeded(subject, id))) {
            keycloak.removeUnused(subject);
        }
    }

    private static boolean isOpen(InvitationState state) {
        return switch (state) {
            case WAITING, SENT -> true;
            case ACCEPTED, WITHDRAWN, EXPIRED -> false;
        };
    }

    private void missed(Errand errand, KeycloakTroubleException trouble) {
        Instant now = clock.instant();
        String error = Objects.toString(trouble.getMessage(), "");
        String shortened = XmlText.holdable(error.substring(0, Math.min(error.length(), LONGEST_ERROR)));
        boolean last = !trouble.isPassing() || errand.attempts() > PAUSES.size();
        LOG.warn("errand {} {} was not done, attempt {}: {}", errand.kind(), errand.id(), errand.attempts(), shortened);
        door.accounts(() -> {
            if (last) {
                errands.giveUp(errand, now, shortened);
            } else {
                errands.putBack(errand, now.plus(PAUSES.get(errand.attempts() - 1)), shortened);
            }
            UUID invitation = errand.invitation();
            if (invitation != null) {
                invitations.say(errand.ownerId(), invitation, trouble.words());
            }
            return true;
        });
    }
}
