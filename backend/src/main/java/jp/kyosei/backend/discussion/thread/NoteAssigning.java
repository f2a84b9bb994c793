package jp.kyosei.backend.discussion.thread;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.discussion.Assignment;
import jp.kyosei.backend.discussion.NoteChange;
import jp.kyosei.backend.discussion.NoteId;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.Desk;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.SqlArrays;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.jspecify.annotations.Nullable;

/** Says who is to answer notes. */
@Singleton
public class NoteAssigning {
    private final NoteFinding finding;
    private final NoteRepository notes;
    private final NoteWrites writes;
    private final NoteNotices notices;
    private final NoteTrail trail;
    private final TenantDoor door;
    private final AccessPolicy policy;

    NoteAssigning(
            NoteFinding finding,
            NoteRepository notes,
            NoteWrites writes,
            NoteNotices notices,
            NoteTrail trail,
            TenantDoor door,
            AccessPolicy policy) {
        this.finding = finding;
        this.notes = notes;
        this.writes = writes;
        this.notices = notices;
        this.trail = trail;
        this.door = door;
        this.policy = policy;
    }

    /**
     * Says who is to answer, and asks them by mail.
     *
     * @param desk a municipality or department that reports in the plan; none to take it back
     * @throws NotFoundException if one of the notes is not of this plan, or the actor may not see it
     * @throws ForbiddenException if the actor is not the owner's secretariat
     * @throws RefusedException if the desk reports nothing, or may not see one of the notes
     */
    public void assign(Actor actor, String plan, Collection<NoteId> wanted, @Nullable Desk desk) {
        door.write(actor, () -> {
            NotesOfPlan of = finding.ofPlan(actor, plan);
            Plan found = of.content().plan();
            policy.checkCanKeepPlans(actor, found.owner());
            String ids = SqlArrays.of(wanted.stream().map(NoteId::value).toList());
            List<NoteRow> rows = notes.some(
                    actor.person().value(), found.owner().value(), found.id().value(), ids);
            if (rows.isEmpty() || rows.size() != wanted.stream().distinct().count()) {
                throw new NotFoundException();
            }
            String name = desk == null ? "" : checkAssignable(of, desk, rows);
            writes.assign(
                    found.owner().value(),
                    ids,
                    desk == null ? null : desk.town().value(),
                    departmentOf(desk));
            trail.keepWithin(rows.stream()
                    .map(row -> trail.change(
                            actor, row, null, NoteChange.What.ASSIGNED, NotesOfPlan.assignmentLabel(row), name, ""))
                    .toList());
            trail.recordWithin(
                    actor,
                    found,
                    rows,
                    Deed.ASSIGN_NOTE,
                    row -> desk(NotesOfPlan.assignmentLabel(row)),
                    Map.of("desk", name));
            if (desk != null) {
                notices.assigned(actor, found, desk, rows);
            }
            rows.stream()
                    .map(NoteRow::fiscalYear)
                    .distinct()
                    .forEach(year -> trail.announceWithin(found, year, List.of()));
            return true;
        });
    }

    /** Nothing is told of a note that was assigned to nobody. */
    private static Map<String, Object> desk(String label) {
        return label.isEmpty() ? Map.of() : Map.of("desk", label);
    }

    private static String checkAssignable(NotesOfPlan of, Desk desk, List<NoteRow> rows) {
        Assignment assignment = of.desks().stream()
                .filter(known -> known.desk().equals(desk))
                .findFirst()
                .orElseThrow(() -> new RefusedException("その市町村・担当課は、この計画の指標を報告していません。選び直してください。"));
        long hidden = rows.stream()
                .filter(row -> Visibility.COUNCIL.name().equals(row.visibility()))
                .count();
        if (hidden > 0) {
            throw new RefusedException("選んだ意見のうち %d 件は「%s」だけに見えるもので、担当課から見えません。書いた本人の同意を得て見える人を広げるか、選択から外してください。"
                    .formatted(hidden, Visibility.COUNCIL.label()));
        }
        return assignment.label();
    }

    private static @Nullable UUID departmentOf(@Nullable Desk desk) {
        if (desk == null) {
            return null;
        }
        var department = desk.department();
        return department == null ? null : department.value();
    }
}
