package jp.kyosei.backend.staffing;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.people.GivenRole;
import jp.kyosei.backend.people.GrantId;
import jp.kyosei.backend.people.RoleService;
import jp.kyosei.backend.people.RoleTerms;
import jp.kyosei.backend.staffing.plan.PersonChange;
import jp.kyosei.backend.staffing.plan.PersonMove;
import jp.kyosei.backend.staffing.plan.PlanReader;
import jp.kyosei.backend.staffing.plan.Post;
import jp.kyosei.backend.staffing.plan.Situation;
import jp.kyosei.backend.staffing.plan.TransferPlan;
import jp.kyosei.backend.staffing.plan.WorkMove;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.DepartmentId;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.SqlArrays;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * Prepares changes of staff, and takes them back before their day. For the owner's admin: a {@link NotFoundException} if the
 * actor cannot read the owner, a {@link ForbiddenException} if the actor is not its admin.
 */
@Singleton
public class TransferService {
    private final TransferRepository repository;
    private final StaffingReading reading;
    private final RoleService roles;
    private final AuditService audit;
    private final TenantDoor door;
    private final AccessPolicy policy;
    private final Clock clock;

    TransferService(
            TransferRepository repository,
            StaffingReading reading,
            RoleService roles,
            AuditService audit,
            TenantDoor door,
            AccessPolicy policy,
            Clock clock) {
        this.repository = repository;
        this.reading = reading;
        this.roles = roles;
        this.audit = audit;
        this.door = door;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Prepares a change: the roles of people begin and end on its day by themselves; work goes when the day has come.
     *
     * @return as it was prepared
     * @throws RefusedException if the plan cannot be or changes nothing, somebody or something in it is prepared already, or
     *     a day would be left without an admin; the message says which
     */
    public Transfer prepare(Actor actor, OwnerId owner, TransferPlan plan) {
        policy.checkCanSettle(actor, owner);
        return door.write(actor, () -> prepareWithin(actor, owner, plan, null));
    }

    /** As {@link #prepare}, for the merger of a department, if one is named; to be called inside an open {@link TenantDoor}. */
    Transfer prepareWithin(Actor actor, OwnerId owner, TransferPlan plan, @Nullable DepartmentId merged) {
        policy.checkCanSettle(actor, owner);
        String reason = TypedText.reason(plan.reason());
        repository.waitForOthers(owner.value());
        Situation situation = reading.situationWithin(owner, plan.day());
        PlanReader read = new PlanReader(situation, plan);
        List<PersonChange> people = read.people();
        List<WorkMove> work = read.work();
        checkIsNew(owner, people, work);
        TransferId id = TransferId.next();
        repository.insert(
                owner.value(),
                id.value(),
                plan.day(),
                reason,
                actor.person().value(),
                actor.displayName(),
                clock.instant(),
                merged == null ? null : merged.value());
        changeRoles(actor, owner, id, people, plan.day());
        work.forEach(move -> repository.insertWork(
                owner.value(),
                id.value(),
                move.kind().name(),
                move.from().id().value(),
                move.to().id().value()));
        Transfer prepared = reading.transferWithin(owner, id, situation);
        record(actor, owner, Deed.PREPARE_TRANSFER, prepared, reason);
        return prepared;
    }

    /**
     * Takes a prepared change back: everybody keeps what they have.
     *
     * @throws NotFoundException if the owner has no such change
     * @throws RefusedException if its day has come, or it was taken back already
     */
    public Transfer takeBack(Actor actor, OwnerId owner, TransferId id, String reason) {
        policy.checkCanSettle(actor, owner);
        return door.write(actor, () -> takeBackWithin(actor, owner, id, reason, false));
    }

    /**
     * As {@link #takeBack}; to be called inside an open {@link TenantDoor}.
     *
     * @param withMerger whether the merger is taken back to which it belongs
     */
    Transfer takeBackWithin(Actor actor, OwnerId owner, TransferId id, String reason, boolean withMerger) {
        policy.checkCanSettle(actor, owner);
        String why = TypedText.reason(reason);
        repository.waitForOthers(owner.value());
        LocalDate today = LocalDate.now(clock);
        Situation situation = reading.situationWithin(owner, today);
        Transfer before = reading.transferWithin(owner, id, situation);
        if (before.state() != TransferState.PREPARED || !before.day().isAfter(today)) {
            throw new RefusedException(
                    before.state() == TransferState.TAKEN_BACK
                            ? "この人事異動は、もう取りやめています。"
                            : "異動の日になったので、取りやめられません。元に戻すには、新しい人事異動を登録してください。");
        }
        if (before.ofMerger() && !withMerger) {
            throw new RefusedException("この人事異動は、担当課の統合とともに準備したものです。「団体の設定」の担当課で、統合を取りやめてください。");
        }
        restoreRoles(actor, owner, id, before.day(), situation);
        repository.settle(
                owner.value(), id.value(), TransferState.TAKEN_BACK.name(), actor.displayName(), clock.instant());
        record(actor, owner, Deed.TAKE_BACK_TRANSFER, before, why);
        return reading.transferWithin(owner, id, situation);
    }

    private void checkIsNew(OwnerId owner, List<PersonChange> people, List<WorkMove> work) {
        if (people.isEmpty() && work.isEmpty()) {
            throw new RefusedException("変わるものがありません。異動する人か、引き継ぐものを選んでください。");
        }
        String ids = SqlArrays.of(
                people.stream().map(change -> change.person().value()).toList());
        List<String> already = repository.prepared(owner.value(), ids);
        if (!already.isEmpty()) {
            throw new RefusedException(
                    "%sの人事異動は、もう準備されています。直すときは、先にそれを取りやめてください。".formatted(String.join("、", already)));
        }
        for (WorkMove move : work) {
            if (repository.isPrepared(
                    owner.value(), move.kind().name(), move.from().id().value())) {
                throw new RefusedException("%sの「%s」の引き継ぎは、もう準備されています。直すときは、先にそれを取りやめてください。"
                        .formatted(move.from().name(), move.kind().label()));
            }
        }
    }

    /** What begins comes first, so that a role which goes from one to another is never without a holder. */
    private void changeRoles(
            Actor actor, OwnerId owner, TransferId transfer, List<PersonChange> people, LocalDate day) {
        for (PersonChange change : people) {
            for (Post post : change.begins()) {
                @Nullable
                DepartmentId department =
                        post.department() == null ? null : post.department().id();
                GrantId grant = roles.giveWithin(
                        actor, owner, change.person(), new RoleTerms(post.role(), department, day, null));
                repository.insertRole(
                        owner.value(),
                        transfer.value(),
                        grant.value(),
                        change.person().value(),
                        post.role().name(),
                        department == null ? null : department.value(),
                        true,
                        null);
            }
        }
        for (PersonChange change : people) {
            for (GivenRole ended : change.ends()) {
                repository.insertRole(
                        owner.value(),
                        transfer.value(),
                        ended.id().value(),
                        change.person().value(),
                        ended.role().name(),
                        ended.department() == null ? null : ended.department().value(),
                        false,
                        ended.until());
            }
        }
        roles.endWithin(
                actor,
                owner,
                people.stream().flatMap(change -> change.ends().stream()).toList(),
                day.minusDays(1));
    }

    private void restoreRoles(Actor actor, OwnerId owner, TransferId transfer, LocalDate day, Situation situation) {
        Map<UUID, GivenRole> known = situation.roles().stream()
                .collect(Collectors.toMap(role -> role.id().value(), role -> role));
        List<TransferRoleRow> changed = repository.roles(owner.value(), SqlArrays.of(List.of(transfer.value())));
        for (TransferRoleRow row : changed) {
            GivenRole role = known.get(row.grantId());
            // Ended by somebody since, in another way than this change had prepared: that stays.
            if (role != null && !row.begins() && Objects.equals(role.until(), day.minusDays(1))) {
                roles.endWithin(actor, owner, List.of(role), row.previousUntil());
            }
        }
        for (TransferRoleRow row : changed) {
            GivenRole role = known.get(row.grantId());
            if (role != null && row.begins()) {
                roles.endWithin(actor, owner, List.of(role), day.minusDays(1));
            }
        }
    }

    private void record(Actor actor, OwnerId owner, Deed deed, Transfer transfer, String reason) {
        audit.recordWithin(actor, owner, List.of(inTrail(deed, transfer, reason)));
    }

    static Change inTrail(Deed deed, Transfer transfer, String reason) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("effectiveOn", transfer.day().toString());
        if (!transfer.people().isEmpty()) {
            facts.put(
                    "people",
                    transfer.people().stream().map(PersonMove::displayName).toList());
        }
        if (!transfer.work().isEmpty()) {
            facts.put("work", transfer.work().stream().map(WorkMove::words).toList());
        }
        return new Change(
                deed,
                SubjectKind.TRANSFER,
                "人事異動 %s".formatted(transfer.day()),
                null,
                null,
                deed == Deed.TAKE_BACK_TRANSFER ? facts : Map.of(),
                deed == Deed.TAKE_BACK_TRANSFER ? Map.of() : facts,
                reason.isEmpty() ? null : reason);
    }
}
