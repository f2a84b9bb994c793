package jp.kyosei.backend.leaving.order;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.SecurityLog;
import jp.kyosei.backend.tenancy.TenantDoor;

/** Orders of archives for the owner's admin. */
@Singleton
public class ArchiveService {
    private final OwnerService owners;
    private final ArchiveRepository repository;
    private final AuditService audit;
    private final TenantDoor door;
    private final AccessPolicy policy;
    private final Clock clock;

    ArchiveService(
            OwnerService owners,
            ArchiveRepository repository,
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
     * Orders an archive; while one of the owner is still to be made, that one is meant.
     *
     * @throws NotFoundException if the actor cannot read such an owner
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not its admin
     */
    public ArchiveOrder order(Actor actor, String slug) {
        Owner owner = admins(actor, slug);
        UUID id = UUID.randomUUID();
        return door.write(actor, () -> {
            if (repository.insert(owner.id(), id, actor, clock.instant())) {
                audit.recordWithin(actor, owner.id(), List.of(change(Deed.ORDER_ARCHIVE, owner)));
                SecurityLog.readsOfOthers(actor, "archive ordered", owner.id());
            }
            return repository.orders(owner.id()).stream()
                    .filter(order -> order.state().isOpen() || order.id().equals(id))
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
        });
    }

    /**
     * What was ordered lately, the newest first.
     *
     * @throws NotFoundException if the actor cannot read such an owner
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not its admin
     */
    public List<ArchiveOrder> orders(Actor actor, String slug) {
        Owner owner = admins(actor, slug);
        return door.write(actor, () -> repository.orders(owner.id()));
    }

    /**
     * One of them.
     *
     * @throws NotFoundException if the actor cannot read such an owner, or it has no such order
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not its admin
     */
    public ArchiveOrder order(Actor actor, String slug, UUID id) {
        return orders(actor, slug).stream()
                .filter(order -> order.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /**
     * Opens the file of an order that is ready; that it was fetched is in the owner's history.
     *
     * @throws NotFoundException if there is no such order, or it is not ready
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not the owner's admin
     */
    public Opened open(Actor actor, String slug, UUID id) {
        Owner owner = admins(actor, slug);
        ArchiveOrder order = order(actor, slug, id);
        if (order.state() != ArchiveState.READY) {
            throw new NotFoundException();
        }
        door.write(actor, () -> {
            audit.recordWithin(actor, owner.id(), List.of(change(Deed.FETCH_ARCHIVE, owner)));
            return true;
        });
        SecurityLog.readsOfOthers(actor, "archive fetched", owner.id());
        return new Opened(actor, owner, order);
    }

    private Owner admins(Actor actor, String slug) {
        Owner owner = owners.owner(actor, slug);
        policy.checkCanTakeArchive(actor, owner.id());
        return owner;
    }

    private static Change change(Deed deed, Owner owner) {
        return new Change(deed, SubjectKind.OWNER, owner.name(), null, null, Map.of(), Map.of(), null);
    }

    /** A file that is ready to be sent. */
    public final class Opened {
        private final Actor actor;
        private final Owner owner;
        private final ArchiveOrder order;

        private Opened(Actor actor, Owner owner, ArchiveOrder order) {
            this.actor = actor;
            this.owner = owner;
            this.order = order;
        }

        /** Its length in bytes. */
        public long size() {
            return order.size();
        }

        /** Such as {@code データ_一関市.zip}. */
        public String name() {
            return "データ_%s.zip".formatted(owner.name());
        }

        /** The same of plain letters only. */
        public String plainName() {
            return "%s.zip".formatted(owner.slug());
        }

        /** Sends it piece by piece, so that no more than one of them is in memory. */
        public void sendTo(OutputStream out) throws IOException {
            int number = 0;
            Optional<byte[]> piece = piece(number);
            while (piece.isPresent()) {
                out.write(piece.get());
                number++;
                piece = piece(number);
            }
        }

        private Optional<byte[]> piece(int number) {
            return door.write(actor, () -> repository.piece(owner.id(), order.id(), number));
        }
    }
}
