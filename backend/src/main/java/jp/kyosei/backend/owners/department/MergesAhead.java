package jp.kyosei.backend.owners.department;

import java.time.LocalDate;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.RefusedException;

/**
 * Prepares that people and work of a department go to another one on a day to come, and takes that back. The feature of changes of
 * staff has the one bean of this.
 */
public interface MergesAhead {
    /**
     * Prepares it; to be called inside the write that closes the department.
     *
     * @param day the first day on which the department is there no more
     * @throws RefusedException if somebody or something in it is prepared to go elsewhere, or the day is too far away
     */
    void prepareWithin(Actor actor, OwnerId owner, Department from, Department into, LocalDate day, String reason);

    /** Takes back what was prepared for the department, if anything was; to be called inside the write that reopens it. */
    void takeBackWithin(Actor actor, OwnerId owner, Department from, String reason);
}
