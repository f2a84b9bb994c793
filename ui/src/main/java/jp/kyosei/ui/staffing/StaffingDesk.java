package jp.kyosei.ui.staffing;

import io.micronaut.context.annotation.Prototype;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.staffing.StaffingBoard;
import jp.kyosei.backend.staffing.StaffingService;
import jp.kyosei.backend.staffing.TransferId;
import jp.kyosei.backend.staffing.TransferPreview;
import jp.kyosei.backend.staffing.TransferService;
import jp.kyosei.backend.staffing.plan.TransferPlan;
import jp.kyosei.ui.session.CurrentActor;

/** What the screen of 人事異動 asks the services for, always as whoever looks at it. */
@Prototype
class StaffingDesk {
    private final OwnerService owners;
    private final StaffingService staffing;
    private final TransferService transfers;
    private final CurrentActor current;
    private final Clock clock;

    StaffingDesk(
            OwnerService owners,
            StaffingService staffing,
            TransferService transfers,
            CurrentActor current,
            Clock clock) {
        this.owners = owners;
        this.staffing = staffing;
        this.transfers = transfers;
        this.current = current;
        this.clock = clock;
    }

    Owner owner(String slug) {
        return owners.owner(current.require(), slug);
    }

    /** The day on which offices change their people; today, if it is that day. */
    LocalDate nextApril() {
        LocalDate today = LocalDate.now(clock);
        LocalDate april = LocalDate.of(today.getYear(), Month.APRIL, 1);
        return today.isAfter(april) ? april.plusYears(1) : april;
    }

    StaffingBoard board(Owner owner, LocalDate day) {
        return staffing.board(current.require(), owner.id(), day);
    }

    TransferPreview preview(Owner owner, TransferPlan plan) {
        return staffing.preview(current.require(), owner.id(), plan);
    }

    void prepare(Owner owner, TransferPlan plan) {
        transfers.prepare(current.require(), owner.id(), plan);
    }

    void takeBack(Owner owner, TransferId transfer, String reason) {
        transfers.takeBack(current.require(), owner.id(), transfer, reason);
    }
}
