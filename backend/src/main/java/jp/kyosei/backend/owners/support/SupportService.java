package jp.kyosei.backend.owners.support;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.tenancy.WrongTextException;

/** Lets the operators help: gives them an access to read for some days, and takes it back. */
@Singleton
public class SupportService {
    /** For how many days at the most, the first one included. */
    public static final int MOST_DAYS = 14;

    private final SupportRepository repository;
    private final AuditService audit;
    private final TenantDoor door;
    private final AccessPolicy policy;
    private final Clock clock;

    SupportService(
            SupportRepository repository, AuditService audit, TenantDoor door, AccessPolicy policy, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.door = door;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * The accesses that the owner has given, the newest first, at most 100.
     *
     * @throws NotFoundException if the owner is not the actor's to know
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is neither its admin nor the operator
     */
    public List<SupportAccess> accesses(Actor actor, OwnerId owner) {
        policy.checkCanAdminister(actor, owner);
        return door.read(actor, () -> repository.of(owner.value()).stream()
                .map(row -> new SupportAccess(
                        row.id(),
                        row.firstDay(),
                        row.lastDay(),
                        row.reason(),
                        row.grantedByName(),
                        row.grantedAt(),
                        row.endedAt(),
                        row.endedByName()))
                .toList());
    }

    /**
     * Lets the operators read from today on.
     *
     * @param days for how many, today included: 1 to {@value #MOST_DAYS}
     * @param reason why, which the owner's history tells
     * @throws NotFoundException if the actor cannot read the owner
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not its admin
     * @throws WrongTextException if it is for other than 1 to {@value #MOST_DAYS} days
     * @throws RefusedException if there is one already
     */
    public UUID grant(Actor actor, OwnerId owner, int days, String reason) {
        policy.checkCanSettle(actor, owner);
        String why = TypedText.requiredReason("理由", reason);
        if (days < 1 || days > MOST_DAYS) {
            throw new WrongTextException("days", "支援アクセスの日数は、1日から%d日までにしてください。".formatted(MOST_DAYS));
        }
        LocalDate today = LocalDate.now(clock);
        UUID id = UUID.randomUUID();
        return door.write(actor, () -> {
            if (repository.of(owner.value()).stream()
                    .anyMatch(row -> row.endedAt() == null && !row.lastDay().isBefore(today))) {
                throw new RefusedException("支援アクセスは、いまも許可されています。終了してから、新しく許可してください。");
            }
            LocalDate last = today.plusDays(days - 1L);
            repository.insert(new SupportRow(
                    owner.value(),
                    id,
                    today,
                    last,
                    why,
                    actor.person().value(),
                    actor.displayName(),
                    clock.instant(),
                    null,
                    null));
            record(
                    actor,
                    owner,
                    Deed.GRANT_SUPPORT,
                    Map.of("firstDay", today.toString(), "lastDay", last.toString()),
                    why);
            return id;
        });
    }

    /**
     * Ends an access at once; it is gone with the operator's next request.
     *
     * @throws NotFoundException if the actor cannot read the owner, or it has no such access that lasts
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not its admin
     */
    public void end(Actor actor, OwnerId owner, UUID access) {
        policy.checkCanSettle(actor, owner);
        door.write(actor, () -> {
            if (repository.end(owner.value(), access, clock.instant(), actor.displayName()) == 0) {
                throw new NotFoundException();
            }
            record(
                    actor,
                    owner,
                    Deed.END_SUPPORT,
                    Map.of("lastDay", LocalDate.now(clock).toString()),
                    "");
            return true;
        });
    }

    private void record(Actor actor, OwnerId owner, Deed deed, Map<String, Object> facts, String why) {
        audit.recordWithin(
                actor,
                owner,
                List.of(new Change(
                        deed, SubjectKind.SUPPORT, "支援アクセス", null, null, Map.of(), facts, why.isEmpty() ? null : why)));
    }
}
