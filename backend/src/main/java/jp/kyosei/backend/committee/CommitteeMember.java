package jp.kyosei.backend.committee;

import java.time.LocalDate;
import jp.kyosei.backend.tenancy.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A member of the committee.
 *
 * @param affiliation such as 商工会議所; may be empty
 * @param office 会長, 副会長, 委員; may be empty
 * @param remark 備考; may be empty
 * @param from the first day of the term (任期), in Japan; none: since ever
 * @param until the last day; none: until further notice
 * @param person with whose account the member reads and writes; none for a member on paper alone
 * @param invitation how far an account is on its way
 * @param version what a change began from
 */
public record CommitteeMember(
        MemberId id,
        String name,
        String affiliation,
        String office,
        String remark,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable PersonId person,
        @Nullable String username,
        long version,
        Invitation invitation) {

    /** How far an account of a member is on its way. */
    public enum Invitation {
        /** Nobody has invited the member, or the account is there. */
        NONE,
        OPEN,
        /** Withdrawn, or nobody has followed it in time. */
        OVER
    }

    /** Whether the term holds on that day. */
    public boolean isInOfficeOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    /** Whether the member is on paper alone, so that the secretariat writes for them. */
    public boolean isOnPaper() {
        return person == null;
    }
}
