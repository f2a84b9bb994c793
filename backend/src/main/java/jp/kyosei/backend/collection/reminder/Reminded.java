package jp.kyosei.backend.collection.reminder;

import java.util.List;
import jp.kyosei.backend.tenancy.Desk;

/**
 * What a reminder did. A department is counted once: as written to, as one where all have switched reminders off, as one where
 * nobody can be written to, or as reminded before on the same day.
 *
 * @param tasks how many tasks wait
 * @param departments to how many departments a letter goes
 * @param people to how many people; somebody of several departments counts in each, for each gets a letter
 * @param switchedOff in which all who are there have switched reminders off
 * @param nobody where nobody holds the role, or nobody there has a mail address: the secretariat is told
 * @param already which were reminded today already, and are not again
 * @param mailLeaves whether mail is set up; where it is not, the letters wait
 */
public record Reminded(
        int tasks,
        int departments,
        int people,
        List<Desk> switchedOff,
        List<Desk> nobody,
        List<Desk> already,
        boolean mailLeaves) {
    public Reminded {
        switchedOff = List.copyOf(switchedOff);
        nobody = List.copyOf(nobody);
        already = List.copyOf(already);
    }
}
