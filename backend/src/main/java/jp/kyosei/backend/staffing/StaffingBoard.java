package jp.kyosei.backend.staffing;

import java.time.LocalDate;
import java.util.List;
import jp.kyosei.backend.staffing.plan.Gap;

/**
 * Who does what in an owner, today and on a day, with what is prepared for that day.
 *
 * @param staff the whole owner first, then department by department in the order of their codes
 * @param gaps what is left without anybody on that day
 * @param transfers those of that day that are prepared or in force, in the order in which they were prepared
 */
public record StaffingBoard(
        LocalDate today, LocalDate day, List<DepartmentStaff> staff, List<Gap> gaps, List<Transfer> transfers) {
    public StaffingBoard {
        staff = List.copyOf(staff);
        gaps = List.copyOf(gaps);
        transfers = List.copyOf(transfers);
    }
}
