package jp.kyosei.backend.leaving.ending;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.owners.OwnerState;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;
import org.jspecify.annotations.Nullable;

/**
 * Announces the end of an owner and takes it back. Until the day comes everything stays as it was; then {@link EndingSchedule}
 * deletes all of it but the entry in the service's own trail that says so.
 */
@Singleton
public class EndingService {
    /** How long an end can be taken back. */
    public static final int DAYS_OF_GRACE = 90;

    private final OwnerService owners;
    private final EndingRepository repository;
    private final AuditService audit;
    private final TenantDoor door;
    private final AccessPolicy policy;
    private final Clock clock;

    EndingService(
            OwnerService owners,
            EndingRepository repository,
            AuditService audit,
            TenantDoor door,
            AccessPolicy policy,
            Clock clock) {
        this.owners = owners;
        this.repository = repository;
        this.audit = audit;
        this.door = door;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * The announced end of an owner, for all who read it.
     *
     * @throws NotFoundException if the actor cannot read such an owner
     */
    public Optional<OwnerEnding> announced(Actor actor, String slug) {
        Owner owner = owners.owner(actor, slug);
        return door.read(actor, () -> repository.announced(owner.id()));
    }

    /**
     * Announces that an owner leaves, from {@value #DAYS_OF_GRACE} days on.
     *
     * @param typedReason why; a text of {@link TextKind#REASON}
     * @throws NotFoundException if the actor cannot read such an owner
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not its admin
     * @throws RefusedException if its end is announced already, or no reason is given
     */
    public OwnerEnding announce(Actor actor, String slug, String typedReason) {
        Owner owner = owners.owner(actor, slug);
        policy.checkCanTakeArchive(actor, owner.id());
        String reason = TypedText.required(TextKind.REASON, "reason", "利用を終える理由", typedReason, "利用を終える理由を書いてください。");
        LocalDate deletesOn =
                LocalDate.ofInstant(clock.instant(), JapanTime.ZONE).plusDays(DAYS_OF_GRACE);
        return door.write(actor, () -> {
            if (!repository.insert(owner.id(), actor, clock.instant(), reason, deletesOn)) {
                throw new EndingRefusedException("利用終了はすでに届け出られています。取り消してから届け出てください。");
            }
            owners.enterWithin(owner.id(), OwnerState.ENDING);
            audit.recordWithin(
                    actor,
                    owner.id(),
                    List.of(change(Deed.ANNOUNCE_END, owner, Map.of("deletesOn", deletesOn.toString()), reason)));
            return repository.announced(owner.id()).orElseThrow(NotFoundException::new);
        });
    }

    /**
     * Takes an announced end back; nothing has been lost by it.
     *
     * @throws NotFoundException if the actor cannot read such an owner, or no end of it is announced
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not its admin
     */
    public void takeBack(Actor actor, String slug) {
        Owner owner = owners.owner(actor, slug);
        policy.checkCanTakeArchive(actor, owner.id());
        door.write(actor, () -> {
            if (!repository.takeBack(owner.id(), actor, clock.instant())) {
                throw new NotFoundException();
            }
            owners.enterWithin(owner.id(), OwnerState.RUNNING);
            audit.recordWithin(actor, owner.id(), List.of(change(Deed.TAKE_BACK_END, owner, Map.of(), null)));
            return true;
        });
    }

    private static Change change(Deed deed, Owner owner, Map<String, Object> after, @Nullable String reason) {
        return new Change(deed, SubjectKind.OWNER, owner.name(), null, null, Map.of(), after, reason);
    }
}
